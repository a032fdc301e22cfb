/** Of a breakout of which only numbers are kept: what real backgrounds leave behind in storage. */
import { expect, test } from 'vitest';
import { keys } from '../../src/records/keys';
import { personOf, planOf, runOf, seatsOf } from './beliefs';
import type { Actor, Simulation } from './simulation';
import { simulations } from './simulated';

const LENGTH_MS = 600_000;
/** On a list, and never comes. */
const EXPECTED = 'Zoe Absent';

const simulate = simulations();

/** Keys whose value holds one of these names. */
function naming(sim: Simulation, names: readonly string[]): readonly string[] {
  return [...sim.world.storage()].flatMap(([key, value]) => {
    const text = JSON.stringify(value);
    return names.some((name) => text.includes(name)) ? [key] : [];
  });
}

/** What a record of one's own still says of a breakout that is over. */
function saidOf(sim: Simulation, { id }: Actor): readonly string[] {
  const {
    here: _here,
    lead: _lead,
    takesPart: _t,
    inWindow: _w,
    ...rest
  } = personOf(sim.world, id);
  return Object.entries(rest).flatMap(([part, value]) =>
    value === undefined || value === '' ? [] : [part],
  );
}

test.each([1, 2, 3])(
  '[J5] keep counts only: names are never stored after the end, whoever is away or reloads (seed %i)',
  { timeout: 60_000 },
  async (seed) => {
    const sim = simulate({ seed });
    const [ana, ben, cem, dora, emil] = ['Ana', 'Ben', 'Cem', 'Dora', 'Emil'].map((name) => {
      const actor = sim.addUser({ name });
      sim.world.setNetwork(actor.id, { latencyMs: 40, jitterMs: 120 });
      actor.comes();
      return actor;
    });
    if (!ana || !ben || !cem || !dora || !emil) throw new Error('five people were to come');
    const people = [ben, cem, dora, emil];
    const names = [...people.map(({ name }) => name), EXPECTED];
    await sim.seconds(3);
    const panel = await ana.opensPanel('unclaimed');
    panel.actions.claim();
    await ana.opensPanel('prepare');
    panel.actions.createRooms(2);
    panel.actions.setLength(LENGTH_MS);
    panel.actions.setSettings({ names: false });
    await sim.seconds(8);
    const [apple, birch] = planOf(sim.world).rooms.map(({ id }) => id);
    if (apple === undefined || birch === undefined) throw new Error('two rooms were to be there');
    const to = { type: 'room', room: apple } as const;
    panel.actions.placeList({ seats: [], expected: [{ name: EXPECTED, to }], evenly: [] });
    panel.actions.onBoard(({ actions }) =>
      actions.putNames([{ room: apple, text: people.map(({ name }) => name).join(', ') }]),
    );
    await sim.seconds(20);
    expect(naming(sim, [EXPECTED])).toEqual([keys.seats(1)]);

    panel.actions.open();
    await sim.seconds(6);
    for (const person of [ben, cem, emil]) person.modal?.actions.join();
    dora.modal?.actions.notNow();
    await sim.seconds(10);
    const rooms = await ben.opensPanel('in-room');
    rooms.actions.askForHelp('stuck');
    rooms.actions.askForMoreTime();
    const open = await ana.opensPanel('open');
    open.actions.sendMessage({ room: undefined, text: 'One idea per note, please' });
    open.actions.keepList(names.join('\n'));
    open.actions.keepDraft({ room: apple, text: 'Ben, please write it down' });
    await sim.seconds(10);
    expect(naming(sim, names)).toContain(keys.person(ben.id as never));

    // One closes the browser before the end; one is cut off, and comes back half a minute after it.
    emil.goes();
    cem.setOnline(false);
    open.actions.bringBack();
    await sim.clock.runUntil(() => runOf(sim.world)?.phase === 'closed', 90_000);
    await sim.seconds(30);
    cem.setOnline(true);
    await sim.seconds(40);

    expect(naming(sim, names)).toEqual([]);
    for (const person of [...people, ana]) {
      expect([person.name, saidOf(sim, person)]).toEqual([
        person.name,
        person === ana ? ['name'] : [],
      ]);
    }
    expect(runOf(sim.world)?.attended).toMatchObject({ tookPart: 3, neverJoined: 1 });
    expect(seatsOf(sim.world, 1).size).toBe(4);
    const welcome = await ben.opensPanel('ended');
    expect(welcome.view).toMatchObject({ keepsNames: false, room: { id: expect.anything() } });

    emil.comes();
    for (const person of [ana, ben, cem, dora]) person.reloads();
    await sim.seconds(90);
    expect(naming(sim, names)).toEqual([]);

    // Whoever is away is called by name again while rooms are open.
    (await ana.opensPanel('after')).actions.prepareNext('new');
    await sim.seconds(8);
    (await ana.opensPanel('prepare')).actions.open();
    await sim.seconds(10);
    expect(runOf(sim.world)?.phase).toBe('open');
    expect(naming(sim, names).length).toBe(people.length);
  },
);
