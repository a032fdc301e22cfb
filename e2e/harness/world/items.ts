import type { ItemView, Json, Rect } from './api';
import { isObject, type JsonObject } from './args';
import type { Core } from './core';
import { underNewIds } from './duplicate';
import { change, contains, newItem, rectOf, viewOf, type BoardItem } from './item-model';
import { isItemType } from './item-kinds';
import { announce } from './network';
import { sentences } from './sentences';

/** What lies on the board. Coordinates are the board's; item-commands.ts speaks the parent's. */
export interface Items {
  all(): IterableIterator<BoardItem>;
  find(id: string): BoardItem | undefined;
  /** @throws with the documented sentence */
  require(id: string): BoardItem;
  create(by: string, type: string, wanted: JsonObject): BoardItem;
  /** By hand: an item that is drawn in a frame belongs to it from the beginning. */
  draw(by: string, type: string, wanted: JsonObject): BoardItem;
  update(by: string, item: BoardItem, wanted: JsonObject): void;
  /** Puts an item into a frame, or takes it out. */
  adopt(by: string, item: BoardItem, parent: BoardItem | null): void;
  remove(item: BoardItem): void;
  childrenOf(frame: BoardItem): readonly BoardItem[];
  /** By hand, an item belongs to the frame it lies in. */
  frameUnder(item: BoardItem): BoardItem | null;
  readonly rects: (ids: Json | undefined) => readonly Rect[];
  wire(item: BoardItem): JsonObject;
  views(): readonly ItemView[];
  copy(): readonly BoardItem[];
  paste(copy: readonly BoardItem[]): void;
  onRemove(listener: (id: string) => void): void;
}

export function createItems(core: Core): Items {
  const items = new Map<string, BoardItem>();
  const removeListeners: ((id: string) => void)[] = [];
  const today = (): string => new Date(core.clock.now()).toISOString();

  const find = (id: string): BoardItem | undefined => items.get(id);
  function require(id: string): BoardItem {
    const item = items.get(id);
    if (!item) throw new Error(sentences.noItem(id));
    return item;
  }
  const childrenOf = (frame: BoardItem): readonly BoardItem[] =>
    [...items.values()].filter(({ parentId }) => parentId === frame.id);

  /** D:children-inside-parent-items: a child's x and y count from its parent's top left. */
  function wire(item: BoardItem): JsonObject {
    const { props, metadata: _kept, ...rest } = item;
    const parent = item.parentId === null ? undefined : items.get(item.parentId);
    const corner = parent ? rectOf(parent) : { x: 0, y: 0 };
    const shown: JsonObject = {
      ...rest,
      ...props,
      x: item.x - corner.x,
      y: item.y - corner.y,
      origin: 'center',
      relativeTo: parent ? 'parent_top_left' : 'canvas_center',
    };
    if (item.type === 'frame') shown['childrenIds'] = childrenOf(item).map(({ id }) => id);
    return shown;
  }
  function tell(
    event: string,
    changed: readonly BoardItem[],
    payload: readonly JsonObject[],
  ): void {
    announce(core, core.links, { name: event, payload: { items: [...payload] } });
    for (const { id } of changed) core.changes.item(id);
  }
  function touch(by: string, item: BoardItem): void {
    item.modifiedAt = today();
    item.modifiedBy = by;
  }

  function made(by: string, type: string, wanted: JsonObject): BoardItem {
    if (!isItemType(type))
      throw new Error(`Not implemented by the mocked board: items of type ${type}`);
    if (items.size >= core.bounds.items) throw new Error(sentences.tooManyItems());
    const item = newItem({ id: core.ids.digits(), type, at: today(), by, wanted });
    checkEnds(item);
    return item;
  }
  function put(item: BoardItem): BoardItem {
    items.set(item.id, item);
    tell('items:create', [item], [wire(item)]);
    return item;
  }
  const create: Items['create'] = (by, type, wanted) => put(made(by, type, wanted));
  function draw(by: string, type: string, wanted: JsonObject): BoardItem {
    const item = made(by, type, wanted);
    item.parentId = frameUnder(item)?.id ?? null;
    return put(item);
  }
  const frameUnder = (item: BoardItem): BoardItem | null =>
    [...items.values()].find(
      (frame) =>
        frame.type === 'frame' && item.type !== 'frame' && contains(rectOf(frame), rectOf(item)),
    ) ?? null;
  function checkEnds({ type, props }: BoardItem): void {
    if (type !== 'connector') return;
    for (const end of [props['start'], props['end']])
      if (isObject(end) && typeof end['item'] === 'string') require(end['item']);
  }

  /** Children go with their frame; one that would end up outside forbids the change (documented). */
  function update(by: string, item: BoardItem, wanted: JsonObject): void {
    const trial: BoardItem = { ...item };
    change(trial, wanted);
    checkEnds(trial);
    const moved = { x: trial.x - item.x, y: trial.y - item.y };
    const children = childrenOf(item);
    const parent = item.parentId === null ? undefined : items.get(item.parentId);
    if (parent && !contains(rectOf(parent), rectOf(trial)))
      throw new Error(sentences.childOutside());
    const lands = (child: BoardItem): Rect => {
      const rect = rectOf(child);
      return { ...rect, x: rect.x + moved.x, y: rect.y + moved.y };
    };
    if (!children.every((child) => contains(rectOf(trial), lands(child))))
      throw new Error(sentences.childOutside());
    Object.assign(item, trial);
    touch(by, item);
    for (const child of children) {
      child.x += moved.x;
      child.y += moved.y;
    }
    tell('experimental:items:update', [item, ...children], [wire(item)]);
  }
  function adopt(by: string, item: BoardItem, parent: BoardItem | null): void {
    if (parent && !contains(rectOf(parent), rectOf(item)))
      throw new Error(sentences.childOutside());
    if (parent?.type === 'frame' && item.type === 'frame')
      throw new Error(sentences.invalid('a frame cannot be a child of a frame'));
    item.parentId = parent?.id ?? null;
    touch(by, item);
    core.changes.item(item.id);
  }
  /** A frame's children go with it, and connectors with what they connect. */
  function remove(item: BoardItem): void {
    if (!items.has(item.id)) return;
    const gone = [item, ...childrenOf(item)];
    const wires = gone.map(wire);
    for (const { id } of gone) items.delete(id);
    tell('items:delete', gone, wires);
    for (const { id } of gone) for (const listen of removeListeners) listen(id);
    for (const other of [...items.values()])
      if (gone.some(({ id }) => isTied(other, id))) remove(other);
  }

  return {
    all: () => items.values(),
    find,
    require,
    create,
    draw,
    update,
    adopt,
    remove,
    childrenOf,
    frameUnder,
    rects: (ids) =>
      (Array.isArray(ids) ? ids : []).flatMap((id) => {
        const item = typeof id === 'string' ? items.get(id) : undefined;
        return item ? [rectOf(item)] : [];
      }),
    wire,
    views: () => [...items.values()].map(viewOf),
    copy: () => structuredClone([...items.values()]),
    paste(copy) {
      for (const item of underNewIds(copy, core.ids)) put(item);
    },
    onRemove: (listener) => removeListeners.push(listener),
  };
}

const isTied = ({ type, props }: BoardItem, id: string): boolean =>
  type === 'connector' &&
  [props['start'], props['end']].some((end) => isObject(end) && end['item'] === id);
