import { describe, expect, test } from 'vitest';
import { writerId, type RoomId, type UserId } from '../../breakout/ids';
import { edit, type Doc } from '../../records/merge';
import { personEdits } from '../../records/person';
import { FakeDesk } from '../fake-desk';
import { crowd, users } from '../fixtures';
import { undoing, undone } from '../undo';
import { forgetExpected, keepList, placeList, type ListOrder } from './list';
import { open, seatForOpening } from './phases';
import { claim } from './roles';
import { createRooms } from './rooms';

const people = crowd(6);
const [one, two, three] = people.map(({ id }) => id) as [UserId, UserId, UserId];
const nothing: ListOrder = { seats: [], expected: [], evenly: [] };

function desk(rooms: number): FakeDesk {
  const made = new FakeDesk({ online: [users.ana, ...people] });
  made.apply(claim(made.snapshot()));
  if (rooms > 0) made.apply(createRooms(made.snapshot(), rooms, made));
  return made;
}

const place = (on: FakeDesk, order: Partial<ListOrder>): void =>
  on.apply(placeList(on.snapshot(), { ...nothing, ...order }, on));

const seatOf = (on: FakeDesk, user: UserId): RoomId | undefined =>
  on.snapshot().seatsOf(1).get(user)?.room;

function roomsOf(on: FakeDesk): readonly [RoomId, RoomId] {
  const [first, second] = on.snapshot().plan.rooms.map(({ id }) => id);
  if (first === undefined || second === undefined) throw new Error('fixture');
  return [first, second];
}

describe('[L3] a list that is used', () => {
  test('seats whom it names and moves nobody else', () => {
    const on = desk(2);
    const [first, second] = roomsOf(on);
    const before = on.snapshot().seatsOf(1);
    const other = seatOf(on, one) === first ? second : first;
    place(on, { seats: [{ user: one, to: { type: 'room', room: other } }] });
    const after = on.snapshot().seatsOf(1);
    expect(after.get(one)).toEqual({ room: other, ask: 2 });
    for (const { id } of people.slice(1)) expect(after.get(id)).toEqual(before.get(id));
  });

  test('spreads the others where there is space, those expected counted', () => {
    const on = desk(2);
    const [first, second] = roomsOf(on);
    place(on, {
      seats: people.slice(0, 3).map(({ id }) => ({ user: id, to: { type: 'room', room: first } })),
      expected: ['Eva', 'Finn', 'Gül'].map((name) => ({ name, to: { type: 'room', room: first } })),
      evenly: people.slice(3).map(({ id }) => id),
    });
    expect(people.slice(3).map(({ id }) => seatOf(on, id))).toEqual([second, second, second]);
    expect(on.snapshot().expectedOf(1)).toHaveLength(3);
  });

  test('seats no facilitator and nobody while rooms are open', () => {
    const on = desk(2);
    const [first] = roomsOf(on);
    place(on, { seats: [{ user: users.ana.id, to: { type: 'room', room: first } }] });
    expect(seatOf(on, users.ana.id)).toBeUndefined();
    on.apply(open(on.snapshot(), on.seatsDigest(1)));
    const order = { ...nothing, expected: [{ name: 'Eva', to: { type: 'any' as const } }] };
    expect(placeList(on.snapshot(), order, on)).toEqual({});
  });
});

test('[L4] rooms are created once each, with frames, and their people go there', () => {
  const on = desk(0);
  const red = { type: 'new' as const, name: 'Red' };
  place(on, {
    seats: [
      { user: one, to: red },
      { user: two, to: { type: 'new', name: 'RED' } },
      { user: three, to: { type: 'new', name: 'Blue' } },
    ],
    expected: [{ name: 'Eva', to: red }],
  });
  const { plan, expectedOf } = on.snapshot();
  expect(plan.rooms.map(({ name, wantsFrame }) => [name, wantsFrame])).toEqual([
    ['Red', users.ana.id],
    ['Blue', users.ana.id],
  ]);
  const [first, second] = roomsOf(on);
  expect([one, two, three].map((user) => seatOf(on, user))).toEqual([first, first, second]);
  expect(expectedOf(1)).toEqual([{ name: 'Eva', room: first }]);
});

test('[L5] whoever has come meanwhile is seated by the opening as the list says', () => {
  const on = desk(2);
  const [, second] = roomsOf(on);
  place(on, { expected: [{ name: 'Late, Eva', to: { type: 'room', room: second } }] });
  const eva = crowd(9)[8];
  if (eva === undefined) throw new Error('fixture');
  on.happen({ online: [users.ana, ...people, { ...eva, name: 'eva late' }] });
  on.apply(seatForOpening(on.snapshot(), on.random));
  expect(seatOf(on, eva.id)).toBe(second);
  expect(on.snapshot().expectedOf(1)).toEqual([]);
});

test('names can be forgotten', () => {
  const on = desk(2);
  place(on, { expected: [{ name: 'Eva', to: { type: 'any' } }] });
  on.apply(forgetExpected(on.snapshot()));
  expect(on.snapshot().expectedOf(1)).toEqual([]);
  expect(forgetExpected(on.snapshot())).toEqual({});
});

test('undo takes rooms, seats and names back', () => {
  const on = desk(0);
  const before = on.plan;
  const made = placeList(
    on.snapshot(),
    { ...nothing, expected: [{ name: 'Eva', to: { type: 'new', name: 'Red' } }] },
    on,
  );
  const back = made.plan && undoing(before, made.plan);
  on.apply(made);
  if (back === undefined) throw new Error('nothing was done');
  const doc: Doc = edit(on.plan, undone(on.plan, back), writerId('w'));
  expect(JSON.stringify(doc)).not.toContain('"Red"');
});

describe('[W4] a list that is neither used nor left', () => {
  const keptBy = (on: FakeDesk) => on.snapshot().people.get(users.ana.id)?.list;
  const prepared = (): FakeDesk => {
    const on = desk(2);
    on.apply({ person: personEdits.set({ name: 'Ana' }) });
    return on;
  };

  test('is kept, and taken back', () => {
    const on = prepared();
    on.apply(keepList(on.snapshot(), 'Ben'));
    expect(keptBy(on)).toEqual({ epoch: 1, text: 'Ben' });
    on.apply(keepList(on.snapshot(), ' '));
    expect(keptBy(on)).toBeUndefined();
  });

  test('[K3] is not kept where everything has been removed, nor by who is no facilitator', () => {
    const on = new FakeDesk({ online: [users.ana, ...people] });
    on.apply({ person: personEdits.set({ name: 'Ana' }) });
    expect(keepList(on.snapshot(), 'Ben')).toEqual({});
  });

  test('is not kept once rooms are to be opened', () => {
    const on = prepared();
    on.apply(open(on.snapshot(), on.seatsDigest(1)));
    expect(keepList(on.snapshot(), 'Ben')).toEqual({});
  });
});
