import fc from 'fast-check';
import { expect, test } from 'vitest';
import { figures, roundedMinutes, wholeSeconds } from './countdown-text';

test.each([
  [0, '0:00'],
  [999, '0:00'],
  [1000, '0:01'],
  [59_999, '0:59'],
  [60_000, '1:00'],
  [522_400, '8:42'],
  [599_999, '9:59'],
  [3_599_999, '59:59'],
  [3_600_000, '1:00:00'],
  [3_723_000, '1:02:03'],
])('%i ms are %s', (ms, text) => {
  expect(figures(ms)).toBe(text);
});

test('no time is ever negative', () => {
  fc.assert(
    fc.property(fc.integer(), (ms) => {
      expect(figures(ms)).toMatch(/^(\d+:[0-5])?\d:[0-5]\d$|^\d+:[0-5]\d$/);
      expect(wholeSeconds(ms)).toBeGreaterThanOrEqual(0);
      expect(roundedMinutes(ms)).toBeGreaterThanOrEqual(1);
    }),
  );
});

test('an opening countdown of three seconds begins with 3 and its last second is 1', () => {
  expect(wholeSeconds(3000)).toBe(3);
  expect(wholeSeconds(2001)).toBe(3);
  expect(wholeSeconds(1)).toBe(1);
  expect(wholeSeconds(0)).toBe(0);
});

test('words round to the nearest minute', () => {
  expect(roundedMinutes(522_000)).toBe(9);
  expect(roundedMinutes(505_000)).toBe(8);
  expect(roundedMinutes(20_000)).toBe(1);
});
