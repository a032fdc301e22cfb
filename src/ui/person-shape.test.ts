import { expect, test } from 'vitest';
import { initials } from './person-shape';

test.each([
  ['Ana Kim', 'AK'],
  ['ana', 'A'],
  ['Gia van der Park', 'GP'],
  ['山田 太郎', '山太'],
  ['山田太郎', '山田'],
  ['Émile Öz', 'ÉÖ'],
  ['😀 Bob', '😀B'],
  ['', ''],
])('the initials of %s are %s', (name, text) => {
  expect(initials(name)).toBe(text);
});
