/** A few random plays for every test run. Many more, with more people: `npm run sim`. */
import { expect, test } from 'vitest';
import { play } from './play';
import { scriptOf } from './script';

const seeds = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

test.each(seeds)('[I1]–[I3] [I5]–[I8] [I10] [I11] seed %i', { timeout: 120_000 }, async (seed) => {
  const { broken, story, beliefs } = await play(scriptOf(seed, [3, 8]));
  expect(broken, [...story, ...beliefs].join('\n')).toEqual([]);
});
