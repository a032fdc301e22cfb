import type { AppDataValue, Frame, Miro, StickyNoteStyle, Text } from '@mirohq/websdk-types';
import { itemId, type FrameId, type ItemId } from '../breakout/ids';
import type { Json } from '../breakout/json';
import type { Caller } from './caller';
import { BoardError } from './errors';
import { LIST_CREDITS } from './limits';
import { createCopy } from './miro-copy';
import { frameInfo } from './miro-frames';
import { itemInfo, type AnyItem, type Placed } from './miro-item';
import type { ItemsPort } from './port';

export function miroItems(sdk: Miro, { call }: Caller): ItemsPort {
  /** A job fills one frame after the other, so the last one is kept. */
  let lastFrame: Frame | undefined;
  /** As they were last listed: what is copied may be deleted meanwhile. */
  let listed: ReadonlyMap<ItemId, AnyItem> = new Map();

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
      listed = new Map(items.map((item) => [itemId(String(item.id)), item]));
      return items.flatMap((item) => itemInfo(item) ?? []);
    },
    async look(id) {
      lastFrame = undefined;
      const frame = await frameOf(id).catch((error: unknown) => {
        if (error instanceof BoardError && error.code === 'not-found') return undefined;
        throw error;
      });
      if (frame === undefined) return undefined;
      const children = frame.childrenIds.map((child) => itemId(String(child)));
      return { frame: frameInfo(frame), children };
    },
    async copy(original, place, inside) {
      const item = listed.get(original);
      if (item === undefined) throw new BoardError('not-found', 'What is copied has gone.');
      const copy = await call(() => createCopy(sdk, item, place));
      try {
        await putInto(inside, copy);
      } catch (error) {
        const gone = error instanceof BoardError && error.code === 'not-found';
        if (gone) await call(() => sdk.board.remove(copy));
        throw error;
      }
      return itemId(String(copy.id));
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
      const chosen = choose(texts.flatMap((text) => itemInfo(text) ?? [])).map(({ id }) => id);
      const kept = new Map<ItemId, unknown>();
      for (const id of chosen) {
        const text = texts.find((one) => one.id === id);
        const value = text && (await keptIn(text, name));
        if (value !== undefined) kept.set(id, value);
      }
      return kept;
    },
    async remove(id, mayGo = () => true) {
      const item = await find(id);
      if (item === undefined) return true;
      const info = itemInfo(item);
      if (info !== undefined && !mayGo(info)) return false;
      await call(() => sdk.board.remove(item));
      return true;
    },
  };
}

/** Miro's type for JSON is the same but for `readonly`. */
function toSdk(value: Json): AppDataValue {
  return value as AppDataValue;
}
