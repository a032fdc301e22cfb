import { expect, test } from '../actors/board';

test.describe('rooms while open', () => {
  test('[R4] [R5] [I3] a room is closed: its people are asked elsewhere; undone; closed again, it goes', async ({
    board,
  }) => {
    const ana = await board.facilitator('Ana', { clock: 'movable' });
    const ben = await board.participant('Ben', { clock: 'movable' });
    const chloe = await board.participant('Chloé', { clock: 'movable' });
    await ana.prepare(2);
    await ana.open();
    const [closing, other] = [await ben.join(), await chloe.join()];

    await ana.panel.roomAction(closing, 'Close room…');
    await expect(
      ana.panel.page.getByText(/^1 person is asked to go to another room/),
    ).toBeVisible();
    await ana.panel.button(`Close ${closing}`).click();
    expect(await ben.modal.room()).toBe(other);

    await ana.panel.undo();
    await expect(ben.stage.window).toHaveCount(0);
    await expect(ana.panel.room(closing).getByText('closing', { exact: true })).toHaveCount(0);
    await ben.expectInRoom(closing);

    await ana.panel.roomAction(closing, 'Close room…');
    await ana.panel.button(`Close ${closing}`).click();
    expect(await ben.modal.room()).toBe(other);
    await expect(ben.modal.question.getByText(`${closing} closes in a moment.`)).toBeVisible();
    await expect(ana.panel.room(closing).getByText('closing', { exact: true })).toBeVisible();
    await board.pass({ seconds: 31 });

    await expect(ana.panel.rooms).toHaveCount(1);
    await expect.poll(async () => Object.keys(await board.sessions())).toEqual([other]);
    await ben.modal.join();
    await ben.expectInRoom(other);
  });

  test('[O1] notes that people write are counted by room, with the panel closed, and asked of nobody', async ({
    board,
  }) => {
    const ana = await board.facilitator('Ana');
    await board.bystanders('Ben');
    await ana.prepare(2);
    await ana.open();
    const [first = '', second = ''] = await ana.panel.roomNames();
    await ana.stage.clickCanvas();
    await expect(ana.stage.panel).toHaveCount(0);
    // Whoever read the board now would be told so, and would have to say that it failed.
    for (const command of ['WIDGET_GET', 'WIDGET_GET_BY_ID', 'FRAME_GET_CHILDREN'])
      await board.operator.fail({ command, nth: 1, forEver: true });

    await board.writeNotes('Ben', first, ['Lunch walks', 'Pairing']);
    await board.writeNotes('Ana', second, ['Fewer meetings']);
    await ana.openPanel();

    await expect(ana.panel.room(first)).toContainText('2 new notes');
    await expect(ana.panel.room(second)).toContainText('1 new note');
    await board.operator.clearFailures();
  });
});
