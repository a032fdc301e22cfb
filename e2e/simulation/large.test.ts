/** A large event: two hundred people in forty rooms, most of them without the app. */
import { expect, test } from 'vitest';
import type { Actor } from './actor';
import { planOf, runOf, seatsOf } from './beliefs';
import { everyoneIsBack, everyoneIsInvited, roomsHaveOneSession } from './invariants';
import type { Simulation } from './simulation';
import { simulations } from './simulated';

const PEOPLE = 200;
const ROOMS = 40;
const WITHOUT_APP = 120;

const simulate = simulations();

function crowd(sim: Simulation): readonly Actor[] {
  return Array.from({ length: PEOPLE }, (_, index) => {
    const actor = sim.addUser({
      name: `Person ${index + 1}`,
      authorised: index < PEOPLE - WITHOUT_APP,
    });
    sim.world.setNetwork(actor.id, { latencyMs: 40, jitterMs: 60 });
    actor.comes();
    return actor;
  });
}

/** Sizes of the rooms by their sessions: everybody, with the app or without. */
const sizes = (sim: Simulation): number[] =>
  sim.world.board().sessions.map(({ users }) => users.length);

const mostCredits = (sim: Simulation): number =>
  Math.max(...sim.world.board().users.map(({ credits }) => credits.minute));

test('[I1] [I3] [I5] [I9] 200 people in 40 rooms, 120 of them without the app', async () => {
  const sim = simulate({ seed: 1 });
  const everybody = crowd(sim);
  const [ana] = everybody as [Actor];
  await sim.seconds(5);
  (await ana.opensPanel('unclaimed')).actions.claim();
  const panel = await ana.opensPanel('prepare');
  panel.actions.createRooms(ROOMS);
  panel.actions.setLength('none');
  await sim.seconds(20);
  expect(planOf(sim.world).rooms.filter(({ frame }) => frame !== undefined)).toHaveLength(ROOMS);
  expect(seatsOf(sim.world, 1).size).toBe(PEOPLE - 1);

  panel.actions.open();
  await sim.seconds(15);
  expect(everyoneIsInvited(sim, everybody)).toEqual([]);
  for (const { modal } of everybody) modal?.actions.join();
  for (let look = 0; look < 6; look++) {
    await sim.seconds(5);
    for (const { hasApp, tab } of everybody) {
      if (!hasApp) sim.world.answerInvitation(tab, 'accept');
    }
  }
  await sim.seconds(10);
  expect(runOf(sim.world)?.phase).toBe('open');
  expect(roomsHaveOneSession(sim)).toEqual([]);
  const inside = sizes(sim);
  expect(inside.reduce((sum, size) => sum + size, 0)).toBe(PEOPLE - 1);
  expect(Math.max(...inside) - Math.min(...inside)).toBeLessThanOrEqual(1);
  expect(mostCredits(sim)).toBeLessThan(100_000);

  (await ana.opensPanel('open')).actions.bringBack();
  await sim.seconds(60);
  expect(everyoneIsBack(sim, everybody)).toEqual([]);
}, 120_000);
