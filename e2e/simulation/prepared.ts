/** Where many stories begin: two facilitators, one who takes part, and two rooms that are not open yet. */
import { userId, type Millis } from '../../src/breakout/ids';
import type { Actor } from './actor';
import type { Simulation } from './simulation';

export interface Play {
  readonly sim: Simulation;
  readonly all: readonly Actor[];
  readonly ana: Actor;
  readonly ben: Actor;
  readonly cem: Actor;
}

export interface Beginning {
  readonly cemsClockMs?: Millis;
  /** Without an end, unless it is said. */
  readonly lengthMs?: Millis;
}

/** Ana and Ben facilitate, Cem takes part; Ana's panel is open. */
export async function prepared(
  sim: Simulation,
  { cemsClockMs = 0, lengthMs }: Beginning = {},
): Promise<Play> {
  const ana = sim.addUser({ name: 'Ana' });
  const ben = sim.addUser({ name: 'Ben' });
  const cem = sim.addUser({ name: 'Cem', clockWrongByMs: cemsClockMs });
  const all = [ana, ben, cem];
  for (const actor of all) actor.comes();
  await sim.seconds(3);
  const panel = await ana.opensPanel('unclaimed');
  panel.actions.claim();
  await ana.opensPanel('prepare');
  panel.actions.createRooms(2);
  panel.actions.setLength(lengthMs ?? 'none');
  panel.actions.makeFacilitator(userId(ben.id));
  await sim.seconds(6);
  return { sim, all, ana, ben, cem };
}

/** The same, opened by Ana. */
export async function opened(sim: Simulation, beginning?: Beginning): Promise<Play> {
  const play = await prepared(sim, beginning);
  play.ana.panel?.actions.open();
  await sim.seconds(6);
  return play;
}
