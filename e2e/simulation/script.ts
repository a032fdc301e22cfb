import type { Dialect } from '../harness/world/dialect';
import { favourOf } from './favour';
import { randomDialect } from './random-dialect';
import { pick, seeded } from './seeded';

/** One thing that somebody does, some time after the one before. */
export interface Act {
  readonly afterMs: number;
  /** The act's own chance: leaving out other acts does not change what this one draws. */
  readonly seed: number;
  /** By its name; `undefined`: drawn among what is possible then. */
  readonly operation: string | undefined;
}

export type Ending = 'brought back' | 'deadline' | 'deserted';
export const endings: readonly Ending[] = ['brought back', 'deadline', 'deserted'];

/** All that decides a play, besides the code. */
export interface Script {
  readonly seed: number;
  readonly people: number;
  readonly rooms: number;
  readonly dialect: Dialect;
  readonly ending: Ending;
  /** Before the opening, and after it. */
  readonly before: readonly Act[];
  readonly after: readonly Act[];
}

/** How many people take part, from and to. */
export type Crowd = readonly [from: number, to: number];
export const usualCrowd: Crowd = [3, 40];

const MOST_BEFORE = 8;
const MOST_AFTER = 30;
const LONGEST_WAIT_MS = 2_500;
/** So many at least where something rare is favoured: some things take several people. */
const FAVOURING_CROWD = 6;

/**
 * Small boards are drawn far more often than large ones: they find nearly all, and are quick. Of 3 to 40
 * people one board in thirty has more than 20, one in a hundred more than 30.
 */
function crowd([from, to]: Crowd, random: () => number): number {
  return Math.min(to, Math.floor(from * ((to + 1) / from) ** (random() ** 10)));
}

export function scriptOf(seed: number, people: Crowd = usualCrowd): Script {
  const random = seeded(seed * 7919 + 17);
  const favours = favourOf(seed) !== undefined;
  // Short plays are drawn more often than long ones, as small boards are.
  const acts = (most: number): Act[] =>
    Array.from({ length: Math.ceil((favours ? 1 : random() ** 2) * most) }, () => ({
      afterMs: Math.round(random() * LONGEST_WAIT_MS),
      seed: Math.floor(random() * 2 ** 31),
      operation: undefined,
    }));
  const drawn = crowd(people, random);
  const count = favours ? Math.min(Math.max(drawn, FAVOURING_CROWD), people[1]) : drawn;
  return {
    seed,
    people: count,
    rooms: 2 + Math.floor(random() * Math.min(6, count / 3)),
    dialect: randomDialect(seed),
    ending: random() < 0.6 ? 'brought back' : pick(endings, random),
    before: acts(MOST_BEFORE),
    after: acts(MOST_AFTER),
  };
}
