import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { realTimers } from '../board/timers';
import { Insistence } from './insistence';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

/** Fails so often, then works. */
function insistOn(failures: number) {
  const startedAt = Date.now();
  const triedAt: number[] = [];
  let changes = 0;
  const insistence = new Insistence({
    timers: realTimers,
    changed: () => changes++,
    job: async () => {
      triedAt.push(Date.now() - startedAt);
      if (triedAt.length <= failures) throw new Error('refused');
    },
  });
  return { insistence, triedAt, changes: () => changes };
}

test('[R6] what failed is done again, ever more rarely, until it works', async () => {
  const { insistence, triedAt, changes } = insistOn(3);
  void insistence.now();
  await pass(3_000);
  expect(insistence.failure).toBeInstanceOf(Error);
  await pass(600_000);
  expect(triedAt).toEqual([0, 2_000, 6_000, 14_000]);
  expect(insistence.failure).toBeUndefined();
  expect(changes()).toBe(4);
});

test('[R6] “Try again” does not wait, and asks for nothing that works', async () => {
  const { insistence, triedAt } = insistOn(1);
  void insistence.now();
  await pass(500);
  insistence.hurry();
  await pass(500);
  insistence.hurry();
  await pass(10_000);
  expect(triedAt).toEqual([0, 500]);
});

test('nothing is done any more after its end', async () => {
  const { insistence, triedAt } = insistOn(9);
  void insistence.now();
  await pass(500);
  insistence.end();
  await pass(600_000);
  expect(triedAt).toEqual([0]);
});
