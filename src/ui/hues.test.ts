import { expect, test } from 'vitest';
import { contrast } from './contrast';
import { HUES, hueOf } from '../breakout/hues';

test.each(HUES)('white text on $strong and dark text on $tint can be read', ({ strong, tint }) => {
  expect(contrast('#ffffff', strong)).toBeGreaterThanOrEqual(4.5);
  expect(contrast(strong, tint)).toBeGreaterThanOrEqual(3);
  expect(contrast('#1d1f2b', tint)).toBeGreaterThanOrEqual(7);
});

test('any number has a colour', () => {
  expect(hueOf(3)).toBe(HUES[3]);
  expect(hueOf(13)).toBe(HUES[3]);
  expect(hueOf(-1)).toBe(HUES[1]);
});
