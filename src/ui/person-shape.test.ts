import { expect, test } from 'vitest';
import { initials } from './person-shape';

test.each([
  ['Ana Kim', 'AK'],
  ['ana', 'A'],
  ['Gia van der Park', 'GP'],
  ['山田 太郎', '山'],
  ['さくら', 'さ'],
  ['Émile Öz', 'ÉÖ'],
  ['😀 Bob', '😀B'],
  ['', ''],
])('the initials of %s are %s', (name, text) => {
  expect(initials(name)).toBe(text);
});
