import { expect, test } from '../actors/board';

test.describe('“bring everyone after ten seconds”', () => {
  test('[Q4] who does nothing is brought, who stops it stays and can still join', async ({
    board,
  }) => {
    const ana = await board.facilitator('Ana');
    const [ben, chloe] = await Promise.all([board.participant('Ben'), board.participant('Chloé')]);
    await ana.prepare(1);
    const [room = ''] = await ana.panel.roomNames();
    await ana.panel.more('Settings');
    await ana.panel.field('When rooms open').selectOption('bring everyone after ten seconds');
    await ana.panel.back();
    await ana.open();

    await expect(chloe.modal.answer(/^Join now · \d+$/)).toBeVisible();
    await chloe.modal.stayHere();
    await chloe.expectInNoRoom();
    await ben.expectInRoom(room);
    await expect(ben.stage.window).toHaveCount(0);

    await chloe.openPanel();
    await chloe.panel.join(room);
    await chloe.expectInRoom(room);
  });
});
