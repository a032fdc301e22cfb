/** [I7] [M11] One malformed write, in the middle of a breakout, stops nothing: whichever record it hits. */
import { describe, expect, test } from 'vitest';
import { COLLECTION, keys } from '../../src/records/keys';
import { runOf, seatsOf } from './beliefs';
import type { Actor } from './actor';
import type { Simulation } from './simulation';
import { simulations } from './simulated';

const LENGTH_MS = 90_000;
const junk = { v: 1, data: { r: 'nonsense' } };

const simulate = simulations();

interface Cast {
  readonly sim: Simulation;
  readonly ana: Actor;
  readonly people: readonly Actor[];
}

/** Ana's two rooms are open, and Ben, Cem and Dora are in them. */
async function inRooms(): Promise<Cast> {
  const sim = simulate({ seed: 11 });
  const ana = sim.addUser({ name: 'Ana' });
  const people = ['Ben', 'Cem', 'Dora'].map((name) => sim.addUser({ name }));
  for (const actor of [ana, ...people]) actor.comes();
  await sim.seconds(3);
  (await ana.opensPanel('unclaimed')).actions.claim();
  const panel = await ana.opensPanel('prepare');
  panel.actions.createRooms(2);
  panel.actions.setLength(LENGTH_MS);
  await sim.seconds(8);
  panel.actions.open();
  await sim.seconds(6);
  for (const person of people) person.modal?.actions.join();
  await sim.seconds(12);
  expect(people.every(({ session }) => session !== undefined)).toBe(true);
  return { sim, ana, people };
}

const whoIsLeft = (people: readonly Actor[]): readonly string[] =>
  people
    .filter(({ session, isHome, isAsked }) => session !== undefined || !isHome || isAsked)
    .map(({ name }) => name);

const notices = (ana: Actor): readonly unknown[] => {
  const view = ana.panel?.view;
  return view !== undefined && 'notices' in view ? view.notices : [];
};

const records = [keys.plan, keys.seats(1), keys.run, keys.beat];

describe.each(records)('a malformed %s', { timeout: 60_000 }, (key) => {
  test('[I7] everybody is brought back at the deadline all the same', async () => {
    const { sim, people } = await inRooms();
    sim.world.putStorage(COLLECTION, key, junk);
    await sim.seconds(LENGTH_MS / 1_000 + 60);
    expect(whoIsLeft(people)).toEqual([]);
    expect(sim.world.board().sessions).toEqual([]);
    expect(sim.world.storage().get(key)).toEqual(junk);
  });

  test('[M11] the facilitator is told, and one press repairs it', async () => {
    const { sim, ana, people } = await inRooms();
    const panel = await ana.opensPanel('open');
    sim.world.putStorage(COLLECTION, key, junk);
    await sim.seconds(5);
    expect(panel.view.screen).toBe('open');
    const told = notices(ana).filter(
      (notice) => (notice as { kind: string }).kind === 'unreadable',
    );
    expect(told).toMatchObject([{ record: key, newer: false, mending: 'repair' }]);

    panel.actions.mend(key);
    await sim.seconds(12);
    expect(notices(ana)).toEqual([]);
    expect(runOf(sim.world)?.phase).toBe('open');
    expect(seatsOf(sim.world, 1).size).toBe(people.length);
    expect(people.every(({ session }) => session !== undefined)).toBe(true);
    panel.actions.bringBack();
    await sim.seconds(45);
    expect(whoIsLeft(people)).toEqual([]);
    expect(runOf(sim.world)?.phase).toBe('closed');
  });
});

test('[M11] somebody’s own malformed record keeps nobody from coming back, and is mended for them', async () => {
  const { sim, ana, people } = await inRooms();
  const ben = people[0] as Actor;
  const key = `person-${ben.id}`;
  const panel = await ana.opensPanel('open');
  sim.world.putStorage(COLLECTION, key, junk);
  await sim.seconds(5);
  expect(notices(ana)).toMatchObject([{ kind: 'unreadable', record: key, name: 'Ben' }]);
  panel.actions.bringBack();
  await sim.seconds(45);
  expect(whoIsLeft(people)).toEqual([]);
  (await ana.opensPanel('after')).actions.mend(key);
  await sim.seconds(5);
  expect(notices(ana)).toEqual([]);
});

test('[M12] a beat of a newer version: nobody conducts over it, and it is said', async () => {
  const { sim, ana, people } = await inRooms();
  await ana.opensPanel('open');
  sim.world.putStorage(COLLECTION, keys.beat, { v: 99, data: {} });
  await sim.seconds(5);
  expect(notices(ana)).toMatchObject([{ kind: 'unreadable', record: keys.beat, newer: true }]);
  await sim.seconds(LENGTH_MS / 1_000 + 60);
  expect(whoIsLeft(people)).toEqual([]);
});
