import { expect, test } from 'vitest';
import { isBehind } from './behind';
import { apple, aPlan, aRun, aWanted, birch, MINUTE } from './fixtures';
import type { Plan, Wanted } from './plan';
import type { Run } from './run';

const run = aRun();
const wanted = aWanted({ phase: 'open', length: run.length });
const known = { now: run.openedAt + 1_000, seatsDigest: run.seatsDigest };
const behind = (
  plan: Partial<Plan>,
  want: Partial<Wanted> = {},
  over: Partial<Run> = {},
): boolean => isBehind({ ...run, ...over }, aPlan(plan, { ...wanted, ...want }), known);

test('[C10] what facilitators want is not fact yet, or time is up', () => {
  expect(behind({})).toBe(false);
  expect(behind({}, { phase: 'closing' })).toBe(true);
  expect(behind({}, { paused: true })).toBe(true);
  expect(behind({}, { length: 90 * MINUTE })).toBe(true);
  expect(behind({}, {}, { deadlineAt: known.now })).toBe(true);
  expect(behind({}, {}, { seatsDigest: 'other' })).toBe(true);
  expect(behind({ closing: new Map([[apple, run.epoch]]) })).toBe(true);
  expect(behind({}, {}, { rooms: new Map([...run.rooms].filter(([id]) => id !== birch)) })).toBe(
    true,
  );
});

test('[C2] [C6] nobody is behind who has nothing to conduct', () => {
  expect(behind({}, { phase: 'closing' }, { phase: 'closed' })).toBe(false);
  expect(isBehind(undefined, aPlan({}, wanted), known)).toBe(false);
});
