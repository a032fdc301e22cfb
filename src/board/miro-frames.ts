import type { Frame, Miro } from '@mirohq/websdk-types';
import { frameId, type FrameId } from '../breakout/ids';
import type { Viewport } from '../breakout/person';
import type { Caller } from './caller';
import { BoardError } from './errors';
import { LIST_CREDITS } from './limits';
import type { FrameInfo, FramesPort, Stop } from './port';

/** Frames whose tops differ by less than this share of the height stand in one row. */
const SAME_ROW = 0.5;

export function miroFrames(sdk: Miro, { call }: Caller): FramesPort {
  const find = async (id: FrameId): Promise<Frame | undefined> => {
    try {
      const item = await call(() => sdk.board.getById(id));
      // The SDK's type for an unsupported item may carry any `type`.
      return item.type === 'frame' ? (item as Frame) : undefined;
    } catch (error) {
      if (error instanceof BoardError && error.code === 'not-found') return undefined;
      throw error;
    }
  };

  return {
    async list() {
      const items = await call(() => sdk.board.get({ type: 'frame' }), { credits: LIST_CREDITS });
      return inReadingOrder(items.filter((item) => item.type === 'frame').map(infoOf));
    },
    async get(id) {
      const frame = await find(id);
      return frame && infoOf(frame);
    },
    async onSelection(listen) {
      const handler = ({ items }: { items: readonly { readonly type: string }[] }): void => {
        const frames = items.filter((item): item is Frame => item.type === 'frame');
        listen({
          frames: inReadingOrder(frames.map(infoOf)),
          others: items.length - frames.length,
        });
      };
      await call(() => sdk.board.ui.on('selection:update', handler), { credits: 0 });
      return () => {
        sdk.board.ui.off('selection:update', handler).catch(() => undefined);
      };
    },
    async create({ title, x, y, width, height, fill }) {
      const frame = await call(() =>
        sdk.board.createFrame({ title, x, y, width, height, style: { fillColor: fill } }),
      );
      return infoOf(frame);
    },
    async rename(id, title) {
      const frame = await find(id);
      if (frame === undefined) return false;
      frame.title = title;
      await call(() => frame.sync());
      return true;
    },
    async remove(id) {
      const frame = await find(id);
      if (frame !== undefined) await call(() => sdk.board.remove(frame));
    },
    async emptySpace({ width, height }, near) {
      const from = near ?? middleOf(await call(() => sdk.board.viewport.get()));
      const { x, y } = await call(() => sdk.board.findEmptySpace({ ...from, width, height }));
      return { x, y };
    },
    onCreated: (listen) => onItems({ event: 'items:create', frameOf: ownId, listen }),
    onDeleted: (listen) => onItems({ event: 'items:delete', frameOf: ownId, listen }),
    onNotes: (listen) => onItems({ event: 'items:create', frameOf: frameOfNote, listen }),
  };

  /** @param frameOf the frame that the news of an item is about, if it is about one */
  async function onItems({
    event,
    frameOf,
    listen,
  }: {
    readonly event: 'items:create' | 'items:delete';
    readonly frameOf: (item: BoardItem) => string | undefined;
    readonly listen: (frames: readonly FrameId[]) => void;
  }): Promise<Stop> {
    const handler = ({ items }: { items: readonly BoardItem[] }): void => {
      const frames = items.flatMap((item) => frameOf(item) ?? []);
      if (frames.length > 0) listen(frames.map((id) => frameId(String(id))));
    };
    await call(() => sdk.board.ui.on(event, handler), { credits: 0 });
    return () => {
      sdk.board.ui.off(event, handler).catch(() => undefined);
    };
  }
}

/** What an event of the board says of an item. */
interface BoardItem {
  readonly id: string;
  readonly type: string;
  readonly parentId?: string | null;
}

const ownId = ({ id, type }: BoardItem): string | undefined => (type === 'frame' ? id : undefined);

const frameOfNote = ({ type, parentId }: BoardItem): string | undefined =>
  type === 'sticky_note' ? (parentId ?? undefined) : undefined;

function middleOf({ x, y, width, height }: Viewport): { readonly x: number; readonly y: number } {
  return { x: x + width / 2, y: y + height / 2 };
}

function infoOf({ id, title, x, y, width, height }: Frame): FrameInfo {
  return { id: frameId(String(id)), title, x, y, width, height };
}

/** Top to bottom, then left to right; people do not align frames to the pixel. */
function inReadingOrder(frames: readonly FrameInfo[]): readonly FrameInfo[] {
  const rows: FrameInfo[][] = [];
  for (const frame of [...frames].sort((a, b) => a.y - b.y)) {
    const row = rows.at(-1);
    const first = row?.[0];
    const sameRow = first !== undefined && frame.y - first.y < first.height * SAME_ROW;
    if (row !== undefined && sameRow) row.push(frame);
    else rows.push([frame]);
  }
  return rows.flatMap((row) => row.sort((a, b) => a.x - b.x));
}
