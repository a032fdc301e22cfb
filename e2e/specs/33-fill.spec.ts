import { expect, test, type Board } from '../actors/board';

/** A frame far from the rooms', drawn by hand, with one thing of each kind that can be copied. */
async function drawTemplate(board: Board): Promise<void> {
  const tab = await board.tabOf('Ana');
  const middle = { x: -9_000, y: 0 };
  const frame = { type: 'frame', text: 'Retro', width: 1_600, height: 900 };
  await board.operator.createItem(tab, { ...frame, ...middle });
  const things = [
    { type: 'shape', text: 'What went well', width: 700, height: 400 },
    { type: 'card', text: 'One idea a note', width: 320, height: 94 },
    { type: 'text', text: 'Ten minutes', width: 300, height: 40 },
    { type: 'sticky_note', text: '', width: 100, height: 110 },
  ];
  for (const [at, thing] of things.entries()) {
    const place = { x: middle.x - 350 + at * 250, y: middle.y - 100 + at * 60 };
    await board.operator.createItem(tab, { ...thing, ...place });
  }
}

test('[D6] [D8] rooms are filled from a frame, with progress; stopped and undone; undo keeps what was written', async ({
  board,
}) => {
  const ana = await board.facilitator('Ana');
  await ana.prepare(3);
  await drawTemplate(board);
  const rooms = await ana.panel.roomNames();
  const [first = '', , third = ''] = rooms;
  const kindsIn = async (room: string) => (await board.inFrame(room)).map(({ type }) => type);

  await ana.panel.more('Fill rooms from a frame…');
  await expect(ana.panel.page.getByRole('radio', { name: 'Retro 4 items' })).toBeChecked();
  for (const room of rooms)
    await expect(ana.panel.page.getByRole('checkbox', { name: room })).toBeChecked();
  const before = await board.operator.items();

  // So slow that there is time to change one's mind.
  await board.slow('Ana', 400);
  await ana.panel.button('Fill 3 rooms').click();
  await expect(ana.panel.page.getByRole('progressbar')).toBeVisible({ timeout: 20_000 });
  await ana.panel.button('Stop').click();
  const stopped = ana.panel.sentence('Stopped. What is there stays there.');
  await expect(stopped).toBeVisible({ timeout: 20_000 });
  expect(await board.inFrame(third)).toEqual([]);
  await board.slow('Ana', 0);
  await ana.panel.undo();
  await expect(ana.panel.sentence('It was taken away again.')).toBeVisible({ timeout: 20_000 });
  expect(await board.operator.items()).toEqual(before);

  await ana.panel.button('Fill 3 rooms').click();
  const done = ana.panel.sentence('12 items were copied.');
  await expect(done).toBeVisible({ timeout: 30_000 });
  for (const room of rooms)
    expect(await kindsIn(room)).toEqual(['shape', 'card', 'text', 'sticky_note']);
  await expect(ana.panel.sentence('No room has an empty frame.')).toBeVisible();

  const note = (await board.inFrame(first)).find(({ type }) => type === 'sticky_note');
  await board.operator.renameItem(await board.tabOf('Ana'), note?.id ?? '', 'Lunch walks');
  await ana.panel.undo();
  await expect(ana.panel.sentence('1 copy was kept')).toBeVisible({ timeout: 30_000 });
  const left = (await board.operator.items()).filter(
    ({ id }) => !before.some((item) => item.id === id),
  );
  expect(left).toMatchObject([{ id: note?.id, text: 'Lunch walks' }]);
});
