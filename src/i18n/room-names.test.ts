import { expect, test } from 'vitest';
import { LOCALES } from './locales';
import { roomNames } from './room-names';

test.each(LOCALES)('%s has at least thirty short names, then numbered ones', async (locale) => {
  const names = await roomNames(locale, []);
  const plain = names.filter((name) => !/\d/.test(name));
  expect(plain.length).toBeGreaterThanOrEqual(30);
  expect(names.slice(0, plain.length)).toEqual(plain);
  expect(names.length).toBeGreaterThanOrEqual(200);
  expect(new Set(names).size).toBe(names.length);
  expect(plain.every((name) => name.length <= 12)).toBe(true);
});
