/** Miro refuses what costs credits: by the minute, and by the hour. */
import { expect, test } from 'vitest';
import { CREDITS_PER_HOUR, CREDITS_PER_MINUTE } from '../harness/world/credits';
import { sentences } from '../harness/world/sentences';
import type { Notice } from '../../src/live/views';
import type { Actor } from './actor';
import { personOf, runOf } from './beliefs';
import type { Simulation } from './simulation';
import { simulations } from './simulated';

const simulate = simulations();

async function opened() {
  const sim = simulate({ seed: 3 });
  const [ana, ben] = [sim.addUser({ name: 'Ana' }), sim.addUser({ name: 'Ben' })];
  for (const actor of [ana, ben]) actor.comes();
  await sim.seconds(3);
  (await ana.opensPanel('unclaimed')).actions.claim();
  const panel = await ana.opensPanel('prepare');
  panel.actions.createRooms(1);
  panel.actions.setLength(600_000);
  await sim.seconds(8);
  panel.actions.open();
  await sim.seconds(8);
  ben.modal?.actions.join();
  await sim.seconds(10);
  const refuse = (per: 'minute' | 'hour') => {
    const credits = per === 'minute' ? CREDITS_PER_MINUTE : CREDITS_PER_HOUR;
    sim.world.fail({
      user: ana.id,
      only: 'priced',
      nth: 1,
      forEver: true,
      message: sentences.rateLimit(credits, per),
    });
  };
  const refused = () => sim.world.board().failures.reduce((sum, { failed }) => sum + failed, 0);
  return { sim, ana, ben, refuse, refused };
}

const sessionsOf = (sim: Simulation, { id }: Actor) =>
  sim.world.board().sessions.filter(({ users }) => users.includes(id));

const noticesOn = ({ panel }: Actor): readonly Notice[] =>
  panel?.view.screen === 'open' ? panel.view.notices : [];

for (const per of ['minute', 'hour'] as const) {
  test(`[R9] rate limit hit, by ${per}: said, not tried in a loop, and everyone is home in time`, async () => {
    const { sim, ana, ben, refuse, refused } = await opened();
    expect(sessionsOf(sim, ben)).toHaveLength(1);
    refuse(per);
    await sim.seconds(60);
    expect(noticesOn(ana)).toContainEqual({ kind: 'no-conductor', limited: true });
    const before = refused();
    await sim.seconds(120);
    // Of the panel and of the background together: each asks anew every few seconds at most.
    expect(refused() - before).toBeLessThan(2 * 40);

    // The deadline passes, and nobody can conduct.
    await sim.seconds(9 * 60);
    expect(sessionsOf(sim, ben)).toEqual([]);
    expect(personOf(sim.world, ben.id).at).toBeUndefined();
    expect(runOf(sim.world)?.phase).toBe('open');

    sim.world.clearFailures();
    await sim.seconds(per === 'hour' ? 11 * 60 : 90);
    expect(runOf(sim.world)?.phase).toBe('closed');
    expect((await ana.opensPanel('after')).view).toMatchObject({ screen: 'after', notices: [] });
  }, 120_000);
}
