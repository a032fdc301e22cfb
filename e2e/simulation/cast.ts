import type { Actor } from './actor';
import type { Script } from './script';
import type { Simulation } from './simulation';

/**
 * Two facilitators to be, and others, some without the app, some of whom may only look at the board;
 * all clocks are wrong by minutes.
 */
export function cast(sim: Simulation, { people }: Script, chance: () => number): readonly Actor[] {
  return Array.from({ length: people }, (_, index) =>
    sim.addUser({
      name: nameOf(index),
      authorised: index < 2 || chance() < 0.85,
      role: index < 2 || chance() < 0.9 ? 'editor' : 'viewer',
      clockWrongByMs: Math.round((chance() - 0.5) * 900_000),
    }),
  );
}

const NAMES = ['Ana', 'Ben', 'Cem', 'Dora', 'Emil', 'Fay', 'Gia', 'Hugo', 'Ida', 'Jon'];

const nameOf = (index: number): string => {
  const round = Math.floor(index / NAMES.length);
  return `${NAMES[index % NAMES.length] ?? ''}${round === 0 ? '' : String(round + 1)}`;
};
