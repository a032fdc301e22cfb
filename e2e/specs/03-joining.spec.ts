import { expect, test } from '../actors/board';

test.describe('being asked, and joining', () => {
  test('[A4] the question says who, where, with whom, how long; a yes brings one to the frame', async ({
    board,
  }) => {
    const ana = await board.facilitator('Ana');
    const [ben, chloe] = await Promise.all([board.participant('Ben'), board.participant('Chloé')]);
    await ana.prepare(1);
    await ana.open();

    const room = await ben.modal.room();
    await expect(ben.modal.question).toHaveAccessibleName(`Join ${room}?`);
    await expect(ben.modal.question).toContainText('Ana invites you · 10 minutes');
    await expect(ben.modal.question).toContainText('with Chloé');
    await ben.modal.join();

    await ben.expectInRoom(room);
    await ben.expectNotified(`You're in ${room} until`);
    await expect(ben.panel.button('Ask for help')).toBeVisible();
    await expect(ben.panel.page.getByText('Chloé')).toBeVisible();
    expect(await board.sessions()).toEqual({ [room]: ['Ben'] });
    await chloe.join();
    expect(await board.sessions()).toEqual({ [room]: ['Ben', 'Chloé'] });
  });

  test('[I4] [Q3] “Not now” leaves a way back, and says which; so does closing the window by its ✖', async ({
    board,
  }) => {
    const ana = await board.facilitator('Ana');
    const [ben, chloe] = await Promise.all([board.participant('Ben'), board.participant('Chloé')]);
    await ana.prepare(1);
    await ana.open();
    const room = await ben.modal.room();
    await ben.modal.notNow();
    await chloe.modal.room();
    await chloe.stage.closeWindow();

    await ben.expectNotified(`${room} is open. To join, click the Breakout Rooms icon.`);
    await ben.expectInNoRoom();
    await ben.openPanel();
    await expect(ben.panel.page.getByText('You said “Not now”.')).toBeVisible();
    await ben.panel.join(room);
    await ben.expectInRoom(room);

    await chloe.expectNotified(`${room} is open. To join, click the Breakout Rooms icon.`);
    await chloe.openPanel();
    await chloe.panel.join(room);
    await chloe.expectInRoom(room);
  });
});
