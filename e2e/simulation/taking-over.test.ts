/** A conductor is gone, or seems to be: who takes over, how often, and who gives back. */
import { expect, test } from 'vitest';
import { userId } from '../../src/breakout/ids';
import type { Run } from '../../src/breakout/run';
import { COLLECTION } from '../../src/records/keys';
import { runRecord } from '../../src/records/run';
import type { Json } from '../harness/world/api';
import { isFacilitator, personOf, planOf, runOf } from './beliefs';
import { opened, prepared } from './prepared';
import type { Simulation } from './simulation';
import { simulations } from './simulated';

const simulate = simulations();

test('[C8] take over after two minutes without any; a returning facilitator has the role back', async () => {
  const sim = simulate({ seed: 7 });
  const [ana, ben, cem] = ['Ana', 'Ben', 'Cem'].map((name) => {
    const actor = sim.addUser({ name });
    actor.comes();
    return actor;
  });
  if (!ana || !ben || !cem) throw new Error('three people were to come');
  await sim.seconds(3);
  (await ana.opensPanel('unclaimed')).actions.claim();
  const panel = await ana.opensPanel('prepare');
  panel.actions.createRooms(1);
  panel.actions.setLength(600_000);
  await sim.seconds(8);
  panel.actions.open();
  await sim.seconds(8);
  for (const { modal } of [ben, cem]) modal?.actions.join();
  await sim.seconds(10);
  // Nobody's panel is open: what it would have counted, the background has to.
  for (const actor of [ben, cem]) actor.clicksCanvas();

  ana.reloads();
  await sim.seconds(45);
  expect(personOf(sim.world, ben.id).unattended).toBeUndefined();

  ana.goes();
  await sim.seconds(125);
  const room = await ben.opensPanel('in-room');
  await sim.seconds(1);
  expect(room.view).toMatchObject({ screen: 'in-room', mayRunIt: true });
  expect(room.view).toHaveProperty('closesAt', expect.any(Number));

  room.actions.runIt();
  const open = await ben.opensPanel('open');
  const { length } = planOf(sim.world).wanted(1);
  open.actions.prolong(180_000);
  await sim.seconds(40);
  expect(runOf(sim.world)).toMatchObject({ phase: 'open', length: Number(length) + 180_000 });

  ana.comes();
  await sim.seconds(10);
  const back = await ana.opensPanel('open');
  expect(back.view.screen).toBe('open');
  expect([ana, ben].every(({ id }) => isFacilitator(sim.world, id))).toBe(true);
  expect(personOf(sim.world, cem.id).unattended).toBeUndefined();
}, 120_000);

// Each had lost the push that the other was back: they took over from each other at every beat, until the
// journal had so many chunks that the run could not be written any more.
test('[C3] [I7] two who each miss the other on Miro’s list do not take over in turn', async () => {
  const sim = simulate({ seed: 8, dialect: { offlinePushes: 'lost' } });
  const [ana, ben] = ['Ana', 'Ben'].map((name) => {
    const actor = sim.addUser({ name });
    actor.comes();
    return actor;
  });
  if (!ana || !ben) throw new Error('two people were to come');
  await sim.seconds(3);
  (await ana.opensPanel('unclaimed')).actions.claim();
  const panel = await ana.opensPanel('prepare');
  panel.actions.makeFacilitator(userId(ben.id));
  panel.actions.createRooms(1);
  await sim.seconds(8);
  panel.actions.open();
  await sim.seconds(8);
  ana.setOnline(false);
  await sim.seconds(1);
  ben.setOnline(false);
  ana.setOnline(true);
  await sim.seconds(1);
  for (const { id } of [ana, ben]) {
    sim.world.setNetwork(id, { loss: 1 });
    // Nor do they come to know it by asking.
    sim.world.fail({ user: id, command: 'GET_ONLINE_USERS', nth: 1, forEver: true });
  }
  ben.setOnline(true);
  await sim.seconds(1);
  for (const { id } of [ana, ben]) sim.world.setNetwork(id, { loss: 0 });
  const { term } = runOf(sim.world) ?? { term: 0 };
  await sim.seconds(60);
  expect(runOf(sim.world)?.term).toBeLessThanOrEqual(term + 1);
});

// Two conducted an opening, and one of them cancelled it unheard by the other, who opened the rooms: people
// were asked in an epoch that came again afterwards, with the answers they had given to the first one.
test('[H2] [I6] rooms that another has opened are gone on with by whoever took them for cancelled', async () => {
  const { sim, ana, cem } = await prepared(simulate({ seed: 9 }));
  ana.panel?.actions.open();
  await sim.seconds(2);
  const opening = runOf(sim.world);
  ana.panel?.actions.cancelOpening();
  await sim.seconds(3);
  expect(opening).toMatchObject({ epoch: 1, phase: 'opening' });
  expect(runOf(sim.world)).toMatchObject({ epoch: 0, phase: 'closed' });
  ana.panel?.actions.open();
  await sim.seconds(1);
  if (opening === undefined) throw new Error('there was no opening');

  const unheard: Run = { ...opening, term: opening.term - 1, phase: 'open' };
  sim.world.putStorage(COLLECTION, runRecord.key, runRecord.write(unheard, undefined) as Json);
  await sim.seconds(15);
  expect(runOf(sim.world)).toMatchObject({ epoch: 1, phase: 'open', openedAt: opening.openedAt });
  expect(sim.world.board().sessions).toHaveLength(2);
  expect(cem.isAsked).toBe(true);
});

const termIn = (sim: Simulation): number => runOf(sim.world)?.term ?? 0;

test('[C10] [I7] two who hear little of each other and press in turn do not take over at each press', async () => {
  const { sim, ana, ben } = await opened(simulate({ seed: 9 }), {
    lengthMs: 1_800_000,
  });
  await ben.opensPanel('open');
  for (const { id } of [ana, ben]) sim.world.setNetwork(id, { loss: 0.7 });
  const term = termIn(sim);
  for (let round = 0; round < 6; round++) {
    for (const { panel } of [ana, ben]) {
      panel?.actions.prolong(60_000);
      await sim.seconds(5);
    }
  }
  for (const { id } of [ana, ben]) sim.world.setNetwork(id, { loss: 0 });
  await sim.seconds(40);
  // Each of them twice at most in this minute, and whoever hears nothing at all once more ([C3]).
  expect(termIn(sim) - term).toBeLessThanOrEqual(6);
  const { length } = planOf(sim.world).wanted(1);
  expect(runOf(sim.world)).toMatchObject({ phase: 'open', length });
});

test('[C10] a conductor that is heard late goes on conducting, whatever is pressed', async () => {
  const { sim, ana, ben } = await opened(simulate({ seed: 10 }), {
    lengthMs: 1_800_000,
  });
  await ben.opensPanel('open');
  for (const { id } of [ana, ben]) sim.world.setNetwork(id, { latencyMs: 500, jitterMs: 200 });
  await sim.seconds(12);
  const term = termIn(sim);
  for (let round = 0; round < 10; round++) {
    ben.panel?.actions.prolong(60_000);
    await sim.seconds(5);
  }
  expect(termIn(sim)).toBe(term);
});

// On waking it went on with what it had held, and read what had been stored meanwhile too late.
test('[H2] [C3] an opening that was cancelled while its conductor slept stays cancelled when it wakes', async () => {
  const dialect = { offlinePushes: 'lost' } as const;
  const { sim, ana, ben, cem } = await prepared(simulate({ seed: 11, dialect }));
  ana.panel?.actions.open();
  await sim.seconds(1.5);
  ana.fallsAsleep();
  ana.setOnline(false);
  (await ben.opensPanel('opening')).actions.cancelOpening();
  await sim.seconds(600);
  expect(runOf(sim.world)).toMatchObject({ epoch: 0, phase: 'closed' });
  ana.setOnline(true);
  ana.wakes();
  await sim.seconds(30);
  expect(runOf(sim.world)).toMatchObject({ epoch: 0, phase: 'closed' });
  expect(cem.isAsked).toBe(false);
});

// Every answer that did not come had the next claim begin at once: the credits of a minute were gone in seconds.
test('[C10] whoever cannot read what to take over tries again at a calm pace', async () => {
  let reads = 0;
  const trace = (line: string): void => {
    if (line.includes(' STORAGE_GET {')) reads++;
  };
  const { sim, ana, ben } = await opened(simulate({ seed: 12, trace }), {
    lengthMs: 1_800_000,
  });
  await ben.opensPanel('open');
  await sim.seconds(5);
  ana.fallsAsleep();
  sim.world.fail({ user: ben.id, command: 'STORAGE_GET', nth: 1, forEver: true });
  ben.panel?.actions.prolong(60_000);
  reads = 0;
  await sim.seconds(15);
  expect(reads).toBeLessThan(60);
});
