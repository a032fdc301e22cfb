/** Several rounds in a row on one board, in virtual time: what the board itself remembers. */
import { expect, test } from 'vitest';
import { userId } from '../../src/breakout/ids';
import { groupsOf } from '../../src/breakout/met';
import type { Actor } from './actor';
import { planOf, runOf, seatsOf } from './beliefs';
import type { Simulation } from './simulation';
import { simulations } from './simulated';

const ROUNDS = 4;

const simulate = simulations();

/** Code that is loaded late is loaded in real time, whatever the clock of the board says. */
async function until(sim: Simulation, what: string, isSo: () => boolean): Promise<void> {
  for (let seconds = 0; seconds < 60; seconds++) {
    if (isSo()) return;
    await sim.seconds(1);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error(`Never: ${what}`);
}

async function round(sim: Simulation, ana: Actor, people: readonly Actor[]): Promise<void> {
  (await ana.opensPanel('prepare')).actions.open();
  await until(sim, 'everyone is asked', () => people.every(({ isAsked }) => isAsked));
  await sim.seconds(2);
  for (const { modal } of people) modal?.actions.join();
  await until(sim, 'everyone is in', () => people.every(({ session }) => session !== undefined));
  (await ana.opensPanel('open')).actions.bringBack();
  await until(sim, 'closed', () => runOf(sim.world)?.phase === 'closed');
}

const pairsOf = (group: readonly string[]): string[] =>
  group.flatMap((a, index) => group.slice(0, index).map((b) => [a, b].sort().join(' ')));

test('[N1] [N3] 12 people in rooms of three meet nobody twice in four rounds', async () => {
  const sim = simulate({ seed: 3 });
  const ana = sim.addUser({ name: 'Ana' });
  const people = Array.from({ length: 12 }, (_, index) => sim.addUser({ name: `P${index + 1}` }));
  for (const actor of [ana, ...people]) actor.comes();
  await sim.seconds(3);
  (await ana.opensPanel('unclaimed')).actions.claim();
  (await ana.opensPanel('prepare')).actions.createRooms(4);
  await sim.seconds(8);

  for (let number = 1; number <= ROUNDS; number++) {
    await round(sim, ana, people);
    (await ana.opensPanel('after')).actions.prepareNext('new');
    await until(sim, 'the next is prepared', () => planOf(sim.world).prepared === number + 1);
  }

  const met: string[] = [];
  for (let epoch = 1; epoch <= ROUNDS; epoch++) {
    const seats = new Map([...seatsOf(sim.world, epoch)].map(([user, { room }]) => [user, room]));
    const groups = groupsOf(seats);
    expect(groups.map(({ length }) => length)).toEqual([3, 3, 3, 3]);
    met.push(...groups.flatMap(pairsOf));
  }
  expect(met).toHaveLength(ROUNDS * 12);
  expect(new Set(met).size).toBe(met.length);
}, 120_000);

test('[N1] [G4] who refused to be moved took part where they stayed, and has met those there', async () => {
  const sim = simulate({ seed: 5 });
  const ana = sim.addUser({ name: 'Ana' });
  const people = ['Ben', 'Cem', 'Dora', 'Emil'].map((name) => sim.addUser({ name }));
  for (const actor of [ana, ...people]) actor.comes();
  await sim.seconds(3);
  (await ana.opensPanel('unclaimed')).actions.claim();
  (await ana.opensPanel('prepare')).actions.createRooms(2);
  await sim.seconds(8);
  (await ana.opensPanel('prepare')).actions.open();
  await until(sim, 'everyone is asked', () => people.every(({ isAsked }) => isAsked));
  await sim.seconds(2);
  for (const { modal } of people) modal?.actions.join();
  await until(sim, 'everyone is in', () => people.every(({ session }) => session !== undefined));

  const [ben] = people;
  const other = planOf(sim.world).rooms.find(({ name }) => name !== ben?.session);
  if (ben === undefined || other === undefined) throw new Error('there were to be two rooms');
  (await ana.opensPanel('open')).actions.move([[userId(ben.id), other.id]]);
  await until(sim, 'Ben is asked', () => ben.isAsked);
  await sim.seconds(2);
  ben.modal?.actions.notNow();
  await sim.seconds(5);
  const [stayedIn, beside] = [ben.session, people.filter(({ session }) => session === ben.session)];
  (await ana.opensPanel('open')).actions.bringBack();
  await until(sim, 'closed', () => runOf(sim.world)?.phase === 'closed');
  await sim.seconds(20);

  const after = await ana.opensPanel('after');
  expect(after.view).toMatchObject({ tookPart: 4, neverJoined: 0 });
  const bens = await ben.opensPanel('ended');
  const others = beside.flatMap(({ name }) => (name === ben.name ? [] : [{ name }]));
  await until(
    sim,
    'Ben reads how long',
    () => 'stayedMs' in bens.view && bens.view.stayedMs !== undefined,
  );
  expect(bens.view).toMatchObject({ room: { name: stayedIn, others } });
  const elsewhere = people.find((person) => !beside.includes(person));
  const theirs = await elsewhere?.opensPanel('ended');
  expect(JSON.stringify(theirs?.view)).not.toContain(ben.name);

  // By their seats three of them would have met in the other room.
  after.actions.prepareNext('same');
  const next = await ana.opensPanel('prepare');
  await until(sim, 'one pair repeats', () => {
    const { view } = next;
    return view.screen === 'prepare' && view.repeats === 1;
  });
}, 60_000);
