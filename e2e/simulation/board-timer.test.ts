/** Miro's one board timer, which anybody may use, and a breakout that would show its end on it. */
import { expect, test } from 'vitest';
import { planOf, runOf } from './beliefs';
import type { Actor, Simulation } from './simulation';
import { simulations } from './simulated';

const MINUTE = 60_000;

const simulate = simulations();

/** One room is open for ten minutes; before that somebody may have started a timer by hand. */
async function opened(lengthMs = 0): Promise<{ sim: Simulation; ana: Actor; ben: Actor }> {
  const sim = simulate({ seed: 11 });
  const [ana, ben] = ['Ana', 'Ben'].map((name) => {
    const actor = sim.addUser({ name });
    actor.comes();
    return actor;
  });
  if (!ana || !ben) throw new Error('two people were to come');
  await sim.seconds(3);
  (await ana.opensPanel('unclaimed')).actions.claim();
  const panel = await ana.opensPanel('prepare');
  panel.actions.createRooms(1);
  panel.actions.setLength(10 * MINUTE);
  panel.actions.setSettings({ boardTimer: true });
  await sim.seconds(8);
  if (lengthMs > 0) sim.world.startTimer(ben.tab, lengthMs);
  panel.actions.open();
  await sim.clock.runUntil(() => runOf(sim.world)?.phase === 'open', 20_000);
  return { sim, ana, ben };
}

const shown = ({ world }: Simulation) => world.board().timer;

test('[T5] a foreign board timer is left alone, even one that ends as ours would', async () => {
  const { sim, ana } = await opened(10 * MINUTE + 4_000);
  const startedAt = sim.clock.now();
  const endsAt = startedAt + shown(sim).restMs;
  const isTheirs = (): void => {
    const { status, restMs } = shown(sim);
    expect(status).toBe('STARTED');
    expect(Math.abs(sim.clock.now() + restMs - endsAt)).toBeLessThan(1_000);
  };
  await sim.seconds(20);
  isTheirs();

  (await ana.opensPanel('open')).actions.setEnd(14 * MINUTE);
  await sim.seconds(70);
  expect(planOf(sim.world).wanted(1).length).toBeGreaterThan(13 * MINUTE);
  isTheirs();
  expect(runOf(sim.world)).toMatchObject({ failures: [], timerEndsAt: undefined });

  (await ana.opensPanel('open')).actions.bringBack();
  await sim.clock.runUntil(() => runOf(sim.world)?.phase === 'closed', 90_000);
  await sim.seconds(5);
  isTheirs();
});

function expectOurs(sim: Simulation): void {
  const run = runOf(sim.world);
  const { status, restMs } = shown(sim);
  expect(status).toBe('STARTED');
  expect(run?.timerEndsAt).toBe(run?.deadlineAt);
  expect(Math.abs(sim.clock.now() + restMs - (run?.deadlineAt ?? 0))).toBeLessThan(5_000);
}

test('[T5] once a foreign board timer has gone, ours is shown', async () => {
  const { sim } = await opened(MINUTE);
  await sim.seconds(MINUTE / 1_000 + 65);
  expectOurs(sim);
});

test('[T5] a foreign timer that takes the place of ours is left alone, and ours comes back after it', async () => {
  const { sim, ben } = await opened();
  await sim.seconds(10);
  expectOurs(sim);
  sim.world.startTimer(ben.tab, 3 * MINUTE);
  await sim.seconds(170);
  expect(shown(sim).restMs).toBeLessThan(11_000);
  expect(runOf(sim.world)?.timerEndsAt).toBeUndefined();
  await sim.seconds(80);
  expectOurs(sim);
});
