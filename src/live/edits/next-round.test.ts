import { expect, test } from 'vitest';
import { ana, aRun, MINUTE } from '../../breakout/fixtures';
import type { RoomId, UserId } from '../../breakout/ids';
import { facilitatorActions } from '../actions/facilitator-actions';
import { FakeDesk } from '../fake-desk';
import { crowd, personId, roomsOf, users } from '../fixtures';
import { facilitatorStage } from '../stage';

/** Rooms that were open for a while, with all of these people, and are over. */
function over(people = 4, rooms = 2): FakeDesk {
  const desk = new FakeDesk({ online: [users.ana, ...crowd(people)] });
  const actions = facilitatorActions(desk);
  actions.claim();
  actions.createRooms(rooms);
  actions.open();
  desk.happen({ run: aRun({ phase: 'closed', closedAt: 9 * MINUTE }), now: 10 * MINUTE });
  return desk;
}

const rooms = (desk: FakeDesk) => desk.snapshot().plan.rooms.map(({ id }) => id);
const seats = (desk: FakeDesk, epoch: number) => roomsOf(desk.snapshot().seatsOf(epoch));
const nextOf = (desk: FakeDesk, room: string | undefined): RoomId | undefined => {
  const all = rooms(desk);
  return all[(all.findIndex((id) => id === room) + 1) % all.length];
};

test('new groups are those that the search has found, and nothing opens', async () => {
  const desk = over();
  const [one] = rooms(desk);
  if (one === undefined) throw new Error('fixture');
  desk.newGroups = new Map(crowd(4).map(({ id }) => [id, one]));
  facilitatorActions(desk).prepareNext('new');
  await Promise.all(desk.jobs);
  expect(seats(desk, 2)).toEqual(new Map(desk.newGroups));
  expect(facilitatorStage(desk.snapshot())).toEqual({ at: 'prepare', epoch: 2 });
});

test('the groups of an earlier round, without those who facilitate now', async () => {
  const desk = over();
  const actions = facilitatorActions(desk);
  const first = seats(desk, 1);
  actions.prepareNext('move-on');
  actions.open();
  desk.happen({ run: aRun({ epoch: 2, phase: 'closed', closedAt: 9 * MINUTE }) });
  actions.makeFacilitator(personId(1));
  actions.prepareNext({ round: 1 });
  await Promise.all(desk.jobs);
  first.delete(personId(1));
  expect(seats(desk, 3)).toEqual(first);
});

test('[N5] one room on: everyone moves but those who are kept, away or not', () => {
  const desk = over(6, 3);
  const actions = facilitatorActions(desk);
  const first = seats(desk, 1);
  actions.keepInRoom(personId(1));
  desk.happen({ online: [users.ana, ...crowd(4)] });
  actions.prepareNext('move-on');
  const second = seats(desk, 2);
  expect(second.get(personId(1))).toBe(first.get(personId(1)));
  for (const number of [2, 3, 4, 5, 6]) {
    const id: UserId = personId(number);
    expect(second.get(id)).toBe(nextOf(desk, first.get(id)));
  }
});

test('whoever has come meanwhile is in the preview, in the smallest room', () => {
  const desk = over(4);
  const actions = facilitatorActions(desk);
  const [room] = rooms(desk);
  const leaver = [...seats(desk, 1)].find(([, seat]) => seat === room)?.[0];
  if (leaver === undefined || room === undefined) throw new Error('fixture');
  actions.makeFacilitator(leaver);
  desk.happen({ online: [users.ana, ...crowd(5)] });
  actions.prepareNext('same');
  expect(seats(desk, 2).get(personId(5))).toBe(room);
});

test('reopening takes the same groups and opens them, once', () => {
  const desk = over();
  const actions = facilitatorActions(desk);
  actions.reopen();
  expect(seats(desk, 2)).toEqual(seats(desk, 1));
  expect(facilitatorStage(desk.snapshot()).at).toBe('opening');
  actions.cancelOpening();
  actions.reopen();
  expect(facilitatorStage(desk.snapshot()).at).toBe('prepare');
});

test('finishing puts the rooms away, and only after a round', () => {
  const desk = over();
  const actions = facilitatorActions(desk);
  actions.setTask(undefined, 'Three ideas');
  actions.keepInRoom(personId(1));
  actions.finish();
  const { plan } = desk.snapshot();
  expect(plan.rooms).toEqual([]);
  expect(plan.task).toBe('');
  expect(plan.pinned.size).toBe(0);
  expect(plan.facilitators.map(({ user }) => user)).toEqual([ana]);
  expect(facilitatorStage(desk.snapshot())).toEqual({ at: 'prepare', epoch: 2 });
  actions.createRooms(2);
  actions.finish();
  expect(rooms(desk)).toHaveLength(2);
});

test('[L5] who is on a list and was not here in round 1 is expected in round 2, in the same room', () => {
  const desk = new FakeDesk({ online: [users.ana, ...crowd(4)] });
  const actions = facilitatorActions(desk);
  actions.claim();
  actions.createRooms(2);
  const [first, second] = rooms(desk);
  if (first === undefined || second === undefined) throw new Error('fixture');
  const expected = [
    { name: 'Eva Núñez', to: { type: 'room', room: second } as const },
    { name: 'Fay Okafor', to: { type: 'any' } as const },
    { name: 'Gus Ray', to: { type: 'room', room: second } as const },
  ];
  actions.placeList({ seats: [], expected, evenly: [] });
  actions.open();
  desk.happen({ run: aRun({ phase: 'closed', closedAt: 9 * MINUTE }), now: 10 * MINUTE });
  const late = { id: personId(9), name: 'ray, GUS' };
  const online = [users.ana, ...crowd(4), late];
  desk.happen({ online, names: new Map(online.map(({ id, name }) => [id, name])) });
  actions.prepareNext('same');
  expect(desk.snapshot().expectedOf(2)).toEqual([
    { name: 'Eva Núñez', room: second },
    { name: 'Fay Okafor', room: undefined },
  ]);
  // Who came between the rounds sits where the list says, and is waited for no more.
  expect(seats(desk, 2).get(late.id)).toBe(second);
});
