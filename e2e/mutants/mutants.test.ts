import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inRoot } from '../run/paths.js';
import { mutants } from './mutants.js';

test('every deliberate fault finds its place in the product exactly once', () => {
  const misplaced = mutants.filter(
    ({ file, find }) => readFileSync(inRoot(file), 'utf8').split(find).length !== 2,
  );
  expect(misplaced.map(({ breaks, file }) => `${file}: ${breaks}`)).toEqual([]);
});

test('every deliberate fault changes something, and is described once', () => {
  expect(mutants.filter(({ find, replace }) => find === replace)).toEqual([]);
  const descriptions = mutants.map(({ breaks }) => breaks);
  expect(new Set(descriptions).size).toBe(descriptions.length);
});
