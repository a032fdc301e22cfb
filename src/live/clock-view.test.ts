import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ana, anasTab, aPerson, aRun, bensTab, MINUTE } from '../breakout/fixtures';
import { noEstimate } from '../breakout/clock';
import type { Wanted } from '../breakout/plan';
import type { Run } from '../breakout/run';
import { clockView } from './clock-view';
import { aSnapshot, estimateOf, planWanting } from './fixtures';
import type { Snapshot } from './snapshot';
import type { ClockView } from './views';

function clockAt(
  now: number,
  run: Partial<Run> = {},
  wanted: Partial<Wanted> = {},
  change: Partial<Snapshot> = {},
): ClockView {
  const snapshot = aSnapshot({ now, plan: planWanting({ phase: 'open', ...wanted }), ...change });
  return clockView(snapshot, aRun(run));
}

test('counts down to the deadline, never below zero', () => {
  expect(clockAt(4 * MINUTE)).toEqual({
    remainingMs: 6 * MINUTE,
    share: 0.6,
    endsAt: 10 * MINUTE,
    paused: false,
    approximate: false,
  });
  expect(clockAt(11 * MINUTE)).toMatchObject({ remainingMs: 0, share: 0 });
});

test('[I8] clocks that differ by any offset show the same time left', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -1e7, max: 1e7 }),
      fc.integer({ min: 0, max: 10 * MINUTE }),
      (offset, at) => {
        const own = clockAt(at + offset, {}, {}, { estimate: estimateOf(offset) });
        expect(own.remainingMs).toBe(10 * MINUTE - at);
        expect(own.endsAt).toBe(10 * MINUTE + offset);
      },
    ),
  );
});

test('a longer time counts as soon as it is wanted, and does not jump when the run follows', () => {
  const ordered = clockAt(4 * MINUTE, {}, { length: 15 * MINUTE });
  const done = clockAt(
    4 * MINUTE,
    { length: 15 * MINUTE, deadlineAt: 15 * MINUTE },
    { length: 15 * MINUTE },
  );
  expect(ordered.remainingMs).toBe(11 * MINUTE);
  expect(ordered).toEqual(done);
});

describe('without an end', () => {
  const endless = { length: 'none' as const, deadlineAt: undefined };

  test('there is no time left to show', () => {
    expect(clockAt(MINUTE, endless, { length: 'none' })).toMatchObject({
      remainingMs: undefined,
      share: 1,
      endsAt: undefined,
    });
  });

  test('an end that is wanted counts from the opening', () => {
    expect(clockAt(MINUTE, endless, { length: 5 * MINUTE }).remainingMs).toBe(4 * MINUTE);
  });
});

test('paused: what is left stands still and there is no end', () => {
  const paused = { paused: true, remainingMs: 3 * MINUTE, deadlineAt: undefined };
  const view = clockAt(50 * MINUTE, paused, { paused: true });
  expect(view).toMatchObject({ remainingMs: 3 * MINUTE, endsAt: undefined, paused: true });
});

describe('"about"', () => {
  test('until a live beat has told the conductor’s clock', () => {
    expect(clockAt(MINUTE, {}, {}, { estimate: noEstimate }).approximate).toBe(true);
    expect(clockAt(MINUTE, {}, {}, { estimate: estimateOf() }).approximate).toBe(false);
  });

  test('the samples of another conductor count for nothing', () => {
    expect(clockAt(MINUTE, { clock: { user: ana, tab: bensTab } }).approximate).toBe(true);
  });

  test('never beside the conductor itself', () => {
    const people = new Map([[ana, aPerson({ lead: anasTab })]]);
    expect(clockAt(MINUTE, {}, {}, { estimate: noEstimate, people }).approximate).toBe(false);
  });
});
