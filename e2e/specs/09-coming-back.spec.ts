import { expect, test } from '../actors/board';

test.describe('coming back', () => {
  test('[I5] [H4] everyone is warned, then back where they were, and nothing remains', async ({
    board,
  }) => {
    const ana = await board.facilitator('Ana');
    const [ben, chloe] = await Promise.all([board.participant('Ben'), board.participant('Chloé')]);
    await ana.prepare(2);
    const home = await board.viewOf('Ben');
    await ana.open();
    const room = await ben.join();
    await expect.poll(() => board.viewOf('Ben')).not.toEqual(home);

    await ana.panel.bringEveryoneBack();
    await expect(ana.panel.clock).toHaveText(/\b0:(30|2\d)$/);
    await ben.expectNotified(/^Rooms close in \d+ seconds/);
    await expect(ben.panel.page.getByText('You go back to where you were.')).toBeVisible();
    await ana.panel.closeNow();

    await expect(ana.panel.heading('Everyone is back')).toBeVisible();
    await ben.expectInNoRoom();
    await ben.expectNotified('Welcome back');
    await expect.poll(() => board.viewOf('Ben')).toEqual(home);
    await expect(chloe.stage.window).toHaveCount(0);
    expect(await board.sessions()).toEqual({});
    await expect(ben.panel.heading('Welcome back')).toBeVisible();
    await ben.panel.button(`Look at ${room} again`).click();
    await ben.stage.expectFrameInView(room);
  });

  test.describe('to a plenary frame', () => {
    test.use({ furnish: 'frames' });

    test('[H4] [E7] [I5] the countdown can be cancelled, which is told, and is over by itself; everyone returns there', async ({
      board,
    }) => {
      const ana = await board.facilitator('Ana');
      const ben = await board.participant('Ben');
      await ana.prepare(1);
      await ana.panel.more('Settings');
      await ana.panel.page.getByLabel('Countdown before rooms close').selectOption('10 seconds');
      await ana.panel.page.getByLabel('Afterwards everyone goes to').selectOption('Parking');
      await ana.panel.back();
      await ana.open();
      const room = await ben.join();

      await ana.panel.bringEveryoneBack();
      await expect(ana.panel.heading('Everyone comes back')).toBeVisible();
      await ana.panel.keepOpen();
      await expect(ana.panel.button('Bring everyone back')).toBeVisible();
      await ben.expectNotified(/^Rooms stay open until /);
      await ben.expectInRoom(room);

      await ana.panel.bringEveryoneBack();
      await expect(ana.panel.heading('Everyone is back')).toBeVisible({ timeout: 30_000 });
      await ben.expectInNoRoom();
      await ben.stage.expectFrameInView('Parking');
    });
  });

  test('[I5] [T1] at the deadline everyone comes back without anybody’s doing', async ({
    board,
  }) => {
    const ana = await board.facilitator('Ana', { clock: 'movable' });
    const ben = await board.participant('Ben', { clock: 'movable' });
    await ana.prepare(1);
    await ana.panel.setLength(5);
    await ana.open();
    const room = await ben.join();

    const clicks = await ana.clicks.during(async () => {
      await board.pass({ seconds: (await ana.panel.secondsLeft()) - 65 });
      await ben.expectNotified(`One minute left in ${room}`);
      await board.pass({ seconds: 60 });
      await expect(ana.panel.heading('Everyone comes back')).toBeVisible();
      await board.pass({ seconds: 30 });
      await expect(ana.panel.heading('Everyone is back')).toBeVisible({ timeout: 30_000 });
    });
    expect(clicks).toBe(0);
    await ben.expectInNoRoom();
  });
});
