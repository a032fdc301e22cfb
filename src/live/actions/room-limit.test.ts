import { expect, test } from 'vitest';
import { MAX_ROOMS } from '../../breakout/plan';
import { facilitatorView } from '../facilitator-view';
import { FakeDesk } from '../fake-desk';
import { aFrame, crowd, users } from '../fixtures';
import { facilitatorActions } from './facilitator-actions';

async function hundredRooms(): Promise<{
  desk: FakeDesk;
  actions: ReturnType<typeof facilitatorActions>;
}> {
  const desk = new FakeDesk({ me: users.ana, online: [users.ana, ...crowd(3)] });
  const actions = facilitatorActions(desk);
  actions.claim();
  actions.createRooms(MAX_ROOMS - 1);
  actions.addRoom();
  await Promise.all(desk.jobs);
  expect(desk.failures).toEqual([]);
  return { desk, actions };
}

const rooms = (desk: FakeDesk): number => desk.snapshot().plan.rooms.length;

test('[O12] 100 rooms at most: one more is refused, and that is told', async () => {
  const { desk, actions } = await hundredRooms();
  actions.addRoom();
  await Promise.all(desk.jobs);
  expect(rooms(desk)).toBe(100);
  expect(desk.failures).toHaveLength(1);
});

test('[O12] of more frames than fit as many become rooms as do, and that is told', async () => {
  const { desk, actions } = await hundredRooms();
  const [first] = desk.snapshot().plan.rooms;
  if (first !== undefined) actions.removeRoom(first.id);
  for (const id of ['one', 'two']) desk.frames.set(aFrame(id).id, aFrame(id));
  await desk.loadFrames();
  actions.useFrames([...desk.frames.keys()]);
  await Promise.all(desk.jobs);
  expect(rooms(desk)).toBe(100);
  expect(desk.failures).toHaveLength(1);
});

test('[O12] it is said until there is space for a room again', async () => {
  const { desk, actions } = await hundredRooms();
  const problem = { reason: 'unknown', detail: '', at: 0 } as const;
  desk.happen({ failed: { step: 'room-limit', problem } });
  const isSaid = (): boolean =>
    facilitatorView(desk.snapshot()).notices.some(
      (notice) => notice.kind === 'step-failed' && notice.step === 'room-limit',
    );
  expect(isSaid()).toBe(true);
  const [first] = desk.snapshot().plan.rooms;
  if (first !== undefined) actions.removeRoom(first.id);
  expect(isSaid()).toBe(false);
});
