import { expect, test } from 'vitest';
import { FakeWorld } from '../fake-board';
import { aFrame, users } from '../fixtures';
import { around, glideToFrame } from './glide';

test('a frame is given by its centre, a view by its corner, with a margin around', () => {
  const { x, y, width, height } = around({
    ...aFrame('f'),
    x: 1_000,
    y: 500,
    width: 100,
    height: 50,
  });
  expect([x, y, width, height].map(Math.round)).toEqual([944, 472, 112, 56]);
});

test('a frame that is gone moves nothing', async () => {
  const world = new FakeWorld();
  const { board, glides } = world.client(users.ben);
  expect(await glideToFrame(board, aFrame('f').id, 0)).toBe(false);
  world.frames.set(aFrame('f').id, aFrame('f'));
  expect(await glideToFrame(board, aFrame('f').id, 0)).toBe(true);
  expect(glides).toHaveLength(1);
});
