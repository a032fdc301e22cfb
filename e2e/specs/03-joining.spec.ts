import { expect, test } from '../actors/board';

test.describe('being asked, and joining', () => {
  test('[A4] [I4] [Q3] the question says who, where, with whom, how long; a yes brings one to the frame; “Not now” leaves a way back, and says which; so does closing the window by its ✖', async ({
    board,
  }) => {
    const ana = await board.facilitator('Ana');
    const [ben, chloe, diego] = await Promise.all([
      board.participant('Ben'),
      board.participant('Chloé'),
      board.participant('Diego'),
    ]);
    await ana.prepare(1);
    await ana.open();

    const room = await ben.modal.room();
    await expect(ben.modal.question).toHaveAccessibleName(`Join ${room}?`);
    await expect(ben.modal.question).toContainText('Ana invites you · 10 minutes');
    await expect(ben.modal.question).toContainText(/with (Chloé|Diego)/);
    await ben.modal.join();

    await ben.expectInRoom(room);
    await ben.expectNotified(`You're in ${room} until`);
    await expect(ben.panel.button('Ask for help')).toBeVisible();
    await expect(ben.panel.page.getByText('Chloé')).toBeVisible();
    expect(await board.sessions()).toEqual({ [room]: ['Ben'] });

    await chloe.modal.room();
    await chloe.modal.notNow();
    await diego.modal.room();
    await diego.stage.closeWindow();
    for (const person of [chloe, diego]) {
      await person.expectNotified(`${room} is open. To join, click the Breakout Rooms icon.`);
      await person.expectInNoRoom();
      await person.openPanel();
    }
    await expect(chloe.panel.page.getByText('You said “Not now”.')).toBeVisible();
    for (const person of [chloe, diego]) {
      await person.panel.join(room);
      await person.expectInRoom(room);
    }
    expect(await board.sessions()).toEqual({ [room]: ['Ben', 'Chloé', 'Diego'] });
  });
});
