import { expect, test } from 'vitest';
import { createBench } from './bench';

test('D:storage: a duplicate of a board has its items with their metadata, under new ids, and nothing stored', async () => {
  const [board, duplicate] = [createBench(), createBench()];
  const ana = board.join({ name: 'Ana' }).miro().board;
  await board.run(
    (async () => {
      const frame = await ana.createFrame({ title: 'Cedar', width: 800, height: 400 });
      const [one, two] = [
        await ana.createStickyNote({ content: 'one', x: -200 }),
        await ana.createStickyNote({ content: 'two', x: 200 }),
      ];
      await frame.add(one);
      await one.setMetadata('made', 'here');
      await ana.createConnector({ start: { item: one.id }, end: { item: two.id } });
      await ana.storage.collection('c').set('k', 1);
      await ana.setAppData('k', 1);
    })(),
  );
  const before = board.world.items();
  duplicate.world.paste(board.world.copy());

  const zoe = duplicate.join({ name: 'Zoe' }).miro().board;
  const [frame, one, two] = await duplicate.run(
    Promise.all([
      zoe.get({ type: 'frame' }).then((frames) => frames[0]),
      zoe.get({ type: 'sticky_note' }).then((notes) => notes[0]),
      zoe.get({ type: 'sticky_note' }).then((notes) => notes[1]),
    ]),
  );
  const [tie] = await duplicate.run(zoe.get({ type: 'connector' }));
  expect(frame).toMatchObject({ title: 'Cedar', childrenIds: [one?.id] });
  expect(one).toMatchObject({ content: 'one', parentId: frame?.id });
  expect(tie).toMatchObject({ start: { item: one?.id }, end: { item: two?.id } });
  expect(await duplicate.run(one?.getMetadata() ?? Promise.resolve({}))).toEqual({ made: 'here' });
  expect(await duplicate.run(zoe.getAppData())).toEqual({});
  expect(duplicate.world.storage().size).toBe(0);

  const ids = new Set(before.map(({ id }) => id));
  expect(duplicate.world.items().filter(({ id }) => ids.has(id))).toEqual([]);
  // The two boards share nothing: what is done on one leaves the other as it is.
  duplicate.world.deleteItem(
    duplicate.world.openTab(duplicate.world.addUser({ name: 'Yui' })),
    frame?.id ?? '',
  );
  expect(board.world.items()).toEqual(before);
});
