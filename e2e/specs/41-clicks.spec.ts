import { expect, test, type Board } from '../actors/board';
import type { Facilitator, Participant } from '../actors/person';

/** With the panel pinned; when it is closed each is one more: the icon. */
test.describe('few clicks', () => {
  test('the first breakout on an empty board takes four', async ({ board }) => {
    const ana = await board.facilitator('Ana');
    await board.participants('Ben', 'Chloé');

    const clicks = await ana.clicks.during(async () => {
      await ana.stage.clickIcon();
      await ana.panel.runIt();
      await ana.panel.createRooms(2);
      await ana.panel.openRooms();
    });

    await expect(ana.panel.button('Bring everyone back')).toBeVisible();
    expect(clicks).toBe(4);
  });

  test('everything else a facilitator does in the moment is one, the second round two', async ({
    board,
  }) => {
    const { ana, ben } = await anOpenRoom(board);
    await ana.stage.pinPanel();

    const late = await ana.clicks.during(async () => {
      const emma = await board.participant('Emma');
      await emma.join();
    });
    expect(late, 'placing somebody who comes late').toBe(0);

    await ben.panel.askForHelp("We're stuck");
    const help = ana.panel.button(/^Go to Ben in /);
    await expect(help).toBeVisible();
    expect(await ana.clicks.during(() => help.click()), 'answering a call').toBe(1);

    expect(await ana.clicks.during(() => ana.panel.button('Add 5 minutes').click()), '+5').toBe(1);

    const end = await ana.clicks.during(() => ana.panel.bringEveryoneBack());
    expect(end, 'bringing everyone back').toBe(1);
    await ana.panel.closeNow();
    await expect(ana.panel.heading('Everyone is back')).toBeVisible({ timeout: 20_000 });

    const again = await ana.clicks.during(async () => {
      await ana.panel.prepareRound(2);
      await ana.panel.openRooms();
      await expect(ana.panel.button('Bring everyone back')).toBeVisible();
    });
    expect(again, 'the second round').toBe(2);
  });

  test('a participant joins, rejoins and asks for help by one', async ({ board }) => {
    const ana = await board.facilitator('Ana');
    const ben = await board.participant('Ben');
    await ana.prepare(1);
    await ana.open();

    const room = await ben.modal.room();
    expect(await ben.clicks.during(() => pressOnce(ben)), 'joining').toBe(1);
    await ben.expectInRoom(room);

    const help = await ben.clicks.during(() => ben.panel.button('Ask for help').click());
    expect(help, 'asking for help').toBe(1);
    await expect(ana.panel.button(/^Go to Ben in /)).toBeVisible();

    await ben.panel.leave();
    await ben.expectInNoRoom();
    expect(await ben.clicks.during(() => ben.panel.join(room)), 'rejoining').toBe(1);
    await ben.expectInRoom(room);
  });
});

async function anOpenRoom(
  board: Board,
): Promise<{ readonly ana: Facilitator; readonly ben: Participant }> {
  const ana = await board.facilitator('Ana');
  const ben = await board.participant('Ben');
  await ana.prepare(1);
  await ana.open();
  await ben.join();
  return { ana, ben };
}

/** A window takes nothing in its first 700 ms; who reads the question presses later than that. */
async function pressOnce(ben: Participant): Promise<void> {
  await expect(ben.modal.answer('Join session')).toBeVisible();
  const seenAt = Date.now();
  await expect.poll(() => Date.now() - seenAt).toBeGreaterThan(1_000);
  await ben.modal.answer('Join session').click();
}
