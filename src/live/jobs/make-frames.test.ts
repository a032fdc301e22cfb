import { describe, expect, test } from 'vitest';
import { BoardError } from '../../board/errors';
import type { FrameInfo, NewFrame } from '../../board/port';
import { ana, ben } from '../../breakout/fixtures';
import { frameId, roomId, writerId, type RoomId } from '../../breakout/ids';
import type { Plan } from '../../breakout/plan';
import { edit, emptyDoc, type Changes, type Doc } from '../../records/merge';
import { planRecord } from '../../records/plan';
import { planEdits } from '../../records/plan-edits';
import { FRAME_GAP, FRAME_HEIGHT, FRAME_WIDTH, gridCentres, gridSize } from './frame-grid';
import { framesWanted, makeFrames, type FrameMaker } from './make-frames';

const writer = writerId('w');
const ids = Array.from({ length: 5 }, (_, index) => roomId(`room-${index}`));

class Board implements FrameMaker {
  readonly me = ana;
  readonly made: NewFrame[] = [];
  readonly removed: string[] = [];
  readonly asked: number[] = [];
  /** Called while a frame is being made. */
  meanwhile: (count: number) => void = () => undefined;
  #doc: Doc = emptyDoc;

  readonly plan = (): Plan => planRecord.decode(this.#doc);
  readonly edit = (changes: Changes): void => {
    this.#doc = edit(this.#doc, changes, writer);
  };

  readonly frames: FrameMaker['frames'] = {
    emptySpace: async ({ width }) => {
      this.asked.push(width);
      return { x: 0, y: 0 };
    },
    create: async (frame): Promise<FrameInfo> => {
      this.meanwhile(this.made.length);
      this.made.push(frame);
      return { ...frame, id: frameId(`made-${this.made.length}`) };
    },
    remove: async (id) => void this.removed.push(id),
  };

  order(...rooms: readonly RoomId[]): this {
    for (const [order, id] of rooms.entries()) {
      this.edit(
        planEdits.setRoom(id, { alive: true, name: `Room ${order}`, order, wantsFrame: ana }),
      );
    }
    return this;
  }
}

describe('making frames', () => {
  test('one for each room that ordered one, written down, named and coloured like it', async () => {
    const board = new Board().order(...ids.slice(0, 3));
    await makeFrames(board);
    expect(board.plan().rooms.map(({ frame }) => frame)).toEqual(['made-1', 'made-2', 'made-3']);
    expect(board.made.map(({ title }) => title)).toEqual(['Room 0', 'Room 1', 'Room 2']);
    expect(framesWanted(board.plan(), ana)).toEqual([]);
  });

  test('only those this user has ordered', async () => {
    const board = new Board().order(ids[0] ?? roomId('x'));
    expect(framesWanted(board.plan(), ben)).toEqual([]);
    const { frames, plan, edit: change } = board;
    await makeFrames({ me: ben, frames, plan, edit: change });
    expect(board.made).toEqual([]);
  });

  test('after a failure the next attempt makes only what is missing', async () => {
    const board = new Board().order(...ids.slice(0, 3));
    board.meanwhile = (count) => {
      if (count === 1) throw new BoardError('timed-out', 'late');
    };
    await expect(makeFrames(board)).rejects.toThrow('late');
    expect(board.plan().rooms.map(({ frame }) => frame)).toEqual(['made-1', undefined, undefined]);
    board.meanwhile = () => undefined;
    await makeFrames(board);
    expect(board.made).toHaveLength(3);
    expect(board.plan().rooms.every(({ frame }) => frame !== undefined)).toBe(true);
  });

  test('a room removed meanwhile leaves no frame behind', async () => {
    const [first, second] = ids;
    if (first === undefined || second === undefined) throw new Error('fixture');
    const board = new Board().order(first, second);
    board.meanwhile = () => board.edit(planEdits.setRoom(first, { alive: false }));
    await makeFrames(board);
    expect(board.removed).toEqual(['made-1']);
    expect(board.plan().rooms.map(({ frame }) => frame)).toEqual(['made-2']);
  });

  test('a frame chosen by hand meanwhile is kept', async () => {
    const [first] = ids;
    if (first === undefined) throw new Error('fixture');
    const board = new Board().order(first);
    const chosen = frameId('chosen');
    board.meanwhile = () =>
      board.edit(planEdits.setRoom(first, { frame: chosen, wantsFrame: null }));
    await makeFrames(board);
    expect(board.plan().rooms[0]?.frame).toBe(chosen);
    expect(board.removed).toEqual(['made-1']);
  });
});

describe('where frames go', () => {
  test.each([
    [1, 1, 1],
    [2, 2, 1],
    [4, 2, 2],
    [5, 3, 2],
    [10, 4, 3],
  ])('%i frames: %i in a row, %i rows', (count, columns, rows) => {
    expect(gridSize(count)).toEqual({
      width: columns * FRAME_WIDTH + (columns - 1) * FRAME_GAP,
      height: rows * FRAME_HEIGHT + (rows - 1) * FRAME_GAP,
    });
  });

  test('they lie within the area, in reading order, without touching', () => {
    const centre = { x: 1_000, y: -500 };
    const { width, height } = gridSize(5);
    const centres = gridCentres(5, centre);
    for (const { x, y } of centres) {
      expect(Math.abs(x - centre.x)).toBeLessThanOrEqual((width - FRAME_WIDTH) / 2);
      expect(Math.abs(y - centre.y)).toBeLessThanOrEqual((height - FRAME_HEIGHT) / 2);
    }
    const [a, b, , d] = centres;
    expect((b?.x ?? 0) - (a?.x ?? 0)).toBe(FRAME_WIDTH + FRAME_GAP);
    expect((d?.y ?? 0) - (a?.y ?? 0)).toBe(FRAME_HEIGHT + FRAME_GAP);
  });
});
