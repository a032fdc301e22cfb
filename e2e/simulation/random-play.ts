import type { Dialect } from '../harness/world/dialect';
import { runOf } from './beliefs';
import { clocksAgree, everyoneIsBack, everyoneIsInvited, roomsHaveOneSession } from './invariants';
import { operations, type Scene } from './operations';
import { pick } from './seeded';
import { Simulation } from './simulation';

const NAMES = ['Ana', 'Ben', 'Cem', 'Dora', 'Emil', 'Fay', 'Gia', 'Hugo'];
/** So many things are done while rooms are open, a few seconds apart. */
const OPERATIONS = 25;
/** Slowest one-way delay while things are bad. */
const SLOWEST_MS = 900;

export interface Outcome {
  /** What was broken; empty: nothing. */
  readonly broken: readonly string[];
  /** What was done, for whoever has to find out why. */
  readonly story: readonly string[];
}

/** @param look called when something is broken, with the world as it is then */
export async function playRandomly(
  seed: number,
  dialect: Dialect,
  look: (sim: Simulation, actors: Scene['actors']) => void = () => undefined,
): Promise<Outcome> {
  const sim = new Simulation({ seed, dialect });
  const scene = stage(sim);
  const broken: string[] = [];
  try {
    await prepareAndOpen(scene);
    await act(scene);
    await calm(scene);
    if (runOf(sim.world)?.phase === 'open') {
      broken.push(...everyoneIsInvited(sim, scene.actors), ...roomsHaveOneSession(sim));
      broken.push(...clocksAgree(sim, scene.actors, 200));
      if (broken.length > 0) look(sim, scene.actors);
    }
    await close(scene);
    broken.push(...everyoneIsBack(sim, scene.actors).filter((one) => !excused(one, dialect)));
    if (broken.length > 0) look(sim, scene.actors);
    broken.push(...sim.faults.map((fault) => `[I10] left a page: ${String(fault)}`));
  } catch (error) {
    broken.push(
      `stopped: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
  } finally {
    sim.close();
  }
  return { broken, story: [JSON.stringify(dialect), ...scene.story] };
}

/** What only its starter may end is left when the starter has gone: shown, and empty. */
function excused(sentence: string, dialect: Dialect): boolean {
  return dialect.mayEnd === 'starter' && sentence.endsWith('is left, with 0 people');
}

function stage(sim: Simulation): Scene {
  const actors = NAMES.map((name, index) =>
    sim.addUser({
      name,
      authorised: index < 2 || sim.random() < 0.85,
      clockWrongByMs: Math.round((sim.random() - 0.5) * 900_000),
    }),
  );
  const story: string[] = [];
  for (const actor of actors) actor.comes();
  return { sim, actors, story, chief: actors[0]!, second: actors[1]! };
}

async function prepareAndOpen(scene: Scene): Promise<void> {
  const { sim, chief, second } = scene;
  await sim.seconds(4);
  const panel = await chief.opensPanel('unclaimed');
  panel.actions.claim();
  await chief.opensPanel('prepare');
  panel.actions.createRooms(3);
  panel.actions.setLength('none');
  panel.actions.makeFacilitator(second.id as never);
  await sim.seconds(8);
  for (const { id } of scene.actors) {
    const latencyMs = Math.round(sim.random() * 300);
    const jitterMs = Math.round(sim.random() * (SLOWEST_MS - 300));
    sim.world.setNetwork(id, { latencyMs, jitterMs, loss: 0.02, duplicate: 0.05 });
  }
  panel.actions.open();
  await sim.seconds(3 + sim.random() * 6);
}

async function act(scene: Scene): Promise<void> {
  const { sim, story } = scene;
  for (let count = 0; count < OPERATIONS; count++) {
    await sim.seconds(sim.random() * 4);
    const possible = operations.filter(({ possible: may }) => may(scene));
    const operation = pick(possible, sim.random);
    const what = await operation.run(scene);
    story.push(
      `${String(Math.round(sim.clock.now() / 1_000) % 100_000)} ${operation.name} ${what}`,
    );
  }
}

/** Everybody is there again, the network is good, and nothing happens for a while. */
async function calm({ sim, actors }: Scene): Promise<void> {
  for (const actor of actors) {
    sim.world.setNetwork(actor.id, { latencyMs: 30, jitterMs: 0, loss: 0, duplicate: 0 });
    actor.setOnline(true);
    if (actor.tab === '') actor.comes();
  }
  // Long enough for a hidden conductor's silence to be noticed.
  await sim.seconds(100);
}

async function close({ sim, chief }: Scene): Promise<void> {
  const run = runOf(sim.world);
  if (run?.phase === 'open' || run?.phase === 'closing') {
    const panel = await chief.opensPanel('open', 'closing');
    panel.actions.bringBack();
  }
  await sim.seconds(75);
}
