import { expect, test } from 'vitest';
import { createVirtualClock } from '../../e2e/harness/world/virtual-clock';
import { Insistence } from './insistence';

/** Fails so often, then works. */
function insistOn(failures: number) {
  const clock = createVirtualClock();
  const startedAt = clock.now();
  const triedAt: number[] = [];
  let changes = 0;
  const insistence = new Insistence({
    timers: {
      now: clock.now,
      monotonic: clock.now,
      random: () => 0,
      after: (ms, action) => clock.after(ms, action),
    },
    changed: () => changes++,
    job: async () => {
      triedAt.push(clock.now() - startedAt);
      if (triedAt.length <= failures) throw new Error('refused');
    },
  });
  return { clock, insistence, triedAt, changes: () => changes };
}

test('[R6] what failed is done again, ever more rarely, until it works', async () => {
  const { clock, insistence, triedAt, changes } = insistOn(3);
  void insistence.now();
  await clock.advance(3_000);
  expect(insistence.failure).toBeInstanceOf(Error);
  await clock.advance(600_000);
  expect(triedAt).toEqual([0, 2_000, 6_000, 14_000]);
  expect(insistence.failure).toBeUndefined();
  expect(changes()).toBe(4);
});

test('[R6] “Try again” does not wait, and asks for nothing that works', async () => {
  const { clock, insistence, triedAt } = insistOn(1);
  void insistence.now();
  await clock.advance(500);
  insistence.hurry();
  await clock.advance(500);
  insistence.hurry();
  await clock.advance(10_000);
  expect(triedAt).toEqual([0, 500]);
});

test('nothing is done any more after its end', async () => {
  const { clock, insistence, triedAt } = insistOn(9);
  void insistence.now();
  await clock.advance(500);
  insistence.end();
  await clock.advance(600_000);
  expect(triedAt).toEqual([0]);
});
