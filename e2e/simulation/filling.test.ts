/** Rooms filled from a frame: the whole way from the panel to the board, in virtual time. */
import { describe, expect, test } from 'vitest';
import { userId } from '../../src/breakout/ids';
import type { OnBoard } from '../../src/live/on-board/on-board-view';
import type { PanelState } from '../../src/live/panel-state.svelte';
import type { ItemView } from '../harness/world/api';
import { CREDITS_PER_HOUR, CREDITS_PER_MINUTE } from '../harness/world/credits';
import type { Actor } from './actor';
import { planOf } from './beliefs';
import type { Simulation } from './simulation';
import { simulations } from './simulated';

const simulate = simulations();

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
  const sim = simulate({
    seed: 1,
    trace: (line) => {
      if (/rate limit/i.test(line)) refused.push(line);
    },
  });
  const ana = await facilitator(sim, 'Ana');
  template(sim, ana, ITEMS);
  const panel = await withRooms(sim, ana, ROOMS);
  const loaded = await onBoard(sim, panel);
  loaded.actions.lookAtFrames();
  await sim.seconds(3);
  const before = picture(sim);
  const startedAt = sim.clock.now();
  const mostCredits = { minute: 0, hour: 0 };
  const until = async (state: string): Promise<void> => {
    while (loaded.view.job?.state !== state && sim.clock.now() - startedAt < 3_600_000) {
      await sim.seconds(5);
      for (const { credits } of sim.world.board().users) {
        mostCredits.minute = Math.max(mostCredits.minute, credits.minute);
        mostCredits.hour = Math.max(mostCredits.hour, credits.hour);
      }
    }
  };

  fill(loaded);
  await until('done');
  expect(loaded.view.job).toMatchObject({ state: 'done', done: ROOMS * ITEMS, left: 0 });
  const { rooms } = planOf(sim.world);
  expect(rooms.filter(({ frame }) => inFrame(sim, frame).length === ITEMS)).toHaveLength(ROOMS);

  loaded.actions.undo();
  await until('undone');
  expect(picture(sim)).toEqual(before);
  // Neither waits for an hour's credits.
  expect(sim.clock.now() - startedAt).toBeLessThan(15 * 60_000);
  expect(refused).toEqual([]);
  expect(mostCredits.minute).toBeLessThan(CREDITS_PER_MINUTE);
  expect(mostCredits.hour).toBeLessThan(CREDITS_PER_HOUR);
}, 300_000);

describe('filling three rooms', () => {
  const copiesIn = (sim: Simulation): number[] =>
    planOf(sim.world).rooms.map(({ frame }) => inFrame(sim, frame).length);

  test('[D4] [D8] a stop in the middle keeps what is there, and undo takes exactly that away', async () => {
    const sim = simulate({ seed: 2 });
    const ana = await facilitator(sim, 'Ana');
    template(sim, ana, 8);
    const loaded = await onBoard(sim, await withRooms(sim, ana, 3));
    loaded.actions.lookAtFrames();
    await sim.seconds(3);
    const before = picture(sim);
    fill(loaded);
    await sim.clock.runUntil(() => (copiesIn(sim)[1] ?? 0) > 2, 60_000);
    loaded.actions.stop();
    await sim.clock.runUntil(ended(loaded), 60_000);
    await sim.seconds(5);
    expect(loaded.view.job?.state).toBe('stopped');
    expect(copiesIn(sim)[2]).toBe(0);
    loaded.actions.undo();
    await sim.clock.runUntil(() => loaded.view.job?.state === 'undone', 60_000);
    expect(picture(sim)).toEqual(before);
  });

  test('[D2] a reload in the middle, the panel closed: the rest is copied, and nothing twice', async () => {
    const sim = simulate({ seed: 3 });
    const ana = await facilitator(sim, 'Ana');
    template(sim, ana, 8);
    const loaded = await onBoard(sim, await withRooms(sim, ana, 3));
    loaded.actions.lookAtFrames();
    await sim.seconds(3);
    fill(loaded);
    await sim.clock.runUntil(() => (copiesIn(sim)[1] ?? 0) > 2, 60_000);
    ana.reloads();
    await sim.seconds(60);
    expect(copiesIn(sim)).toEqual([8, 8, 8]);
    const again = await onBoard(sim, await ana.opensPanel('prepare'));
    expect(again.view.job).toMatchObject({ state: 'done', done: 24, left: 0 });
  });

  test.each([4, 5, 6, 7, 8])(
    '[D7] two facilitators at once: each room is filled once (seed %i)',
    async (seed) => {
      const sim = simulate({ seed });
      const ana = await facilitator(sim, 'Ana');
      const ben = await facilitator(sim, 'Ben');
      template(sim, ana, 6);
      const panel = await withRooms(sim, ana, 3);
      panel.actions.makeFacilitator(userId(ben.id));
      await sim.seconds(5);
      const both = [await onBoard(sim, panel), await onBoard(sim, await ben.opensPanel('prepare'))];
      for (const { actions } of both) actions.lookAtFrames();
      await sim.seconds(3);
      const before = picture(sim);
      for (const loaded of both) {
        fill(loaded);
        await sim.clock.advance(sim.random() * 3_000);
      }
      await sim.clock.runUntil(() => both.every((loaded) => ended(loaded)()), 120_000);
      await sim.seconds(10);
      expect(copiesIn(sim)).toEqual([6, 6, 6]);
      const jobs = both.map(({ view }) => view.job);
      expect(jobs.map((job) => job?.state)).toEqual(['done', 'done']);
      expect(jobs.reduce((sum, job) => sum + (job?.done ?? 0), 0)).toBe(18);
      for (const { actions } of both) actions.undo();
      await sim.seconds(60);
      expect(picture(sim)).toEqual(before);
    },
  );
});
