/** How often people wait for Miro, one answer after the other, where they look at nothing else. */
import { beforeEach, expect, test } from 'vitest';
import { OPENING_MS } from '../../src/breakout/phases';
import type { Actor } from './actor';
import type { Simulation } from './simulation';
import { simulations } from './simulated';

const simulate = simulations();

/** There and back. */
const TRIP_MS = 1_000;

let sim: Simulation;
let ana: Actor;
let ben: Actor;
/** When Ben's view was moved. */
let movedAt: number | undefined;

beforeEach(async () => {
  movedAt = undefined;
  sim = simulate({
    seed: 3,
    onCall: (user, command) => {
      if (user === ben.id && command === 'VIEWPORT_SET') movedAt ??= sim.clock.now();
    },
  });
  ana = sim.addUser({ name: 'Ana' });
  ben = sim.addUser({ name: 'Ben' });
  for (const actor of [ana, ben]) {
    actor.comes();
    sim.world.setNetwork(actor.id, { latencyMs: TRIP_MS / 2 });
  }
  await sim.seconds(10);
  ana.clicksIcon();
  await sim.seconds(15);
  ana.panel?.actions.claim();
  await sim.seconds(15);
  ana.panel?.actions.createRooms(2);
  await sim.seconds(20);
  ana.panel?.actions.open();
});

/** Until it is so, in round trips. */
async function tripsUntil(isSo: () => boolean): Promise<number> {
  const from = sim.clock.now();
  while (!isSo() && sim.clock.now() - from < 30 * TRIP_MS) await sim.seconds(0.05);
  expect(isSo()).toBe(true);
  return (sim.clock.now() - from) / TRIP_MS;
}

const isAsked = (): boolean => ben.modal?.view.screen === 'invite';

test('[A11] between “Open rooms” and the question: five round trips and the countdown', async () => {
  const trips = await tripsUntil(isAsked);
  expect(trips - OPENING_MS / TRIP_MS).toBeLessThan(5.5);
});

test('[A11] between yes and the room’s frame: three round trips', async () => {
  await tripsUntil(isAsked);
  await sim.seconds(5);
  ben.modal?.actions.join();
  expect(await tripsUntil(() => movedAt !== undefined)).toBeLessThan(3.2);
});
