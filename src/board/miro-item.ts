/** Items as Miro gives them, and as the app sees them. */
import type { Connector, Frame, Item, Unsupported } from '@mirohq/websdk-types';
import { itemId, userId } from '../breakout/ids';
import type { ItemInfo, NoteLook } from './port';

export type AnyItem = Item | Unsupported;
/** What can lie in a frame. */
export type Placed = Parameters<Frame['add']>[0];

/** Tags and groups lie nowhere and connect nothing: `undefined`. */
export function itemInfo(item: AnyItem): ItemInfo | undefined {
  if (isConnector(item)) return connectorInfo(item);
  if (!('x' in item) || !('createdBy' in item)) return undefined;
  return {
    id: itemId(String(item.id)),
    type: item.type,
    parent: item.parentId === null ? undefined : String(item.parentId),
    x: item.x,
    y: item.y,
    width: ('width' in item ? item.width : undefined) ?? 0,
    height: ('height' in item ? item.height : undefined) ?? 0,
    words: wordsOf(item),
    joins: [],
    linkedTo: 'linkedTo' in item && item.linkedTo !== '' ? item.linkedTo : undefined,
    createdBy: userId(String(item.createdBy)),
    note: noteLook(item),
  };
}

// An unsupported item may carry any `type` for the SDK's types.
const isConnector = (item: AnyItem): item is Connector => item.type === 'connector';

function connectorInfo({ id, start, end, createdBy }: Connector): ItemInfo {
  const joins = [start?.item, end?.item].flatMap((joined) => joined ?? []);
  const nowhere = { parent: undefined, x: 0, y: 0, width: 0, height: 0 };
  return {
    ...nowhere,
    id: itemId(String(id)),
    type: 'connector',
    words: '',
    joins: joins.map(String),
    linkedTo: undefined,
    createdBy: userId(String(createdBy)),
    note: undefined,
  };
}

function wordsOf(item: AnyItem): string {
  if ('content' in item) return item.content;
  if ('description' in item) return `${item.title}\n${item.description}`;
  return 'title' in item ? (item.title ?? '') : '';
}

function noteLook(item: AnyItem): NoteLook | undefined {
  if (item.type !== 'sticky_note' || !('style' in item) || !('fillColor' in item.style))
    return undefined;
  if (!('shape' in item) || !('textAlignVertical' in item.style)) return undefined;
  const { fillColor, textAlign, textAlignVertical } = item.style;
  return {
    shape: item.shape === 'rectangle' ? 'rectangle' : 'square',
    fill: fillColor,
    align: textAlign,
    alignVertical: textAlignVertical,
  };
}
