import { expect, test } from 'vitest';
import { participants } from '../../breakout/seated';
import { facilitatorView } from '../facilitator-view';
import { FakeDesk } from '../fake-desk';
import { crowd, users } from '../fixtures';
import { claim, makeFacilitator, seatMe } from './roles';
import { createRooms } from './rooms';
import { shuffle } from './seating';

test('[S3] who becomes a facilitator before the opening gives up the seat, and nobody else does', () => {
  const [ben, cem] = crowd(2);
  if (ben === undefined || cem === undefined) throw new Error('fixture');
  const desk = new FakeDesk({ online: [users.ana, ben, cem] });
  desk.apply(claim(desk.snapshot()));
  desk.apply(createRooms(desk.snapshot(), 2, desk));
  expect([...desk.snapshot().seatsOf(1).keys()].sort()).toEqual([ben.id, cem.id].sort());

  desk.apply(makeFacilitator(desk.snapshot(), ben.id));

  expect([...desk.snapshot().seatsOf(1).keys()]).toEqual([cem.id]);
  expect(desk.snapshot().plan.facilitators.map(({ user }) => user)).toEqual([users.ana.id, ben.id]);
});

test('[S6] a facilitator has a seat only if they want one, and gives it up again', () => {
  const desk = new FakeDesk({ online: [users.ana, ...crowd(3)] });
  desk.apply(claim(desk.snapshot()));
  desk.apply(createRooms(desk.snapshot(), 2, desk));
  const seated = () => desk.snapshot().seatsOf(1);
  expect(seated().has(users.ana.id)).toBe(false);

  desk.apply(seatMe(desk.snapshot(), true));
  expect(seated().size).toBe(4);
  // In the smaller room.
  expect(new Set([...seated().values()].map(({ room }) => room)).size).toBe(2);
  desk.apply(shuffle(desk.snapshot(), Math.random));
  expect(seated().has(users.ana.id)).toBe(true);
  const view = facilitatorView(desk.snapshot());
  expect(view).toMatchObject({ people: 4, facilitators: [{ me: true, seated: true }] });
  expect(view.others.map(({ id }) => id)).not.toContain(users.ana.id);
  expect(participants(desk.snapshot().plan, [users.ana.id])).toEqual([users.ana.id]);

  desk.apply(seatMe(desk.snapshot(), false));
  expect(seated().has(users.ana.id)).toBe(false);
  expect(facilitatorView(desk.snapshot())).toMatchObject({ people: 3 });
  expect(participants(desk.snapshot().plan, [users.ana.id])).toEqual([]);
});
