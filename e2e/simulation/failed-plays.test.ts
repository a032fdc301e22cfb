/**
 * Each play of `npm run sim` that has ever failed, as it was: with the name of each act, for a new
 * operation changes what a seed draws. A cause that is clear has a shorter play of its own in
 * `regressions.test.ts`.
 */
import { expect, test } from 'vitest';
import failed from './failed-plays.json';
import { play } from './play';
import type { Script } from './script';

const plays = failed as unknown as readonly { readonly cause: string; readonly script: Script }[];

test.each(plays)(
  '[I1]–[I11] seed $script.seed: $cause',
  { timeout: 120_000 },
  async ({ script }) => {
    const { broken, story, beliefs } = await play(script);
    expect(broken, [...story, ...beliefs].join('\n')).toEqual([]);
  },
);
