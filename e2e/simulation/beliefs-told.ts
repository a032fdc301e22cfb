import { isFacilitator, personOf, planOf, runOf, seatsOf } from './beliefs';
import type { Actor } from './actor';
import type { Simulation } from './simulation';

/** What the board says, and what each client believes, for whoever has to find out why. */
export function beliefsOf(sim: Simulation, actors: readonly Actor[]): readonly string[] {
  const { world } = sim;
  const run = runOf(world);
  const plan = planOf(world);
  const seats = seatsOf(world, run?.epoch ?? 1);
  return [
    `run ${told(run)}`,
    `plan ${told({ ...plan, wanted: plan.wanted(run?.epoch ?? 1) })}`,
    `seats ${told(seats)}`,
    `beat ${told(world.storage().get('beat'))}`,
    ...world.board().sessions.map((session) => `session ${told(session)}`),
    ...actors.flatMap((actor) => [
      `${actor.name} ${actor.id} ${roles(sim, actor).join(', ')}`,
      `  record ${told(personOf(world, actor.id))}`,
      ...actor.panels.map(({ view }) => `  panel ${told(view)}`),
      ...actor.modals.map(({ view }) => `  modal ${told(view)}`),
    ]),
  ];
}

function roles({ world }: Simulation, actor: Actor): string[] {
  return [
    isFacilitator(world, actor.id) ? 'facilitator' : 'participant',
    actor.hasApp ? 'with the app' : 'without the app',
    actor.present ? `in ${actor.tab} of ${actor.tabs}` : 'away',
    `clock off by ${actor.clockWrongByMs} ms`,
    `session ${actor.session ?? 'none'}`,
    actor.isHome ? 'at home' : 'elsewhere',
  ];
}

const told = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) => {
    if (part instanceof Map) return Object.fromEntries(part);
    return part instanceof Set ? [...part] : part;
  });
