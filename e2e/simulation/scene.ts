import type { RunPhase } from '../../src/breakout/run';
import type { WorldApi } from '../harness/world/api';
import type { Actor } from './actor';
import { isFacilitator, planOf, runOf } from './beliefs';
import type { Simulation } from './simulation';

/** Where a board is, for what can happen on it. */
export type Phase = 'prepare' | RunPhase | 'after';

export const phases: readonly Phase[] = [
  'prepare',
  'opening',
  'open',
  'closing',
  'ending',
  'after',
];

/** A board with people, as operations see it. */
export interface Scene {
  readonly sim: Simulation;
  readonly actors: readonly Actor[];
  /** What was found broken so far. */
  readonly broken: string[];
  /** Lets time pass, and looks at the invariants that hold always. */
  readonly pass: (ms: number) => Promise<void>;
}

export function phaseOf(world: WorldApi): Phase {
  const run = runOf(world);
  if (run !== undefined && run.phase !== 'closed') return run.phase;
  const last = run?.epoch ?? 0;
  return last > 0 && planOf(world).prepared <= last ? 'after' : 'prepare';
}

export const present = ({ actors }: Scene): readonly Actor[] =>
  actors.filter((actor) => actor.present);

export const facilitators = (scene: Scene): readonly Actor[] =>
  present(scene).filter(({ id }) => isFacilitator(scene.sim.world, id));

/** With the app. */
export const participants = (scene: Scene): readonly Actor[] =>
  present(scene).filter(({ id, hasApp }) => hasApp && !isFacilitator(scene.sim.world, id));

/** A facilitator in front of one of these screens, if any is there. */
export async function facilitatorAt(
  scene: Scene,
  ...screens: readonly string[]
): Promise<Actor | undefined> {
  const actor = facilitators(scene).find(({ asleep }) => !asleep);
  await actor?.opensPanel(...screens);
  return actor;
}
