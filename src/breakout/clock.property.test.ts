import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clockJumped, conductorNow, liveNow, noEstimate, offsetMs, withSample } from './clock';
import { tabId, userId } from './ids';

const clockOf = (term: number) => ({ user: userId('1'), tab: tabId('t'), term });

test('[I8] [T1] the estimate errs by no more than the smallest delay of the last six samples', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -300_000, max: 300_000 }),
      fc.array(fc.integer({ min: 0, max: 5_000 }), { minLength: 1, maxLength: 20 }),
      (aheadMs, delays) => {
        let estimate = noEstimate;
        let local = 1_000_000;
        for (const delay of delays) {
          const stamped = local - aheadMs;
          local += 10_000;
          estimate = withSample(estimate, { ...clockOf(1), at: stamped + 10_000 - delay }, local);
        }
        const error = local - aheadMs - conductorNow(estimate, local);
        expect(error).toBeGreaterThanOrEqual(0);
        expect(error).toBe(Math.min(...delays.slice(-6)));
      },
    ),
  );
});

test('[T1] a new term discards the samples of the old clock', () => {
  const old = withSample(noEstimate, { ...clockOf(1), at: 0 }, 500_000);
  const fresh = withSample(old, { ...clockOf(2), at: 500_000 }, 500_040);
  expect(offsetMs(fresh)).toBe(40);
});

test.each([
  ['term', { ...clockOf(2) }],
  ['user', { ...clockOf(1), user: userId('2') }],
  ['tab', { ...clockOf(1), tab: tabId('u') }],
  ['setting', { ...clockOf(1), clockSet: 1 }],
])('[T1] whatever a clock of another %s says, the old samples count no more', (_what, other) => {
  const old = withSample(noEstimate, { ...clockOf(1), at: 1_000 }, 1_000);
  expect(offsetMs(withSample(old, { ...other, at: 1_000 }, 61_000))).toBe(60_000);
  expect(offsetMs(withSample(old, { ...other, at: 61_000 }, 1_000))).toBe(-60_000);
});

test('[T1] without a live beat the own clock is used', () => {
  expect(offsetMs(noEstimate)).toBeUndefined();
  expect(conductorNow(noEstimate, 77)).toBe(77);
  expect(liveNow(noEstimate, 77)).toBeUndefined();
  const heard = withSample(noEstimate, { ...clockOf(1), at: 0 }, 500_000);
  expect(liveNow(heard, 500_077)).toBe(77);
});

test('[T2] a clock that was set by more than half a second is noticed, in both directions', () => {
  const before = { wall: 1_000, monotonic: 10 };
  expect(clockJumped(before, { wall: 2_400, monotonic: 1_010 })).toBe(false);
  expect(clockJumped(before, { wall: 2_600, monotonic: 1_010 })).toBe(true);
  expect(clockJumped(before, { wall: 1_400, monotonic: 1_010 })).toBe(true);
});
