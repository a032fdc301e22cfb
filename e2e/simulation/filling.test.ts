/** Rooms filled from a frame: the whole way from the panel to the board, in virtual time. */
import { afterEach, describe, expect, test } from 'vitest';
import type { OnBoard } from '../../src/live/on-board/on-board-view';
import type { PanelState } from '../../src/live/panel-state.svelte';
import type { ItemView } from '../harness/world/api';
import { CREDITS_PER_HOUR, CREDITS_PER_MINUTE } from '../harness/world/credits';
import type { Actor } from './actor';
import { planOf } from './beliefs';
import { Simulation } from './simulation';

let simulation: Simulation | undefined;
afterEach(() => {
  simulation?.close();
  expect(simulation?.faults ?? []).toEqual([]);
  simulation = undefined;
});

const KINDS = ['sticky_note', 'text', 'shape', 'card'];

/** A frame with so many items, in rows; of all kinds that can be copied. */
function template({ world }: Simulation, { tab }: Actor, items: number): string {
  const place = { x: 20_000, y: 20_000, width: 1_600, height: 900 };
  const frame = world.createItem(tab, { type: 'frame', text: 'Retro', ...place });
  for (let at = 0; at < items; at++) {
    const [column, row] = [at % 5, Math.floor(at / 5)];
    world.createItem(tab, {
      type: KINDS[at % KINDS.length] ?? 'text',
      x: place.x - 600 + column * 300,
      y: place.y - 330 + row * 220,
      width: 160,
      height: 90,
      text: `item ${at}`,
    });
  }
  return frame;
}

async function facilitator(sim: Simulation, name: string): Promise<Actor> {
  const actor = sim.addUser({ name });
  sim.world.setNetwork(actor.id, { latencyMs: 20, jitterMs: 20 });
  actor.comes();
  await sim.seconds(3);
  return actor;
}

async function withRooms(sim: Simulation, ana: Actor, count: number): Promise<PanelState> {
  (await ana.opensPanel('unclaimed')).actions.claim();
  const panel = await ana.opensPanel('prepare');
  panel.actions.createRooms(count);
  const made = () => planOf(sim.world).rooms.filter(({ frame }) => frame !== undefined).length;
  await sim.clock.runUntil(() => made() === count, 120_000);
  await sim.seconds(3);
  return panel;
}

async function onBoard(sim: Simulation, panel: PanelState): Promise<OnBoard> {
  let loaded: OnBoard | undefined;
  panel.actions.onBoard((ready) => (loaded = ready));
  await sim.clock.runUntil(() => loaded !== undefined, 30_000);
  if (loaded === undefined) throw new Error('The jobs did not load.');
  return loaded;
}

/** Everything on the board, comparable. */
const picture = ({ world }: Simulation): ReadonlyMap<string, ItemView> =>
  new Map(world.items().map((item) => [item.id, item]));

const inFrame = ({ world }: Simulation, frame: string | undefined) =>
  world.items().filter(({ parentId }) => parentId === frame);

/** As the page proposes it: what lies in the first frame, into every empty room. */
function fill(loaded: OnBoard): void {
  const choices = loaded.view.fill;
  if (choices === undefined || 'reason' in choices) throw new Error('There is nothing to choose.');
  const [first] = choices.templates;
  if (first === undefined) throw new Error('There is no frame to copy from.');
  const rooms = choices.rooms.filter(({ isEmpty }) => isEmpty).map(({ id }) => id);
  loaded.actions.fill(first.id, rooms);
}

const ended = (loaded: OnBoard) => (): boolean =>
  ['done', 'failed', 'stopped', 'undone'].includes(loaded.view.job?.state ?? '');

const ROOMS = 100;
const ITEMS = 20;

test('[D6] [I9] 100 frames with 20 items each: filled and emptied again without ever hitting the limit', async () => {
  const refused: string[] = [];
  let calls = 0;
  const sim = (simulation = new Simulation({
    seed: 1,
    onCall: () => (calls += 1),
    trace: (line) => {
      if (/rate limit/i.test(line)) refused.push(line);
    },
  }));
  const ana = await facilitator(sim, 'Ana');
  template(sim, ana, ITEMS);
  const panel = await withRooms(sim, ana, ROOMS);
  const loaded = await onBoard(sim, panel);
  loaded.actions.lookAtFrames();
  await sim.seconds(3);
  const before = picture(sim);
  const callsBefore = calls;
  const startedAt = sim.clock.now();
  // The world counts by windows of its own, so it is looked at often.
  let mostInMinute = 0;
  const watch = (): void => {
    for (const { credits } of sim.world.board().users)
      mostInMinute = Math.max(mostInMinute, credits.minute);
  };

  fill(loaded);
  await sim.clock.runUntil(() => {
    watch();
    return ended(loaded)();
  }, 1_800_000);
  const minutes = (sim.clock.now() - startedAt) / 60_000;
  expect(loaded.view.job).toMatchObject({ state: 'done', done: ROOMS * ITEMS, left: 0 });
  for (const { frame } of planOf(sim.world).rooms) expect(inFrame(sim, frame)).toHaveLength(ITEMS);
  console.info(
    `filled: ${calls - callsBefore} calls, ${minutes.toFixed(1)} min, at most ${mostInMinute} credits in a minute`,
  );

  loaded.actions.undo();
  await sim.clock.runUntil(() => {
    watch();
    return loaded.view.job?.state === 'undone';
  }, 7_200_000);
  expect(picture(sim)).toEqual(before);
  console.info(
    `and emptied: ${calls - callsBefore} calls, ${((sim.clock.now() - startedAt) / 60_000).toFixed(1)} min`,
  );
  expect(refused).toEqual([]);
  expect(mostInMinute).toBeLessThan(CREDITS_PER_MINUTE);
  for (const { credits } of sim.world.board().users)
    expect(credits.hour).toBeLessThan(CREDITS_PER_HOUR);
}, 300_000);
