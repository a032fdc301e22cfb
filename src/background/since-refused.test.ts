import { expect, test } from 'vitest';
import { BoardError } from '../board/errors';
import { FakeTimers } from '../live/fake-board';
import { SinceRefused } from './since-refused';

test('[A7] a step is refused until one works, or none is tried any more', async () => {
  const timers = new FakeTimers();
  const since = new SinceRefused(timers);
  since.failed(new BoardError('not-found', 'This frame is gone.'));
  since.over();
  expect(since.ms).toBe(Infinity);
  since.failed(new BoardError('rate-limited-minute', 'No credits.'));
  await timers.advance(30_000);
  expect(since.ms).toBe(0);
  expect(since.over()).toBe(true);
  await timers.advance(4_000);
  expect(since.over()).toBe(false);
  expect(since.ms).toBe(4_000);
});
