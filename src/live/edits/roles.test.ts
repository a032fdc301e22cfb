import { expect, test } from 'vitest';
import { FakeDesk } from '../fake-desk';
import { crowd, users } from '../fixtures';
import { claim, makeFacilitator } from './roles';
import { createRooms } from './rooms';

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
