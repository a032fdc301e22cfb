/** People without the app at the end of a round with a plenary frame, and what is said of them. */
import { expect, test } from 'vitest';
import { frameId } from '../../src/breakout/ids';
import { planOf, recapIn, runOf, seatsOf } from './beliefs';
import type { Actor, Simulation } from './simulation';
import { simulations } from './simulated';

const simulate = simulations();

/** Code that is loaded late is loaded in real time, whatever the clock of the board says. */
async function until(sim: Simulation, what: string, isSo: () => boolean): Promise<void> {
  for (let seconds = 0; seconds < 90; seconds++) {
    if (isSo()) return;
    await sim.seconds(1);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error(`Never: ${what}`);
}

test('[G2] [G4] [N1] one inside and one asked to move are shown the plenary, counted, and remembered', async () => {
  const sim = simulate({ seed: 5 });
  const ana = sim.addUser({ name: 'Ana' });
  const people = ['Ben', 'Cem'].map((name) => sim.addUser({ name }));
  const guests = ['Diego', 'Eva'].map((name) => sim.addUser({ name, authorised: false }));
  const [, eva] = guests as [Actor, Actor];
  for (const actor of [ana, ...people, ...guests]) actor.comes();
  const plenary = sim.world.createItem(ana.tab, { type: 'frame', x: 9_000, y: 0 });
  await sim.seconds(3);
  (await ana.opensPanel('unclaimed')).actions.claim();
  const prepare = await ana.opensPanel('prepare');
  prepare.actions.createRooms(2);
  prepare.actions.setSettings({ plenary: frameId(plenary) });
  await sim.seconds(8);

  prepare.actions.open();
  await until(sim, 'everyone with the app is asked', () => people.every(({ isAsked }) => isAsked));
  await sim.seconds(2);
  for (const { modal } of people) modal?.actions.join();
  await until(sim, 'everyone is in', () => {
    for (const { tab } of guests) sim.world.answerInvitation(tab, 'accept');
    return [...people, ...guests].every(({ session }) => session !== undefined);
  });
  await sim.seconds(5);

  const roomOf = (actor: Actor) =>
    [...seatsOf(sim.world, 1)].find(([user]) => user === actor.id)?.[1].room;
  const [from, to] = [roomOf(eva), planOf(sim.world).rooms.find(({ id }) => id !== roomOf(eva))];
  if (to === undefined) throw new Error('There were to be two rooms.');
  const open = await ana.opensPanel('open');
  const user = [...seatsOf(sim.world, 1).keys()].find((id) => id === eva.id);
  if (user !== undefined) open.actions.move([[user, to.id]]);
  await until(
    sim,
    'Eva is asked to move',
    () => (sim.world.tab(eva.tab)?.invitation ?? null) !== null,
  );
  await sim.seconds(5);
  expect(eva.session).toBe(planOf(sim.world).rooms.find(({ id }) => id === from)?.name);

  open.actions.bringBack();
  await until(sim, 'closed', () => runOf(sim.world)?.phase === 'closed');
  expect(sim.world.board().sessions).toEqual([]);
  await sim.seconds(30);
  const after = await ana.opensPanel('after');
  expect(after.view).toMatchObject({
    screen: 'after',
    tookPart: 4,
    neverJoined: 0,
    withoutApp: { shown: 2, stayed: 0 },
  });
  const stay = recapIn(sim.world)?.stays.filter((one) => one.user === eva.id) ?? [];
  expect(stay.map(({ room }) => room)).toEqual([from]);
  expect((stay[0]?.toAt ?? 0) - (stay[0]?.fromAt ?? 0)).toBeGreaterThan(30_000);

  // Three are together now; Eva has stayed where she was, so only the other two have met.
  after.actions.prepareNext('same');
  const prepared = await ana.opensPanel('prepare');
  const repeats = (): number | undefined =>
    prepared.view.screen === 'prepare' ? prepared.view.repeats : undefined;
  await until(sim, 'repeats are counted', () => repeats() !== undefined);
  expect(repeats()).toBe(1);
}, 120_000);
