import { expect, test } from '../actors/board';

test.describe('“Tell me in a window”', () => {
  test('[E2] [I5] news comes as windows, the last minute can be put off, and no window outlives the rooms', async ({
    board,
  }) => {
    const ana = await board.facilitator('Ana', { clock: 'movable' });
    const ben = await board.participant('Ben', { clock: 'movable' });
    await ana.prepare(1);
    await ben.openPanel();
    await ben.panel.tellInWindow();
    await ana.open();
    const room = await ben.join();

    await ana.panel.button('Pause').click();
    await ben.modal.ok('Paused by Ana');
    await ana.panel.button('Resume').click();
    await ben.modal.ok('Ana started the clock again');
    await ana.panel.sendMessage('Please choose a speaker.');
    await expect(ben.modal.dialog('Ana to all rooms')).toContainText('Please choose a speaker.');
    await ben.modal.gotIt();
    await ana.panel.back();

    // However long all this has taken: what comes half a minute late is not said any more.
    await board.pass({ seconds: (await ana.panel.secondsLeft()) - 5 * 60 });
    await ben.modal.ok(`5 minutes left in ${room}`);
    await board.pass({ seconds: (await ana.panel.secondsLeft()) - 60 });
    await expect(ben.modal.dialog(`One minute left in ${room}`)).toBeVisible();
    await ben.modal.askForMore();
    await expect(ana.panel.page.getByText('The room wants more time')).toBeVisible();

    await ana.panel.bringEveryoneBack();
    await expect(ben.modal.dialog(/^Rooms close in \d+ seconds$/)).toBeVisible();
    await ana.panel.closeNow();
    await expect(ana.panel.heading('Everyone is back')).toBeVisible({ timeout: 20_000 });
    await expect(ben.stage.window).toHaveCount(0);
  });
});
