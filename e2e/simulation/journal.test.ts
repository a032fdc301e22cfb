/** The journal as real backgrounds write it, in virtual time. */
import { describe, expect, test } from 'vitest';
import { indexOf, planOf, recapIn, runOf, seatsOf } from './beliefs';
import type { Actor, Simulation } from './simulation';
import { simulations } from './simulated';

const LENGTH_MS = 180_000;

const simulate = simulations();

interface Cast {
  readonly sim: Simulation;
  readonly ana: Actor;
  readonly ben: Actor;
  readonly cem: Actor;
  readonly dora: Actor;
}

/** Two rooms are open; Ben and Cem are in, Dora has not answered. */
async function opened(seed: number, { names }: { readonly names: boolean }): Promise<Cast> {
  const sim = simulate({ seed });
  const [ana, ben, cem, dora] = ['Ana', 'Ben', 'Cem', 'Dora'].map((name) => {
    const actor = sim.addUser({ name, clockWrongByMs: Math.round((sim.random() - 0.5) * 600_000) });
    sim.world.setNetwork(actor.id, { latencyMs: 40, jitterMs: 120 });
    actor.comes();
    return actor;
  });
  if (!ana || !ben || !cem || !dora) throw new Error('four people were to come');
  await sim.seconds(3);
  const panel = await ana.opensPanel('unclaimed');
  panel.actions.claim();
  await ana.opensPanel('prepare');
  panel.actions.createRooms(2);
  panel.actions.setLength(LENGTH_MS);
  panel.actions.setSettings({ names });
  await sim.seconds(8);
  panel.actions.open();
  await sim.seconds(6);
  for (const person of [ben, cem]) person.modal?.actions.join();
  await sim.seconds(10);
  return { sim, ana, ben, cem, dora };
}

async function closed({ sim, ana }: Cast): Promise<void> {
  const panel = await ana.opensPanel('open');
  panel.actions.bringBack();
  await sim.clock.runUntil(() => runOf(sim.world)?.phase === 'closed', 90_000);
  await sim.seconds(5);
}

const journalKeys = ({ sim }: Cast): readonly string[] =>
  [...sim.world.storage().keys()].filter((key) => key.startsWith('journal-'));

describe.each([1, 2, 3])('seed %i', { timeout: 60_000 }, (seed) => {
  test('[J1] says who was where and how long, and who never came', async () => {
    const cast = await opened(seed, { names: true });
    const { sim, ben, cem, dora } = cast;
    await sim.seconds(60);
    (await cem.opensPanel('in-room')).actions.leave();
    await sim.seconds(40);
    await closed(cast);

    const recap = recapIn(sim.world);
    const seats = seatsOf(sim.world, 1);
    const roomOf = ({ id }: Actor) => [...seats].find(([user]) => user === id)?.[1].room;
    expect(recap).toMatchObject({ complete: true, tookPart: 2, neverJoined: 1 });
    expect(recap?.never).toEqual([{ user: dora.id, room: roomOf(dora) }]);
    expect([...(recap?.rooms.values() ?? [])]).toEqual(planOf(sim.world).rooms.map((r) => r.name));
    expect([...(recap?.names ?? [])].sort()).toEqual(
      [ben, cem, dora].map(({ id, name }) => [id, name]).sort(),
    );
    const stays = recap?.stays.map(({ user, room, fromAt, toAt }) => ({
      user,
      room,
      seconds: (toAt - fromAt) / 1_000,
    }));
    expect(stays).toHaveLength(2);
    const stayOf = ({ id }: Actor) => stays?.find(({ user }) => user === id);
    expect(stayOf(ben)?.room).toBe(roomOf(ben));
    // Ten seconds after joining, a minute, 40 seconds, and the countdown; Cem left after the minute.
    expect(stayOf(ben)?.seconds).toBeGreaterThan(120);
    expect(stayOf(cem)?.seconds).toBeGreaterThan(60);
    expect(stayOf(cem)?.seconds).toBeLessThan(85);
  });

  test('[J3] whoever conducts: a reload of the only facilitator breaks no stay', async () => {
    const cast = await opened(seed, { names: true });
    const { sim, ana, ben } = cast;
    await sim.seconds(30);
    ana.reloads();
    await sim.seconds(50);
    await closed(cast);

    const recap = recapIn(sim.world);
    const terms = new Set(runOf(sim.world)?.journal.chunks.map(({ term }) => term));
    expect(terms.size).toBe(2);
    expect(recap?.complete).toBe(true);
    const own = recap?.stays.filter(({ user }) => user === ben.id) ?? [];
    expect(own).toHaveLength(1);
    expect((own[0]?.toAt ?? 0) - (own[0]?.fromAt ?? 0)).toBeGreaterThan(100_000);
  });

  test('[J2] without names nobody is in it, and the numbers are', async () => {
    const cast = await opened(seed, { names: false });
    const { sim, ben, cem, dora } = cast;
    await sim.seconds(30);
    await closed(cast);

    const texts = journalKeys(cast).map((key) => JSON.stringify(sim.world.storage().get(key)));
    expect(texts).not.toHaveLength(0);
    for (const { id, name } of [ben, cem, dora]) {
      expect(texts.join()).not.toContain(id);
      expect(texts.join()).not.toContain(name);
    }
    expect(recapIn(sim.world)).toMatchObject({ keeps: 'counts', tookPart: 2, neverJoined: 1 });
    const most = [...(recapIn(sim.world)?.counts.values() ?? [])].map((count) => count.most);
    expect(most.reduce((sum, count) => sum + count, 0)).toBe(2);
  });

  test('[J2] switched off while rooms are open, the names that stood there go', async () => {
    const cast = await opened(seed, { names: true });
    const { sim, ana, ben, cem } = cast;
    await sim.seconds(30);
    expect(journalKeys(cast)).toHaveLength(1);
    (await ana.opensPanel('open')).actions.setSettings({ names: false });
    await sim.seconds(30);
    await closed(cast);

    const texts = journalKeys(cast).map((key) => JSON.stringify(sim.world.storage().get(key)));
    for (const { id } of [ben, cem]) expect(texts.join()).not.toContain(id);
    expect(recapIn(sim.world)).toMatchObject({ keeps: 'counts', tookPart: 2, complete: true });
  });

  test('[K1] the index lists every key but those that everybody knows', async () => {
    const cast = await opened(seed, { names: true });
    const { sim } = cast;
    await closed(cast);
    const { epochs, people } = indexOf(sim.world);
    const listed = [
      ...[...people].map((user) => `person-${user}`),
      ...[...epochs].flatMap(([epoch, chunks]) => [
        `seats-${epoch}`,
        ...chunks.map(({ term, n }) => `journal-${epoch}-${term}-${n}`),
      ]),
    ];
    const wellKnown = ['plan', 'run', 'beat', 'index', 'setups', 'seats-2'];
    const stored = [...sim.world.storage().keys()].filter((key) => !wellKnown.includes(key));
    expect([...listed].sort()).toEqual(stored.sort());
  });
});

test('[I11] a journal that cannot be written is told, and the breakout goes on', async () => {
  const cast = await opened(4, { names: true });
  const { sim, ana, cem } = cast;
  const rule = { user: ana.id, command: 'STORAGE_SET', key: 'journal-', nth: 1, forEver: true };
  sim.world.fail(rule);
  (await cem.opensPanel('in-room')).actions.leave();
  const told = (): boolean =>
    runOf(sim.world)?.failures.some(({ step }) => step === 'journal') ?? false;
  await sim.clock.runUntil(told, 60_000);
  expect(told()).toBe(true);
  expect(runOf(sim.world)?.phase).toBe('open');
  sim.world.clearFailures();
  await sim.clock.runUntil(() => !told(), 90_000);
  await closed(cast);
  expect(told()).toBe(false);
  expect(recapIn(sim.world)?.complete).toBe(true);
});
