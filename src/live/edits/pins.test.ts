import { expect, test } from 'vitest';
import { facilitatorActions } from '../actions/facilitator-actions';
import { FakeDesk } from '../fake-desk';
import { crowd, personId, roomsOf, users } from '../fixtures';
import { keepInRoom, MAX_PINS } from './pins';

function prepared(): FakeDesk {
  const desk = new FakeDesk({ online: [users.ana, ...crowd(9)] });
  facilitatorActions(desk).claim();
  facilitatorActions(desk).createRooms(3);
  return desk;
}

const seats = (desk: FakeDesk) => roomsOf(desk.snapshot().seatsOf(1));

test('[S5] whoever is kept stays through shuffles and changes of the rooms, until let go', () => {
  const desk = prepared();
  const actions = facilitatorActions(desk);
  const kept = [1, 2, 3].map(personId);
  for (const user of kept) actions.keepInRoom(user);
  const before = seats(desk);
  const others = () => JSON.stringify([...seats(desk)].filter(([user]) => !kept.includes(user)));
  const was = others();

  actions.shuffle();
  actions.setRoomCount(4);
  actions.shuffle();
  for (const user of kept) expect(seats(desk).get(user)).toBe(before.get(user));
  expect(others()).not.toBe(was);

  for (const user of kept) actions.letGo(user);
  expect(desk.snapshot().plan.pinned.size).toBe(0);
});

test('[S5] who is away and kept is not moved by a shuffle, either', () => {
  const desk = prepared();
  const actions = facilitatorActions(desk);
  actions.keepInRoom(personId(1));
  const room = seats(desk).get(personId(1));
  desk.happen({ online: [users.ana, ...crowd(9).slice(1)] });
  for (let times = 0; times < 5; times++) {
    actions.shuffle();
    expect(seats(desk).get(personId(1))).toBe(room);
  }
});

test('[S5] somebody who is kept can still be moved by hand, and stays there', () => {
  const desk = prepared();
  const actions = facilitatorActions(desk);
  actions.keepInRoom(personId(1));
  const other = desk.snapshot().plan.rooms.find(({ id }) => id !== seats(desk).get(personId(1)));
  actions.move([[personId(1), other?.id]]);
  actions.shuffle();
  expect(seats(desk).get(personId(1))).toBe(other?.id);
});

test('no more people are kept than the record should hold', () => {
  const desk = prepared();
  const actions = facilitatorActions(desk);
  for (let number = 1; number <= MAX_PINS; number++) actions.keepInRoom(personId(number));
  expect(desk.snapshot().plan.pinned.size).toBe(MAX_PINS);
  expect(keepInRoom(desk.snapshot(), users.ben.id)).toEqual({});
});
