/**
 * Random people on a random board: whoever may do something does it at a random moment, on bad
 * networks, with wrong clocks, under a random combination of dialects. Afterwards the network is
 * calm for a while, and the invariants must hold.
 *
 * `SIM_RUNS` seeds are played, from `SIM_SEED` on.
 */
import { expect, test } from 'vitest';
import { defaultDialect } from '../harness/world/dialect';
import { randomDialect } from './random-dialect';
import { playRandomly } from './random-play';

const runs = Number(process.env['SIM_RUNS'] ?? 16);
const first = Number(process.env['SIM_SEED'] ?? 1);
const seeds = Array.from({ length: runs }, (_, index) => first + index);

test.each(seeds)('[I1] [I3] [I5] [I7] [I8] seed %i', { timeout: 120_000 }, async (seed) => {
  const dialect = seed % 3 === 0 ? defaultDialect : randomDialect(seed);
  const outcome = await playRandomly(seed, dialect);
  expect(outcome.broken, outcome.story.join('\n')).toEqual([]);
});
