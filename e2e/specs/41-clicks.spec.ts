import { expect, test } from '../actors/board';
import type { Facilitator, Participant } from '../actors/person';

/** Each with the panel pinned, and with the panel closed, which is one more: the icon. */
test.describe('few clicks', () => {
  test('the first breakout on an empty board takes four; a participant joins, rejoins and asks for help by one', async ({
    board,
  }) => {
    const ana = await board.facilitator('Ana');
    const [ben] = await Promise.all([board.participant('Ben'), board.participant('Chloé')]);

    const clicks = await ana.clicks.during(async () => {
      await ana.stage.clickIcon();
      await ana.panel.runIt();
      await ana.panel.createRooms(2);
      await ana.panel.openRooms();
    });

    await expect(ana.panel.button('Bring everyone back')).toBeVisible();
    expect(clicks).toBe(4);

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

    await ben.panel.leave();
    await ben.expectInNoRoom();
    expect(await fromClosed(ben, () => ben.panel.join(room)), 'rejoining, closed').toBe(2);
    await ben.expectInRoom(room);
  });

  test.describe('on a board with frames', () => {
    test.use({ furnish: 'frames' });

    test('the first breakout takes four, too', async ({ board }) => {
      const ana = await board.facilitator('Ana');
      await board.bystanders('Ben');

      const clicks = await ana.clicks.during(async () => {
        await ana.stage.clickIcon();
        await ana.panel.runIt();
        await ana.panel.button('Use these 6 frames').click();
        await ana.panel.openRooms();
      });

      await expect(ana.panel.button('Bring everyone back')).toBeVisible();
      expect(clicks).toBe(4);
    });
  });

  test('everything else a facilitator does in the moment is one, the next round two; with the panel closed it is the icon besides', async ({
    board,
  }) => {
    const ana = await board.facilitator('Ana');
    const ben = await board.participant('Ben');
    await ana.prepare(1);
    await ana.open();
    await ben.join();
    const plusFive = () => ana.panel.button('Add 5 minutes').click();
    const help = ana.panel.button(/^Go to Ben in /);

    expect(await fromClosed(ana, plusFive), '+5, closed').toBe(2);
    await ben.panel.askForHelp("We're stuck");
    expect(await fromClosed(ana, () => help.click()), 'answering a call, closed').toBe(2);
    const end = await fromClosed(ana, ana.panel.bringEveryoneBack);
    expect(end, 'bringing everyone back, closed').toBe(2);
    await ana.panel.closeNow();
    await expect(ana.panel.heading('Everyone is back')).toBeVisible({ timeout: 20_000 });
    const second = await fromClosed(ana, async () => {
      await ana.panel.prepareRound(2);
      await ana.panel.openRooms();
    });
    expect(second, 'the second round, closed').toBe(3);
    await ben.join();

    await ana.stage.pinPanel();
    const late = await ana.clicks.during(async () => {
      const emma = await board.participant('Emma');
      await emma.join();
    });
    expect(late, 'placing somebody who comes late').toBe(0);

    await ben.panel.askForHelp("We're stuck");
    await expect(help).toBeVisible();
    expect(await ana.clicks.during(() => help.click()), 'answering a call').toBe(1);

    const back = await ana.clicks.during(() => ana.panel.backToWhereIWas());
    expect(back, 'back to where I was').toBe(1);

    expect(await ana.clicks.during(plusFive), '+5').toBe(1);

    const ended = await ana.clicks.during(() => ana.panel.bringEveryoneBack());
    expect(ended, 'bringing everyone back').toBe(1);
    const now = await ana.clicks.during(() => ana.panel.closeNow());
    expect(now, 'not waiting for the countdown').toBe(1);
    await expect(ana.panel.heading('Everyone is back')).toBeVisible({ timeout: 20_000 });

    const third = await ana.clicks.during(async () => {
      await ana.panel.prepareRound(3);
      await ana.panel.openRooms();
      await expect(ana.panel.button('Bring everyone back')).toBeVisible();
    });
    expect(third, 'the third round').toBe(2);
  });
});

/** How many clicks something takes from a panel that has been closed, as a click on the board does. */
async function fromClosed(
  person: Facilitator | Participant,
  what: () => Promise<void>,
): Promise<number> {
  await person.stage.clickCanvas();
  await expect(person.stage.panel).toHaveCount(0);
  return person.clicks.during(async () => {
    await person.stage.clickIcon();
    await what();
  });
}

/** A window takes nothing in its first 700 ms; who reads the question presses later than that. */
async function pressOnce(ben: Participant): Promise<void> {
  await expect(ben.modal.answer('Join session')).toBeVisible();
  const seenAt = Date.now();
  await expect.poll(() => Date.now() - seenAt).toBeGreaterThan(1_000);
  await ben.modal.answer('Join session').click();
}
