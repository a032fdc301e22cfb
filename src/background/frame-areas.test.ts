import { expect, test, vi } from 'vitest';
import { ana } from '../breakout/fixtures';
import { frameId } from '../breakout/ids';
import { FakeWorld } from '../live/fake-board';
import { around } from '../live/jobs/glide';
import { FrameAreas } from './frame-areas';

const stage = { id: frameId('stage'), title: 'Stage', x: 0, y: 0, width: 800, height: 600 };
const elsewhere = { ...stage, x: 9_000 };

function looking() {
  const world = new FakeWorld();
  const { timers } = world;
  world.frames.set(stage.id, stage);
  const { board } = world.client({ id: ana, name: 'Ana' });
  const asked = vi.spyOn(board.frames, 'get');
  return { world, asked, areas: new FrameAreas({ board, timers }) };
}

test('[A4] what was asked ahead is not asked again, once', async () => {
  const { areas, asked } = looking();
  areas.ahead(stage.id);
  // Joining is tried again.
  areas.ahead(stage.id);
  expect(await areas.of(stage.id)).toEqual(around(stage));
  expect(asked).toHaveBeenCalledTimes(1);
  await areas.of(stage.id);
  expect(asked).toHaveBeenCalledTimes(2);
});

test('[A4] where a frame was before its user had to wait for long, or another frame is, is of no use', async () => {
  const { world, areas } = looking();
  areas.ahead(stage.id);
  await world.timers.advance(3_000);
  world.frames.set(stage.id, elsewhere);
  expect(await areas.of(stage.id)).toEqual(around(elsewhere));
  areas.ahead(stage.id);
  expect(await areas.of(frameId('none'))).toBeUndefined();
});

test('[A4] what failed ahead is asked again when it is wanted', async () => {
  const { areas, asked } = looking();
  asked.mockRejectedValueOnce(new Error('Miro did not answer.'));
  areas.ahead(stage.id);
  expect(await areas.of(stage.id)).toEqual(around(stage));
});

test('a deleted frame is where it was last seen', async () => {
  const { world, areas } = looking();
  await areas.of(stage.id);
  world.deleteFrame(stage.id);
  expect(await areas.of(stage.id)).toEqual(around(stage));
});
