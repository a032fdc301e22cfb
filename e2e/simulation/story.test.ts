/** The main story of the product, played by eight people in virtual time, under several seeds. */
import { describe, expect, test } from 'vitest';
import { isFacilitator, personOf, planOf, runOf, seatsOf, setupsOf } from './beliefs';
import {
  clocksAgree,
  everyoneIsBack,
  everyoneIsInvited,
  namesAreInStep,
  roomsHaveOneSession,
} from './invariants';
import type { Actor } from './actor';
import type { Simulation } from './simulation';
import { simulations } from './simulated';

/** Short, because every second of it is played; the product proposes ten minutes. */
const LENGTH_MS = 120_000;

const NETWORK = { latencyMs: 40, jitterMs: 120 };
/** The longest that anything is on its way, one way. */
const SLOWEST_MS = NETWORK.latencyMs + NETWORK.jitterMs;

const simulate = simulations();

interface Cast {
  readonly sim: Simulation;
  readonly ana: Actor;
  readonly people: readonly Actor[];
  readonly all: readonly Actor[];
}

/** Ana and seven others come; slow and jittery networks, wrong clocks. */
async function cast(seed: number): Promise<Cast> {
  const sim = simulate({ seed });
  const wrong = (): number => Math.round((sim.random() - 0.5) * 600_000);
  const ana = sim.addUser({ name: 'Ana', clockWrongByMs: wrong() });
  const people = ['Ben', 'Cem', 'Dora', 'Emil', 'Fay', 'Gia', 'Hugo'].map((name) =>
    sim.addUser({ name, clockWrongByMs: wrong() }),
  );
  const all = [ana, ...people];
  for (const actor of all) {
    sim.world.setNetwork(actor.id, NETWORK);
    actor.comes();
  }
  await sim.seconds(3);
  return { sim, ana, people, all };
}

async function prepared(seed: number): Promise<Cast> {
  const play = await cast(seed);
  const panel = await play.ana.opensPanel('unclaimed');
  panel.actions.claim();
  await play.ana.opensPanel('prepare');
  panel.actions.createRooms(3);
  panel.actions.setLength(LENGTH_MS);
  await play.sim.seconds(8);
  return play;
}

async function opened(seed: number): Promise<Cast> {
  const play = await prepared(seed);
  play.ana.panel?.actions.open();
  await play.sim.seconds(6);
  return play;
}

/** When the question came up on each person's screen, in true time, as far as it has yet. */
function watchQuestions(sim: Simulation): ReadonlyMap<string, number> {
  const askedAt = new Map<string, number>();
  sim.world.onSlot(({ tab, slot, open }) => {
    if (open && slot.surface === 'modal') askedAt.set(tab, sim.clock.now());
  });
  return askedAt;
}

async function inRooms(seed: number): Promise<Cast> {
  const play = await opened(seed);
  for (const person of play.people) person.modal?.actions.join();
  await play.sim.seconds(12);
  return play;
}

const seeds = [1, 2, 3];

describe.each(seeds)('seed %i', { timeout: 60_000 }, (seed) => {
  test('[I1] rooms with frames are made in one step, and everyone is seated evenly', async () => {
    const { sim, people } = await prepared(seed);
    const plan = planOf(sim.world);
    expect(plan.rooms).toHaveLength(3);
    expect(plan.rooms.every(({ frame }) => frame !== undefined)).toBe(true);
    const seats = seatsOf(sim.world, 1);
    expect(people.every(({ id }) => seats.has(id as never))).toBe(true);
    const sizes = plan.rooms.map(
      (room) => [...seats.values()].filter((seat) => seat.room === room.id).length,
    );
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
  });

  test('[I3] everyone is asked within a second of the opening', async () => {
    const { sim, ana, people, all } = await prepared(seed);
    const askedAt = watchQuestions(sim);
    ana.panel?.actions.open();
    await sim.seconds(6);
    const run = runOf(sim.world);
    expect(run?.phase).toBe('open');
    // Ana's background conducts: the run's times are in her clock.
    const openedAt = (run?.openedAt ?? 0) - ana.clockWrongByMs;
    const waitedMs = people.map(({ tab }) => (askedAt.get(tab) ?? Infinity) - openedAt);
    // The run's way to storage and from there to everyone.
    expect(Math.max(...waitedMs)).toBeLessThanOrEqual(1_000 + 2 * SLOWEST_MS);
    expect(Math.min(...waitedMs)).toBeGreaterThanOrEqual(0);
    expect(people.filter(({ isAsked }) => !isAsked).map(({ name }) => name)).toEqual([]);
    expect(everyoneIsInvited(sim, all)).toEqual([]);
  });

  test('[U1] what is opened is kept, though the panel is closed right after the click', async () => {
    const { sim, ana } = await prepared(seed);
    ana.panel?.actions.open();
    // As long as the order takes to storage, but no longer.
    await sim.seconds(0.5);
    ana.clicksCanvas();
    await sim.seconds(12);
    expect(runOf(sim.world)?.phase).toBe('open');
    expect(setupsOf(sim.world)).toMatchObject([
      { id: 'last', setup: { length: LENGTH_MS, rooms: [{}, {}, {}] } },
    ]);
  });

  test('[I5] joined, then brought back at the deadline, to where they were', async () => {
    const { sim, all, people } = await inRooms(seed);
    expect(everyoneIsInvited(sim, all)).toEqual([]);
    expect(roomsHaveOneSession(sim)).toEqual([]);
    expect(people.every(({ session }) => session !== undefined)).toBe(true);
    expect(people.every(({ isHome }) => !isHome)).toBe(true);
    await sim.seconds(LENGTH_MS / 1_000 + 45);
    expect(everyoneIsBack(sim, all)).toEqual([]);
  });

  test('[I8] every countdown agrees, though all clocks are wrong by minutes', async () => {
    const { sim, all } = await inRooms(seed);
    await sim.seconds(25);
    expect(all.filter(({ panel }) => panel !== undefined).length).toBeGreaterThan(6);
    for (let look = 0; look < 5; look++) {
      await sim.seconds(7);
      expect(clocksAgree(sim, all, 160)).toEqual([]);
    }
  });

  test('[I4] whoever reloads, leaves or goes offline comes back into the same room', async () => {
    const { sim, people, all } = await inRooms(seed);
    const [reloading, leaving, offline] = people as [Actor, Actor, Actor];
    const before = people.map(({ session }) => session);
    reloading.reloads();
    leaving.panel?.actions.leave();
    offline.setOnline(false);
    await sim.seconds(15);
    expect(leaving.session).toBeUndefined();
    expect(leaving.isHome).toBe(true);
    offline.setOnline(true);
    (await leaving.opensPanel('invited')).actions.join();
    await sim.seconds(30);
    expect(people.map(({ session }) => session)).toEqual(before);
    expect(everyoneIsInvited(sim, all)).toEqual([]);
  });

  test('[I7] the facilitator closes the panel and reloads: nothing stops', async () => {
    const { sim, ana, all } = await opened(seed);
    ana.clicksCanvas();
    ana.reloads();
    for (const person of all.slice(1)) person.modal?.actions.join();
    await sim.seconds(40);
    expect(everyoneIsInvited(sim, all)).toEqual([]);
    const panel = await ana.opensPanel('open');
    expect(panel.view).toMatchObject({ screen: 'open', counts: { expected: 7, inside: 7 } });
    panel.actions.bringBack();
    await sim.seconds(50);
    expect(everyoneIsBack(sim, all)).toEqual([]);
  });

  test('[I7] every facilitator vanishes: people are brought back at the deadline', async () => {
    const { sim, ana, people } = await inRooms(seed);
    ana.goes();
    await sim.seconds(LENGTH_MS / 1_000 + 70);
    for (const person of people) {
      expect([person.name, person.session, person.isHome]).toEqual([person.name, undefined, true]);
    }
  });

  test('[I7] a second facilitator takes over when the first one goes', async () => {
    const { sim, ana, people, all } = await inRooms(seed);
    const ben = people[0] as Actor;
    ana.panel?.actions.makeFacilitator(ben.id as never);
    await sim.seconds(5);
    expect(isFacilitator(sim.world, ben.id)).toBe(true);
    ana.goes();
    await sim.seconds(20);
    expect(runOf(sim.world)?.clock.user).toBe(ben.id);
    (await ben.opensPanel('open')).actions.prolong(5 * 60_000);
    await sim.seconds(5);
    expect(runOf(sim.world)?.length).toBe(LENGTH_MS + 5 * 60_000);
    (await ben.opensPanel('open')).actions.bringBack();
    await sim.seconds(60);
    // Sessions that only Ana could end stay; nobody is in them.
    for (const actor of all) expect([actor.name, actor.session]).toEqual([actor.name, undefined]);
    expect(runOf(sim.world)?.phase).toBe('closed');
  });

  test('[I6] the same groups open again, and what was said in the first epoch counts no more', async () => {
    const { sim, ana, people, all } = await inRooms(seed);
    (await ana.opensPanel('open')).actions.bringBack();
    await sim.seconds(50);
    const first = seatsOf(sim.world, 1);
    (await ana.opensPanel('after')).actions.prepareNext('same');
    await sim.seconds(5);
    (await ana.opensPanel('prepare')).actions.open();
    await sim.seconds(7);
    expect(runOf(sim.world)).toMatchObject({ epoch: 2, phase: 'open' });
    for (const { id } of people) {
      expect(seatsOf(sim.world, 2).get(id as never)?.room).toBe(first.get(id as never)?.room);
    }
    expect(people.every(({ isAsked }) => isAsked)).toBe(true);
    expect(everyoneIsInvited(sim, all)).toEqual([]);
  });

  test('[I2] two facilitators edit at once, and nothing is lost', async () => {
    const { sim, ana, people } = await prepared(seed);
    const ben = people[0] as Actor;
    ana.panel?.actions.makeFacilitator(ben.id as never);
    await sim.seconds(5);
    const his = await ben.opensPanel('prepare');
    const hers = await ana.opensPanel('prepare');
    const [apple, birch] = planOf(sim.world).rooms;
    if (apple === undefined || birch === undefined) throw new Error('no rooms');
    hers.actions.renameRoom(apple.id, 'Alpha');
    his.actions.renameRoom(birch.id, 'Beta');
    hers.actions.setTask(undefined, 'Three ideas');
    his.actions.setLength(5 * 60_000);
    hers.actions.setRoomCount(4);
    await sim.seconds(12);
    const plan = planOf(sim.world);
    expect(plan).toMatchObject({ task: 'Three ideas', length: 5 * 60_000 });
    expect(plan.rooms.map(({ name }) => name)).toEqual(expect.arrayContaining(['Alpha', 'Beta']));
    expect(plan.rooms).toHaveLength(4);
    expect(his.view).toMatchObject({ saving: 'saved' });
    expect(hers.view).toMatchObject({ saving: 'saved' });
  });

  test('[O7] [O8] names differ, and rooms and frames are called alike, whoever renames which', async () => {
    const { sim, ana, people } = await prepared(seed);
    const ben = people[0] as Actor;
    ana.panel?.actions.makeFacilitator(ben.id as never);
    await sim.seconds(5);
    const his = await ben.opensPanel('prepare');
    const hers = await ana.opensPanel('prepare');
    const count = planOf(sim.world).rooms.length;
    hers.actions.addRoom();
    his.actions.addRoom();
    await sim.seconds(12);
    const { rooms } = planOf(sim.world);
    expect(rooms).toHaveLength(count + 2);
    expect(new Set(rooms.map(({ name }) => name)).size).toBe(count + 2);
    const [first, second] = rooms;
    if (first?.frame === undefined || second === undefined) throw new Error('no frames');
    sim.world.renameItem(ben.tab, first.frame, 'What to stop');
    // Whoever renames a room may be gone before its frame is.
    his.actions.renameRoom(second.id, 'What to keep');
    await sim.seconds(0.5);
    ben.clicksCanvas();
    await sim.seconds(12);
    const named = planOf(sim.world).rooms;
    expect(named.slice(0, 2).map(({ name }) => name)).toEqual(['What to stop', 'What to keep']);
    expect(namesAreInStep(sim)).toEqual([]);
  });

  test('late arrivals are seated and asked; help reaches the facilitator', async () => {
    const { sim, ana, people, all } = await inRooms(seed);
    const late = sim.addUser({ name: 'Ida' });
    late.comes();
    await sim.seconds(8);
    expect(late.isAsked).toBe(true);
    late.modal?.actions.join();
    await sim.seconds(6);
    expect(late.session).toBeDefined();

    const caller = people[0] as Actor;
    (await caller.opensPanel('in-room')).actions.askForHelp('stuck');
    await sim.seconds(5);
    const panel = await ana.opensPanel('open');
    expect(panel.view).toMatchObject({ help: [{ name: caller.name, reason: 'stuck' }] });
    expect(sim.world.tab(ana.tab)?.notifications.some(({ text }) => text.includes('help'))).toBe(
      true,
    );
    panel.actions.goHelp(caller.id as never);
    await sim.seconds(5);
    expect((await caller.opensPanel('in-room')).view).toMatchObject({ help: { state: 'coming' } });
    expect(ana.isHome).toBe(false);
    panel.actions.backToWhereIWas();
    await sim.seconds(4);
    expect(ana.isHome).toBe(true);
    expect(everyoneIsInvited(sim, [...all, late])).toEqual([]);
    expect(personOf(sim.world, caller.id).help?.open).toBe(true);
  });
});
