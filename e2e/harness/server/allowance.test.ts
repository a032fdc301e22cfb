import { expect, test } from 'vitest';
import { Allowance } from './allowance';

const rate = { perSecond: 10, atOnce: 20 };

test('a crowd passes at once, and no more than the rate afterwards', () => {
  const allowance = new Allowance(rate, 0);
  const passed = (at: number, tries: number): number =>
    Array.from({ length: tries }, () => allowance.take(at)).filter(Boolean).length;
  expect(passed(0, 100)).toBe(20);
  expect(passed(500, 100)).toBe(5);
  expect(passed(60_000, 100)).toBe(20);
});

test('a clock that goes back gives nothing', () => {
  const allowance = new Allowance({ perSecond: 10, atOnce: 1 }, 1_000);
  expect(allowance.take(1_000)).toBe(true);
  expect(allowance.take(0)).toBe(false);
});
