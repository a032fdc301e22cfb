import type { ItemView, Json, Rect } from './api';
import { isObject, optionalAmount, type JsonObject } from './args';
import { kinds, type ItemType, type Kind } from './item-kinds';
import { sentences } from './sentences';

/** An item as the board keeps it: x and y are its centre in board coordinates, whoever its parent is. */
export interface BoardItem {
  readonly id: string;
  readonly type: ItemType;
  x: number;
  y: number;
  width: number;
  height: number;
  parentId: string | null;
  /** What only this type has: title, content, style, shape, url, start, end … */
  props: JsonObject;
  /** What the app keeps with it; no other item's data, and no event, shows it. */
  metadata: JsonObject;
  readonly createdAt: string;
  readonly createdBy: string;
  modifiedAt: string;
  modifiedBy: string;
}

const LIMITS = { frameSize: 100, text: 6000 } as const;

export const rectOf = ({ x, y, width, height }: BoardItem): Rect => ({
  x: x - width / 2,
  y: y - height / 2,
  width,
  height,
});

export const contains = (outer: Rect, inner: Rect): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

export interface NewItem {
  readonly id: string;
  readonly type: ItemType;
  readonly at: string;
  readonly by: string;
  readonly wanted: JsonObject;
}

/** @throws when what is wanted breaks a rule of its type */
export function newItem({ id, type, at, by, wanted }: NewItem): BoardItem {
  const kind: Kind = kinds[type];
  const item: BoardItem = {
    id,
    type,
    x: 0,
    y: 0,
    width: kind.width,
    height: kind.height,
    parentId: null,
    props: structuredClone(kind.props),
    metadata: {},
    createdAt: at,
    createdBy: by,
    modifiedAt: at,
    modifiedBy: by,
  };
  change(item, wanted);
  return item;
}

/** Takes over what may be changed and says nothing of the rest, as Miro does. */
export function change(item: BoardItem, wanted: JsonObject): void {
  const next = {
    x: optionalAmount(wanted, 'x') ?? item.x,
    y: optionalAmount(wanted, 'y') ?? item.y,
    ...sizeOf(item, wanted),
  };
  const props: JsonObject = { ...item.props };
  for (const key of propNames(item.type)) {
    const value = wanted[key];
    if (value !== undefined) props[key] = mergeProp(props[key], value);
  }
  checkRules(item.type, next, props);
  Object.assign(item, next, { props });
}

/** D:websdk-reference-sticky-note: set one side, and "the sticky note is scaled to keep its aspect ratio". */
function sizeOf(item: BoardItem, wanted: JsonObject): Pick<BoardItem, 'width' | 'height'> {
  const width = optionalAmount(wanted, 'width') ?? item.width;
  const height = optionalAmount(wanted, 'height') ?? item.height;
  if (item.type !== 'sticky_note') return { width, height };
  const ratio =
    ratios[(wanted['shape'] ?? item.props['shape']) === 'rectangle' ? 'wide' : 'square'];
  if (width !== item.width && height === item.height) return { width, height: width / ratio };
  if (height !== item.height && width === item.width) return { width: height * ratio, height };
  return { width, height };
}

const ratios = { square: 199 / 228, wide: 350 / 228 } as const;

/** Optional properties have no default, so they are not in `kinds`. */
const OPTIONAL_PROPS = [
  'linkedTo',
  'start',
  'end',
  'dueDate',
  'startDate',
  'assignee',
  'fields',
  'alt',
];
const propNames = (type: ItemType): readonly string[] => [
  ...Object.keys(kinds[type].props),
  ...OPTIONAL_PROPS,
];

/** A style is changed in part; anything else is replaced. */
const mergeProp = (old: Json | undefined, value: Json): Json =>
  isObject(old) && isObject(value) ? { ...old, ...value } : value;

function checkRules(
  type: ItemType,
  size: { readonly width: number; readonly height: number },
  props: JsonObject,
): void {
  if (type === 'frame') {
    // D:websdk-reference-frame: "minimum frame size is limited to 100x100", title under 6000.
    if (Math.min(size.width, size.height) < LIMITS.frameSize)
      throw new Error(sentences.frameSize());
    if (textOf(props).length >= LIMITS.text) throw new Error(sentences.frameTitle());
  }
  if (type === 'image' && !props['url']) throw new Error(sentences.invalid('url'));
}

function textOf(props: JsonObject): string {
  const text = props['title'] ?? props['content'];
  return typeof text === 'string' ? text : '';
}

function fillOf(props: JsonObject): string {
  const style = isObject(props['style']) ? props['style'] : {};
  const fill = style['fillColor'] ?? style['cardTheme'] ?? style['strokeColor'];
  return typeof fill === 'string' ? fill : '';
}

export function viewOf(item: BoardItem): ItemView {
  const { id, type, x, y, width, height, parentId, props } = item;
  const view = { id, type, x, y, width, height, parentId };
  const shown = { ...view, text: textOf(props), fill: fillOf(props) };
  const extra = extraOf(item);
  return extra === undefined ? shown : { ...shown, extra };
}

function extraOf({ type, props }: BoardItem): Json | undefined {
  if (type === 'connector') return { start: props['start'] ?? null, end: props['end'] ?? null };
  if (type === 'image') return { url: props['url'] ?? '' };
  if (type === 'shape') return { shape: props['shape'] ?? 'rectangle' };
  return undefined;
}

/** The property that holds an item's words, for people who type on the board itself. */
export const wordsKey = (type: ItemType): 'title' | 'content' =>
  type === 'frame' || type === 'card' || type === 'image' ? 'title' : 'content';
