import { expect, test } from 'vitest';
import type { Board } from '../../board/port';
import { itemId } from '../../breakout/ids';
import { FakeWorld } from '../fake-board';
import { aFrame, users } from '../fixtures';
import { around, glideToFrame } from './glide';
import { glideToItem } from './glide-to-item';

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

test('[D9] an item is put in the middle of the view, wherever it lies, and the view is as large as it was', async () => {
  const { board, glides } = new FakeWorld().client(users.ben);
  const at = (id: string, x: number, y: number, parent?: string) => ({
    ...{ id: itemId(id), type: 'text', x, y, width: 1_000, height: 400, parent },
  });
  const all = [at('frame', 5_000, 5_000), at('lost', 100, 200), at('kept', 10, 20, 'frame')];
  const view = { x: 0, y: 0, width: 1_600, height: 900 };
  const seen = {
    view: { ...board.view, get: async () => view },
    items: async () =>
      ({ list: async () => all }) as unknown as Awaited<ReturnType<Board['items']>>,
  };
  expect(await glideToItem(seen, itemId('gone'), 0)).toBe(false);
  expect(await glideToItem(seen, itemId('lost'), 0)).toBe(true);
  expect(await glideToItem(seen, itemId('kept'), 0)).toBe(true);
  view.width = 600;
  expect(await glideToItem(seen, itemId('lost'), 0)).toBe(true);
  expect(glides).toEqual([
    { x: -700, y: -250, width: 1_600, height: 900 },
    { x: 4_510 - 800, y: 4_820 - 450, width: 1_600, height: 900 },
    { x: 100 - 600, y: 200 - 900, width: 1_200, height: 1_800 },
  ]);
});
