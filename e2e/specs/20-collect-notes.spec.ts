import { expect, test, type Board } from '../actors/board';
import type { Facilitator } from '../actors/person';
import { picture } from '../actors/picture';

/** A round with three rooms; something was written in two of them. @returns the three names */
async function afterARound(board: Board, ana: Facilitator): Promise<readonly string[]> {
  await board.bystanders('Ben');
  await ana.prepare(3);
  const rooms = await ana.panel.roomNames();
  await ana.open();
  const [first = '', second = ''] = rooms;
  await board.writeNotes('Ben', first, ['Lunch walks', 'Pairing']);
  await board.writeNotes('Ben', second, ['Fewer meetings']);
  await ana.close();
  return rooms;
}

test.describe('collecting notes', () => {
  test('[D1] [I11] counted first, then copied into one frame by room, and taken back exactly; what fails is said with its reason, and can be tried again', async ({
    board,
  }) => {
    const ana = await board.facilitator('Ana');
    const [first, second, third] = await afterARound(board, ana);
    const before = await board.operator.items();

    await ana.panel.button('Collect notes…').click();
    await expect(ana.panel.sentence('3 notes in 2 rooms')).toBeVisible();
    await expect(ana.panel.sentence(`Without notes: ${third}`)).toBeVisible();
    await ana.panel.button('Collect 3 notes').click();
    await expect(ana.panel.sentence('3 notes were collected.')).toBeVisible();

    const results = await board.inFrame('Collected notes');
    expect(results.map(({ text }) => text)).toEqual([
      first,
      'Lunch walks',
      'Pairing',
      second,
      'Fewer meetings',
      `Without notes: ${third}`,
    ]);
    await ana.panel.button('Go to the results').click();
    await ana.stage.expectFrameInView('Collected notes');

    await ana.panel.undo();
    await expect(ana.panel.sentence('It was taken away again.')).toBeVisible();
    expect(await board.operator.items()).toEqual(before);
    await ana.panel.back();

    await ana.panel.button('Collect notes…').click();
    await board.operator.fail({ command: 'FRAME_ADD', nth: 2, message: 'You lack permission.' });
    await ana.panel.button('Collect 3 notes').click();
    await expect(ana.panel.sentence('Not allowed on this board.')).toBeVisible();
    await ana.panel.button('Try again').click();
    await expect(ana.panel.sentence('3 notes were collected.')).toBeVisible();
    expect(await board.inFrame('Collected notes')).toHaveLength(6);
  });

  test('[D2] a reload in the middle: the rest is copied, and nothing twice', async ({ board }) => {
    const ana = await board.facilitator('Ana');
    await afterARound(board, ana);
    await ana.panel.button('Collect notes…').click();
    await ana.panel.button('Collect 3 notes').click();
    await expect
      .poll(async () => (await board.inFrame('Collected notes')).length)
      .toBeGreaterThan(0);
    await ana.reload();

    await expect
      .poll(async () => (await board.inFrame('Collected notes')).length, { timeout: 20_000 })
      .toBe(6);
    await ana.openPanel();
    await ana.panel.button('Collect notes…').click();
    await expect(ana.panel.sentence('3 notes were collected.')).toBeVisible();
    expect(await board.inFrame('Collected notes')).toHaveLength(6);
    await ana.panel.button('Go to the results').click();
    await ana.stage.expectFrameInView('Collected notes');
    await ana.stage.closePanel();
    await picture(ana.page, 'result');
  });
});
