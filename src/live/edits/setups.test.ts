import { describe, expect, test } from 'vitest';
import { frameId } from '../../breakout/ids';
import type { Setup } from '../../breakout/setup';
import { planEdits } from '../../records/plan-edits';
import { MAX_SETUPS } from '../../records/setups';
import { FakeDesk } from '../fake-desk';
import { aFrame, crowd, users } from '../fixtures';
import { claim } from './roles';
import { createRooms, setTask } from './rooms';
import { applySetup, keepSetup, removeSetup } from './setups';

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
