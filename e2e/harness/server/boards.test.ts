import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Boards, type Visitor } from './boards';
import { KEEP_UNUSED_MS, MAX_BOARDS } from './limits';

const visitor = (): Visitor => ({ pointer: () => {}, restarted: () => {} });
let boards: Boards;

beforeEach(() => {
  vi.useFakeTimers();
  boards = new Boards(() => {});
});
afterEach(() => {
  boards.close();
  vi.useRealTimers();
});

function visit(id: string) {
  const { board, join } = boards.enter(id, { furnish: null, scopes: null });
  const someone = visitor();
  join(someone);
  return { board, leave: () => boards.leave(board, someone) };
}

test('a board is the same for everyone who enters, and after everyone has left for a moment', () => {
  const first = visit('a');
  expect(visit('a').board).toBe(first.board);
  first.leave();
  vi.advanceTimersByTime(KEEP_UNUSED_MS * 2);
  expect(visit('a').board).toBe(first.board);
});

test('a board that nobody has been at for long is dropped', () => {
  const first = visit('a');
  first.leave();
  vi.advanceTimersByTime(KEEP_UNUSED_MS - 1);
  expect(boards.size).toBe(1);
  vi.advanceTimersByTime(1);
  expect(boards.size).toBe(0);
  expect(visit('a').board).not.toBe(first.board);
});

test('when there are too many, the one longest unused makes room, and none that is in use', () => {
  const used = visit('used');
  visit('old').leave();
  for (let i = boards.size; i < MAX_BOARDS; i += 1) visit(`b${i}`).leave();
  visit('one more');
  expect(boards.size).toBe(MAX_BOARDS);
  expect(visit('used').board).toBe(used.board);
});
