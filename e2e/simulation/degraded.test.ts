/** What does not work on every board: said to whom it concerns, in words of the app, and once. */
import { expect, test } from 'vitest';
import { personOf, planOf, runOf } from './beliefs';
import type { Actor } from './actor';
import type { Simulation, SimulationOptions } from './simulation';
import { simulations } from './simulated';

const simulate = simulations();

interface Cast {
  readonly sim: Simulation;
  readonly ana: Actor;
  readonly ben: Actor;
  readonly open: () => Promise<void>;
}

async function cast(options: Omit<SimulationOptions, 'seed'> = {}): Promise<Cast> {
  const sim = simulate({ seed: 1, ...options });
  const [ana, ben] = [sim.addUser({ name: 'Ana' }), sim.addUser({ name: 'Ben' })];
  for (const actor of [ana, ben]) actor.comes();
  await sim.seconds(2);
  const open = async (): Promise<void> => {
    (await ana.opensPanel('unclaimed')).actions.claim();
    (await ana.opensPanel('prepare')).actions.createRooms(1);
    await sim.seconds(5);
    (await ana.opensPanel('prepare')).actions.open();
    await sim.seconds(8);
  };
  return { sim, ana, ben, open };
}

async function noticesOf(facilitator: Actor): Promise<readonly string[]> {
  const { view } = await facilitator.opensPanel('open');
  return view.screen === 'open' ? view.notices.map(({ kind }) => kind) : [];
}

test('[O13] a connection lost while rooms are made: each has one frame when it is back', async () => {
  let lost = false;
  const { sim, ana } = await cast({
    onCall: (user, command) => {
      if (lost || command !== 'WIDGET_CREATE') return;
      lost = true;
      sim.world.setOnline(user, false);
    },
  });
  (await ana.opensPanel('unclaimed')).actions.claim();
  (await ana.opensPanel('prepare')).actions.createRooms(2);
  // Each attempt is given up in turn; what they asked for is carried out when the connection is back.
  await sim.seconds(90);
  expect(lost).toBe(true);
  sim.world.setOnline(ana.id, true);
  await sim.seconds(90);
  const frames = sim.world.items().filter(({ type }) => type === 'frame');
  const rooms = planOf(sim.world).rooms.map(({ frame }) => frame);
  expect(frames.map(({ id }) => id).sort()).toEqual(rooms.sort());
  expect(rooms).toHaveLength(2);
});

test('“no timer in plan”: said on the facilitators’ screens, once', async () => {
  const { sim, ana, open } = await cast();
  sim.world.updateUser(ana.id, { plan: 'free' });
  await open();
  expect(runOf(sim.world)?.failures).toMatchObject([
    { step: 'timer', problem: { reason: 'timer-unavailable' } },
  ]);
  expect(await noticesOf(ana)).toEqual(['timer-unavailable']);
  await sim.seconds(60);
  expect(runOf(sim.world)?.failures).toHaveLength(1);
});

test('[T5] asking once in vain does not mean that there is no timer', async () => {
  const { sim, ana, open } = await cast();
  sim.world.fail({ user: ana.id, command: 'CHECK_FEATURE_ENTITLEMENT', nth: 1 });
  await open();
  expect(sim.world.board().failures).toMatchObject([{ failed: 1 }]);
  expect(sim.world.board().timer.status).toBe('STARTED');
  expect(await noticesOf(ana)).toEqual([]);
});

test('platform rule 9, modal time-out: the way to the question is said, and why it is not there', async () => {
  const { sim, ana, ben, open } = await cast({ loads: (surface) => surface !== 'modal' });
  await open();
  // Later on Miro's own invitation comes, which needs no page of ours, and is in the way of one.
  await sim.clock.runUntil(() => personOf(sim.world, ben.id).problem !== undefined, 15_000);
  await sim.seconds(1);
  expect(sim.world.tab(ben.tab)?.notifications.map(({ text }) => text)).toContainEqual(
    expect.stringMatching(/ is open\. To join, click the Breakout Rooms icon\.$/),
  );
  expect(personOf(sim.world, ben.id).problem?.problem.reason).toBe('not-loaded');
  expect(await noticesOf(ana)).toContain('step-failed');
});

test('[A7] a second tab that cannot learn where it looks troubles nobody with that, and asks less and less', async () => {
  const { sim, ana, ben, open } = await cast();
  await open();
  ben.modal?.actions.join();
  await sim.seconds(5);
  expect(personOf(sim.world, ben.id).at).toBeDefined();
  const where = { user: ben.id, command: 'VIEWPORT_GET' };
  sim.world.fail({ ...where, nth: 1, forEver: true });
  ben.opensWindow();
  await sim.seconds(60);
  const failed = sim.world.board().failures.reduce((sum, each) => sum + each.failed, 0);
  expect(failed).toBeGreaterThan(0);
  expect(failed).toBeLessThan(15);
  expect(personOf(sim.world, ben.id).problem).toBeUndefined();
  expect(await noticesOf(ana)).not.toContain('step-failed');
});
