import type {
  AppDataValue,
  Frame,
  Item,
  Miro,
  StickyNoteStyle,
  Text,
  Unsupported,
} from '@mirohq/websdk-types';
import { itemId, userId, type FrameId, type ItemId } from '../breakout/ids';
import type { Json } from '../breakout/json';
import type { Caller } from './caller';
import { BoardError } from './errors';
import { LIST_CREDITS } from './limits';
import type { ItemInfo, ItemsPort, NoteLook } from './port';

type AnyItem = Item | Unsupported;
/** What can lie in a frame. */
type Placed = Parameters<Frame['add']>[0];

export function miroItems(sdk: Miro, { call }: Caller): ItemsPort {
  /** A job fills one frame after the other, so the last one is kept. */
  let lastFrame: Frame | undefined;

  const frameOf = async (id: FrameId): Promise<Frame> => {
    if (lastFrame?.id === id) return lastFrame;
    const item = await call(() => sdk.board.getById(id));
    if (item.type !== 'frame') throw new BoardError('not-found', 'It is not a frame.');
    // The SDK's type for an unsupported item may carry any `type`.
    lastFrame = item as Frame;
    return lastFrame;
  };

  const find = async (id: ItemId): Promise<Placed | undefined> => {
    try {
      const item = await call(() => sdk.board.getById(id));
      return 'parentId' in item ? item : undefined;
    } catch (error) {
      if (error instanceof BoardError && error.code === 'not-found') return undefined;
      throw error;
    }
  };

  /**
   * Whether Miro makes an item a child of the frame that it is created in is not documented.
   * @throws {BoardError} `not-found` when the frame has gone; the item is on the board all the same
   */
  const putInto = async (inside: FrameId | undefined, item: Placed): Promise<void> => {
    if (inside === undefined || ('parentId' in item && item.parentId === inside)) return;
    const frame = await frameOf(inside);
    await call(() => frame.add(item));
  };

  /** `undefined` also when the item has gone meanwhile. */
  const keptIn = async (text: Text, name: string): Promise<unknown> => {
    try {
      // All of it: what Miro says of a name that it does not know is not documented.
      return (await call(() => text.getMetadata()))[name];
    } catch (error) {
      if (error instanceof BoardError && error.code === 'not-found') return undefined;
      throw error;
    }
  };

  return {
    async list() {
      const items = await call(() => sdk.board.get(), { credits: LIST_CREDITS });
      return items.flatMap((item) => infoOf(item) ?? []);
    },
    async createText({ words, x, y, width, fontSize, align }, inside) {
      const text = await call(() =>
        sdk.board.createText({
          content: words,
          x,
          y,
          width,
          style: { fontSize, textAlign: align },
        }),
      );
      await putInto(inside, text);
      return itemId(String(text.id));
    },
    async createNote({ words, x, y, width, look, linkedTo }, inside) {
      const { shape, fill, align, alignVertical } = look;
      const style = { fillColor: fill, textAlign: align, textAlignVertical: alignVertical };
      const props = { content: words, x, y, width, shape, linkedTo };
      // Miro's own names, which another note had: nobody else has to know the list of them.
      const note = await call(() =>
        sdk.board.createStickyNote({ ...props, style: style as StickyNoteStyle }),
      );
      await putInto(inside, note);
      return itemId(String(note.id));
    },
    async adopt(frame, item) {
      const found = await find(item);
      if (found !== undefined) await putInto(frame, found);
    },
    async release(frame, item) {
      const found = await find(item);
      if (found === undefined) return;
      const owner = await frameOf(frame);
      await call(() => owner.remove(found));
    },
    async rewrite(id, words) {
      const text = await find(id);
      if (text?.type !== 'text' || !('content' in text)) return false;
      text.content = words;
      await call(() => text.sync());
      return true;
    },
    async keep(id, name, value) {
      const item = await find(id);
      if (item === undefined || !('setMetadata' in item)) return false;
      await call(() => item.setMetadata(name, toSdk(value)));
      return true;
    },
    async keptInTexts(name, choose) {
      const texts = await call(() => sdk.board.get({ type: 'text' }), { credits: LIST_CREDITS });
      const chosen = choose(texts.flatMap((text) => infoOf(text) ?? [])).map(({ id }) => id);
      const kept = new Map<ItemId, unknown>();
      for (const id of chosen) {
        const text = texts.find((one) => one.id === id);
        const value = text && (await keptIn(text, name));
        if (value !== undefined) kept.set(id, value);
      }
      return kept;
    },
    async remove(id) {
      const item = await find(id);
      if (item !== undefined) await call(() => sdk.board.remove(item));
    },
  };
}

/** Miro's type for JSON is the same but for `readonly`. */
function toSdk(value: Json): AppDataValue {
  return value as AppDataValue;
}

/** Connectors, tags and groups lie nowhere: `undefined`. */
function infoOf(item: AnyItem): ItemInfo | undefined {
  if (!('x' in item) || !('createdBy' in item)) return undefined;
  return {
    id: itemId(String(item.id)),
    type: item.type,
    parent: item.parentId === null ? undefined : String(item.parentId),
    x: item.x,
    y: item.y,
    words: wordsOf(item),
    linkedTo: 'linkedTo' in item && item.linkedTo !== '' ? item.linkedTo : undefined,
    createdBy: userId(String(item.createdBy)),
    note: noteLook(item),
  };
}

function wordsOf(item: AnyItem): string {
  if ('content' in item) return item.content;
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
