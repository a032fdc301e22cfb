import { roomId, userId } from '../../src/breakout/ids';
import { groupsOf, Met, repeatedPairs, type Groups } from '../../src/breakout/met';
import { MixingSearch } from '../../src/breakout/mixing';
import { split, type Division } from '../../src/breakout/seating';
import { seeded } from './seeded';

const WORKSHOPS = [
  { people: 12, rooms: 4, rounds: 4 },
  { people: 16, rooms: 4, rounds: 5 },
  { people: 24, rooms: 6, rounds: 5 },
  { people: 60, rooms: 15, rounds: 6 },
  { people: 100, rooms: 20, rounds: 10 },
  { people: 200, rooms: 40, rounds: 10 },
] as const;
const SEEDS = 5;

export interface MixingFigures {
  readonly people: number;
  readonly rooms: number;
  readonly rounds: number;
  /** Of all pairs in all rounds, the worst of the seeds. */
  readonly 'pairs that repeat': string;
  readonly 'when split at random': string;
  readonly 'longest search, ms': number;
  readonly 'of one core, ms': number;
  readonly 'longest step, ms': number;
}

/** Workshops in which each round remembers those before, and the same by lot. */
export function mixingFigures(): readonly MixingFigures[] {
  return WORKSHOPS.map((workshop) => {
    const runs = Array.from({ length: SEEDS }, (_, seed) => run(workshop, seeded(seed + 1)));
    const most = (of: (figures: Figures) => number): number => Math.max(...runs.map(of));
    const pairs = most(({ pairs }) => pairs);
    const share = (count: number): string => `${count} (${((100 * count) / pairs).toFixed(1)} %)`;
    return {
      ...workshop,
      'pairs that repeat': share(most(({ mixed }) => mixed)),
      'when split at random': share(most(({ random }) => random)),
      'longest search, ms': Math.round(most(({ searchMs }) => searchMs)),
      'of one core, ms': Math.round(most(({ cpuMs }) => cpuMs)),
      'longest step, ms': Number(most(({ stepMs }) => stepMs).toFixed(1)),
    };
  });
}

interface Figures {
  readonly pairs: number;
  readonly mixed: number;
  readonly random: number;
  readonly searchMs: number;
  /** Work of the processor, whatever else runs on it. */
  readonly cpuMs: number;
  readonly stepMs: number;
}

function run({ people, rooms, rounds }: (typeof WORKSHOPS)[number], random: () => number): Figures {
  const division: Division = {
    people: Array.from({ length: people }, (_, index) => userId(`u${index}`)),
    rooms: Array.from({ length: rooms }, (_, index) => roomId(`r${index}`)),
  };
  const mixed: Groups[] = [];
  const byLot: Groups[] = [];
  const figures = { pairs: 0, mixed: 0, random: 0, searchMs: 0, cpuMs: 0, stepMs: 0 };
  for (let round = 0; round < rounds; round++) {
    const lot = split(division, random);
    figures.random += repeatedPairs(lot, new Met(byLot.map(groupsOf)));
    byLot.push(lot);

    const found = search(division, new Met(mixed.map(groupsOf)), random);
    figures.mixed += found.repeats;
    figures.searchMs = Math.max(figures.searchMs, found.searchMs);
    figures.cpuMs = Math.max(figures.cpuMs, found.cpuMs);
    figures.stepMs = Math.max(figures.stepMs, found.stepMs);
    mixed.push(found.groups);
    figures.pairs += repeatedPairs(found.groups, new Met([groupsOf(found.groups)]));
  }
  return figures;
}

function search(division: Division, met: Met, random: () => number) {
  const startedAt = performance.now();
  const before = process.cpuUsage();
  const mixing = new MixingSearch({ ...division, met }, random);
  let stepMs = 0;
  let at = performance.now();
  while (!mixing.done) {
    mixing.step();
    const now = performance.now();
    stepMs = Math.max(stepMs, now - at);
    at = now;
  }
  const searchMs = performance.now() - startedAt;
  const { user, system } = process.cpuUsage(before);
  return { ...mixing.best, searchMs, cpuMs: (user + system) / 1_000, stepMs };
}
