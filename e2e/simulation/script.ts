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
  /**
   * In which of somebody's windows, by the order in which they were opened, where they have so many; else in the
   * one they sit at.
   */
  readonly window?: number;
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
  /** Which part of the people has two windows from the beginning on; the others open one when they do. */
  readonly windows?: number;
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
const MOST_WINDOWS = 2;
/** So many plays begin with people who have two windows; they are as long as can be. */
const WITH_WINDOWS = 0.15;
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
  const chance = seeded(seed * 6_101 + 11);
  const windows = chance() < WITH_WINDOWS ? chance() : 0;
  // Short plays are drawn more often than long ones, as small boards are.
  const acts = (most: number): Act[] =>
    Array.from({ length: Math.ceil((favours || windows > 0 ? 1 : random() ** 2) * most) }, () => {
      const afterMs = Math.round(random() * LONGEST_WAIT_MS);
      const own = Math.floor(random() * 2 ** 31);
      const window = Math.floor(seeded(own + 1)() * MOST_WINDOWS);
      return { afterMs, seed: own, operation: undefined, window };
    });
  const drawn = crowd(people, random);
  const count = favours ? Math.min(Math.max(drawn, FAVOURING_CROWD), people[1]) : drawn;
  return {
    seed,
    people: count,
    rooms: 2 + Math.floor(random() * Math.min(6, count / 3)),
    dialect: randomDialect(seed),
    ending: random() < 0.6 ? 'brought back' : pick(endings, random),
    windows,
    before: acts(MOST_BEFORE),
    after: acts(MOST_AFTER),
  };
}
