import { expect, test } from '../actors/board';

test.describe('how long the rooms are open', () => {
  test('[H2] ten minutes are proposed, the opening can be cancelled, and the clock begins with what was chosen', async ({
    board,
  }) => {
    const ana = await board.facilitator('Ana');
    const ben = await board.participant('Ben');
    await ana.prepare(1);
    await expect(ana.panel.length(10)).toBeChecked();

    await ana.panel.openRooms();
    await expect(ana.panel.heading(/^Opening in [123]…$/)).toBeVisible();
    await ana.panel.cancel();

    await expect(ana.panel.button('Open rooms')).toBeVisible();
    await expect(ana.panel.rooms).toHaveCount(1);
    expect(await board.sessions()).toEqual({});
    await expect(ben.stage.window).toHaveCount(0);

    await ana.panel.setLength(5);
    await ana.open();
    await expect(ana.panel.clock).toHaveText(/\b(5:00|4:5\d)$/);
    await expect(ben.modal.question).toContainText('5 minutes');
  });

  test('[W4] a length that was typed survives the click on the board that closes the panel', async ({
    board,
  }) => {
    const ana = await board.facilitator('Ana');
    await ana.prepare(1);
    await ana.panel.page.getByRole('radio', { name: 'Other' }).check({ force: true });
    await ana.panel.field('Minutes').fill('7');
    // A hand comes from the panel, and takes its time.
    await ana.panel.pause();
    await ana.panel.field('Minutes').hover();
    await ana.stage.clickCanvas();
    await expect(ana.stage.panel).toHaveCount(0);
    await ana.openPanel();
    await expect(ana.panel.field('Minutes')).toHaveValue('7');
  });

  test('rooms can be opened without an end', async ({ board }) => {
    const ana = await board.facilitator('Ana');
    const ben = await board.participant('Ben');
    await ana.prepare(1);
    await ana.panel.setNoEnd();
    await ana.open();

    await expect(ana.panel.clock).toHaveAccessibleName('No end set');
    await ben.join();
    await expect(ben.stage.timer()).toHaveAccessibleName('Timer');
  });
});
