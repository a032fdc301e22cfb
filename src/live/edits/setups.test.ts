import { describe, expect, test } from 'vitest';
import { frameId } from '../../breakout/ids';
import type { Setup } from '../../breakout/setup';
import { planEdits } from '../../records/plan-edits';
import { MAX_SETUPS } from '../../records/setups';
import { FakeDesk } from '../fake-desk';
import { aFrame, crowd, users } from '../fixtures';
import { claim } from './roles';
import { createRooms, setTask } from './rooms';
import { setSettings } from './settings';
import { applySetup, keepLast, keepSetup, removeSetup } from './setups';

const people = crowd(6);
const retro: Setup = {
  rooms: [
    { name: 'Apple', hue: 7, task: 'What to stop' },
    { name: 'Red', hue: 3, task: '' },
  ],
  task: 'Three ideas',
  length: 300_000,
  boardTimer: false,
  closingMs: 60_000,
  plenary: 'Stage',
};

async function desk(rooms: number): Promise<FakeDesk> {
  const made = new FakeDesk({ online: [users.ana, ...people] });
  made.apply(claim(made.snapshot()));
  if (rooms > 0) made.apply(createRooms(made.snapshot(), rooms, made));
  await made.loadSetups();
  return made;
}

describe('[U1] a set-up', () => {
  test('is kept by name, newest first; the same name takes its place; removed, it is gone', async () => {
    const on = await desk(3);
    on.apply(setTask(on.snapshot(), undefined, 'Three ideas'));
    on.apply(keepSetup(on.snapshot(), ' Retro ', on.random));
    on.apply(keepSetup(on.snapshot(), 'Other', on.random));
    on.apply(createRooms(on.snapshot(), 2, on));
    on.apply(keepSetup(on.snapshot(), 'Retro', on.random));
    const { setups = [] } = on.snapshot();
    expect(setups.map(({ name, setup }) => [name, setup.rooms.length])).toEqual([
      ['Retro', 2],
      ['Other', 3],
    ]);
    expect(setups[0]?.setup.task).toBe('Three ideas');
    expect(JSON.stringify(setups)).not.toContain('Person');
    on.apply(removeSetup(setups[0]?.id ?? ''));
    expect(on.snapshot().setups?.map(({ name }) => name)).toEqual(['Other']);
  });

  test('without rooms or a name is none, and there are no more than fit', async () => {
    const empty = await desk(0);
    expect(keepSetup(empty.snapshot(), 'Retro', empty.random)).toEqual({});
    const on = await desk(1);
    expect(keepSetup(on.snapshot(), '  ', on.random)).toEqual({});
    for (let n = 0; n < MAX_SETUPS; n++)
      on.apply(keepSetup(on.snapshot(), `No ${String(n)}`, on.random));
    expect(keepSetup(on.snapshot(), 'One more', on.random)).toEqual({});
    expect(keepSetup(on.snapshot(), 'No 3', on.random)).not.toEqual({});
  });
});

describe('[U1] what was opened last', () => {
  test('is kept beside those with a name, once, as the newest', async () => {
    const on = await desk(3);
    on.apply(keepSetup(on.snapshot(), 'Retro', on.random));
    on.apply(keepLast(on.snapshot(), 'Stage'));
    on.apply(keepSetup(on.snapshot(), 'Other', on.random));
    on.apply(createRooms(on.snapshot(), 2, on));
    on.apply(keepLast(on.snapshot(), undefined));
    const again = keepLast(on.snapshot(), undefined);
    const { setups = [] } = on.snapshot();
    on.apply(again);
    expect(on.snapshot().setups).toEqual(setups);
    expect(setups.map(({ id, name, setup }) => [id === 'last', name, setup.rooms.length])).toEqual([
      [true, '', 2],
      [false, 'Other', 3],
      [false, 'Retro', 3],
    ]);
  });

  test('takes no place of those with a name; without rooms there is nothing to keep', async () => {
    const empty = await desk(0);
    expect(keepLast(empty.snapshot(), undefined)).toEqual({});
    const on = await desk(1);
    on.apply(keepLast(on.snapshot(), undefined));
    for (let n = 0; n < MAX_SETUPS; n++)
      on.apply(keepSetup(on.snapshot(), `No ${String(n)}`, on.random));
    expect(on.snapshot().setups).toHaveLength(MAX_SETUPS + 1);
  });
});

describe('[U1] [U2] places, locks, and how people get their room', () => {
  test('are kept, and are as they were when it is used', async () => {
    const on = await desk(2);
    const [apple, birch] = on.snapshot().plan.rooms;
    if (apple === undefined || birch === undefined) throw new Error('fixture');
    on.apply({ plan: planEdits.setRoom(apple.id, { places: 3 }) });
    on.apply({ plan: planEdits.setRoom(birch.id, { locked: true }) });
    const manner = { asking: 'bring', seating: 'chosen', late: 'choose', names: false } as const;
    on.apply(setSettings(on.snapshot(), manner));
    on.apply(keepSetup(on.snapshot(), 'Choose', on.random));
    const setup = on.snapshot().setups?.[0]?.setup;
    if (setup === undefined) throw new Error('nothing kept');

    const other = await desk(0);
    other.apply(applySetup(other.snapshot(), setup, other.random));
    const { plan, seatsOf } = other.snapshot();
    expect(plan.rooms).toMatchObject([
      { name: 'Apple', places: 3, locked: false },
      { name: 'Birch', places: undefined, locked: true },
    ]);
    expect(plan.settings).toMatchObject(manner);
    // [S8] Everyone is going to choose.
    expect(seatsOf(1).size).toBe(0);
  });

  test('[S8] where people are to choose from now on, who sits by lot does not any more', async () => {
    const on = await desk(2);
    const manner = { asking: 'ask', seating: 'chosen', late: 'smallest', names: true } as const;
    const [first] = on.snapshot().seatsOf(1).keys();
    if (first === undefined) throw new Error('fixture');
    on.apply({ plan: planEdits.setPinned(first, true) });
    on.apply(applySetup(on.snapshot(), { ...retro, manner }, on.random));
    const { plan, seatsOf } = on.snapshot();
    const rooms = plan.rooms.map(({ id }) => id);
    const seated = [...seatsOf(1)].filter(([, { room }]) => rooms.includes(room));
    expect(seated.map(([user]) => user)).toEqual([first]);
  });

  test('[S11] nobody is seated in a locked room, nor beyond its places', async () => {
    const on = await desk(0);
    const rooms = [
      { name: 'Apple', hue: 0, task: '', places: 2 },
      { name: 'Birch', hue: 1, task: '', locked: true },
      { name: 'Cedar', hue: 2, task: '' },
    ];
    const manner = { asking: 'ask', seating: 'given', late: 'smallest', names: true } as const;
    on.apply(applySetup(on.snapshot(), { ...retro, rooms, manner }, on.random));
    const { plan, seatsOf } = on.snapshot();
    const sizes = plan.rooms.map(({ id }) =>
      [...seatsOf(1).values()].filter(({ room }) => room === id),
    );
    expect(sizes.map(({ length }) => length)).toEqual([2, 0, 4]);
  });

  test('of an older version, which did not keep them, they stay as they are', async () => {
    const on = await desk(1);
    const [apple] = on.snapshot().plan.rooms;
    if (apple === undefined) throw new Error('fixture');
    on.apply({ plan: planEdits.setRoom(apple.id, { places: 5, locked: true }) });
    on.apply(setSettings(on.snapshot(), { names: false, late: 'wait' }));
    on.apply(applySetup(on.snapshot(), retro, on.random));
    const { plan } = on.snapshot();
    expect(plan.rooms[0]).toMatchObject({ name: 'Apple', places: 5, locked: true });
    expect(plan.settings).toMatchObject({ names: false, late: 'wait' });
  });
});

describe('[U2] using a set-up', () => {
  test('prepares an empty board: rooms, frames by title, tasks, time, settings, seats', async () => {
    const on = await desk(0);
    on.happen({
      frames: [aFrame('f1', 'red'), aFrame('f2', 'Red'), aFrame('f3', 'Stage')],
    });
    on.apply(applySetup(on.snapshot(), retro, on.random));
    const { plan, seatsOf } = on.snapshot();
    expect(plan.rooms).toMatchObject([
      { name: 'Apple', hue: 7, task: 'What to stop', frame: undefined, wantsFrame: users.ana.id },
      { name: 'Red', hue: 3, task: '', frame: frameId('f1'), wantsFrame: undefined },
    ]);
    expect(plan).toMatchObject({
      task: 'Three ideas',
      length: 300_000,
      settings: { boardTimer: false, closingMs: 60_000, plenary: frameId('f3') },
    });
    expect(seatsOf(1).size).toBe(people.length);
  });

  test('leaves rooms of the same name with their people, and seats who loses theirs', async () => {
    const on = await desk(2);
    const before = on.snapshot();
    const [apple, birch] = before.plan.rooms;
    if (apple === undefined || birch === undefined) throw new Error('fixture');
    on.apply({ plan: planEdits.setRoom(apple.id, { frame: frameId('own'), wantsFrame: null }) });
    on.apply(applySetup(on.snapshot(), retro, on.random));
    const { plan, seatsOf } = on.snapshot();
    expect(plan.rooms.map(({ name }) => name)).toEqual(['Apple', 'Red']);
    expect(plan.rooms[0]).toMatchObject({ id: apple.id, frame: 'own', hue: 7 });
    for (const [user, { room }] of before.seatsOf(1)) {
      const now = seatsOf(1).get(user)?.room;
      expect(now).toBe(room === apple.id ? apple.id : plan.rooms[1]?.id);
    }
  });

  test('[I2] used twice it is used once', async () => {
    const on = await desk(0);
    on.apply(applySetup(on.snapshot(), retro, on.random));
    const once = on.snapshot();
    on.apply(applySetup(on.snapshot(), retro, on.random));
    expect(on.snapshot().plan.rooms).toEqual(once.plan.rooms);
    expect(on.snapshot().seatsOf(1)).toEqual(once.seatsOf(1));
  });
});
