import { expect, test } from 'vitest';
import { BoardError } from '../board/errors';
import { ben } from '../breakout/fixtures';
import { sessionId } from '../breakout/ids';
import { FakeWorld } from '../live/fake-board';
import { Membership } from './membership';

const apple = sessionId('apple');
const birch = sessionId('birch');

/** A tab of Ben's; leaving fails. */
function member(hasJoined: boolean): Membership {
  const world = new FakeWorld();
  const { board } = world.client({ id: ben, name: 'Ben' });
  const sessions = {
    ...board.sessions,
    join: async () => undefined,
    leave: async () => Promise.reject(new BoardError('unknown', 'Not a member.')),
    hasJoined: async () => hasJoined,
  };
  const heard = { quietMs: () => 0 };
  return new Membership({ board: { me: board.me, sessions }, timers: world.timers, heard });
}

test('[A8] leaving a session that another tab has left for its user is done', async () => {
  const membership = member(false);
  await membership.join(apple);
  expect(membership.joined).toBe(apple);
  await membership.leave(apple);
  expect([membership.inside, membership.joined]).toEqual(['nowhere', undefined]);
});

test('[I11] who is still inside has not left', async () => {
  const membership = member(true);
  await membership.join(apple);
  await expect(membership.leave(apple)).rejects.toThrow('Not a member.');
  expect(membership.joined).toBe(apple);
});

test('[A8] what this tab has joined stays known though nobody knows who is inside, until it ends', async () => {
  const membership = member(true);
  await membership.join(apple);
  membership.forget();
  membership.forget(birch);
  expect([membership.inside, membership.joined]).toEqual(['unknown', apple]);
  membership.forget(apple);
  expect(membership.joined).toBeUndefined();
});
