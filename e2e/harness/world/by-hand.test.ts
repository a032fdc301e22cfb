import type { SelectionUpdateEvent } from '@mirohq/websdk-types';
import { describe, expect, test } from 'vitest';
import { createBench } from './bench';

function scene() {
  const bench = createBench();
  const ana = bench.join({ name: 'Ana' });
  const frame = bench.world.createItem(ana.tab, {
    type: 'frame',
    x: 0,
    y: 0,
    width: 400,
    height: 400,
    text: 'Apple',
    fill: '#ffeeee',
  });
  const view = (id: string) => bench.world.items().find((item) => item.id === id);
  const note = (x: number, y: number) =>
    bench.world.createItem(ana.tab, { type: 'sticky_note', x, y, width: 50, height: 50 });
  return { ...bench, ana, frame, view, note };
}

describe('what a person does on the board itself', () => {
  test('an item shows where and what it is', () => {
    const { view, frame } = scene();
    expect(view(frame)).toEqual({
      id: frame,
      type: 'frame',
      x: 0,
      y: 0,
      width: 400,
      height: 400,
      parentId: null,
      text: 'Apple',
      fill: '#ffeeee',
    });
  });

  test('what is dropped into a frame belongs to it, and what is drawn out does not', () => {
    const { world, ana, frame, view, note } = scene();
    const id = note(100, 100);
    expect(view(id)?.parentId).toBe(frame);
    world.moveItem(ana.tab, id, { x: 900, y: 0 });
    expect(view(id)?.parentId).toBeNull();
    world.moveItem(ana.tab, id, { x: -100, y: 0 });
    expect(view(id)?.parentId).toBe(frame);
  });

  test('a frame takes its children along, also when it is deleted', () => {
    const { world, ana, frame, view, note } = scene();
    const id = note(100, 100);
    world.moveItem(ana.tab, frame, { x: 1000, y: 0 });
    expect(view(id)).toMatchObject({ x: 1100, y: 100 });
    world.deleteItem(ana.tab, frame);
    expect(world.items()).toEqual([]);
  });

  test('renaming reaches the app', async () => {
    const { world, ana, frame, run } = scene();
    world.renameItem(ana.tab, frame, 'Birch');
    const [found] = await run(ana.miro().board.get({ type: 'frame' }));
    expect(found?.title).toBe('Birch');
  });

  test('deleting what is selected empties the selection, and says so', async () => {
    const { world, ana, frame, run, clock } = scene();
    const { ui } = ana.miro().board;
    await run(
      Promise.resolve(
        ui.on(
          'selection:update',
          ({ items }: SelectionUpdateEvent) => void ana.heard().push(items.length),
        ),
      ),
    );
    world.select(ana.tab, [frame]);
    world.deleteItem(ana.tab, frame);
    await clock.advance(10);
    expect(ana.heard()).toEqual([1, 0]);
  });

  test('panning and zooming is what viewport.get and getZoom give', async () => {
    const { world, ana, run } = scene();
    const seen = { x: 10, y: 20, width: 500, height: 250 };
    world.setViewport(ana.tab, seen, { width: 1000, height: 500 });
    expect(await run(ana.miro().board.viewport.get())).toEqual(seen);
    expect(await run(ana.miro().board.viewport.getZoom())).toBe(2);
  });

  test('an animated change glides for as long as was asked, and then resolves', async () => {
    const { ana, run, clock } = scene();
    const moving = ana.miro().board.viewport.set({
      viewport: { x: 5000, y: 0, width: 800, height: 500 },
      animationDurationInMs: 800,
    });
    await clock.advance(400);
    expect(ana.view().glideMs).toBe(800);
    await run(moving);
    expect(ana.view().glideMs).toBe(0);
    expect(ana.view().viewport).toMatchObject({ x: 5000, width: 800 });
  });

  test("Miro's own timer can be started and stopped by hand; apps hear of it", async () => {
    const { world, ana, run, clock } = scene();
    const { timer } = ana.miro().board;
    for (const event of ['start', 'update'] as const)
      await run(
        Promise.resolve(timer.on(event, (told) => void ana.heard().push(told.timer.status))),
      );
    world.startTimer(ana.tab, 60_000);
    await clock.advance(10);
    world.stopTimer(ana.tab);
    await clock.advance(10);
    expect(ana.heard()).toEqual(['STARTED', 'STOPPED']);
  });

  test('notifications are seen in the tab of the caller only', async () => {
    const { ana, run, join } = scene();
    const ben = join({ name: 'Ben' });
    await run(ana.miro().board.notifications.showError('Something failed'));
    expect(ana.view().notifications).toMatchObject([{ text: 'Something failed', type: 'error' }]);
    expect(ben.view().notifications).toEqual([]);
  });
});
