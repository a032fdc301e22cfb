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
      return inReadingOrder(items.filter((item) => item.type === 'frame').map(frameInfo));
    },
    async get(id) {
      const frame = await find(id);
      return frame && frameInfo(frame);
    },
    async onSelection(listen) {
      const handler = ({ items }: { items: readonly { readonly type: string }[] }): void => {
        const frames = items.filter((item): item is Frame => item.type === 'frame');
        listen({
          frames: inReadingOrder(frames.map(frameInfo)),
          others: items.length - frames.length,
        });
      };
      await call(() => sdk.board.ui.on('selection:update', handler), { credits: 0 });
      return () => {
        sdk.board.ui.off('selection:update', handler).catch(() => undefined);
      };
    },
    async create({ title, x, y, width, height, fill }, onLate) {
      const frame = await call(
        () => sdk.board.createFrame({ title, x, y, width, height, style: { fillColor: fill } }),
        onLate && { onLate: (late) => onLate(frameInfo(late)) },
      );
      return frameInfo(frame);
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
    onChanged: (listen) => onItems({ event: 'experimental:items:update', of: titleOf, listen }),
    onCreated: (listen) => onItems({ event: 'items:create', of: ownId, listen }),
    onDeleted: (listen) => onItems({ event: 'items:delete', of: ownId, listen }),
    onNotes: (listen) => onItems({ event: 'items:create', of: frameOfNote, listen }),
  };

  /** @param of what the news of an item says about a frame, if it is about one */
  async function onItems<News>({
    event,
    of,
    listen,
  }: {
    readonly event: 'items:create' | 'items:delete' | 'experimental:items:update';
    readonly of: (item: BoardItem) => News | undefined;
    readonly listen: (news: readonly News[]) => void;
  }): Promise<Stop> {
    const handler = ({ items }: { items: readonly BoardItem[] }): void => {
      const news = items.flatMap((item) => of(item) ?? []);
      if (news.length > 0) listen(news);
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
  readonly title?: string;
}

const ownId = ({ id, type }: BoardItem): FrameId | undefined =>
  type === 'frame' ? frameId(String(id)) : undefined;

const titleOf = (item: BoardItem): Pick<FrameInfo, 'id' | 'title'> | undefined => {
  const id = ownId(item);
  return id && { id, title: item.title ?? '' };
};

const frameOfNote = ({ type, parentId }: BoardItem): FrameId | undefined =>
  type === 'sticky_note' && typeof parentId === 'string' ? frameId(parentId) : undefined;

function middleOf({ x, y, width, height }: Viewport): { readonly x: number; readonly y: number } {
  return { x: x + width / 2, y: y + height / 2 };
}

export function frameInfo({ id, title, x, y, width, height }: Frame): FrameInfo {
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
