import { expect, test } from '../actors/board';

test.describe('while rooms are open', () => {
  test('[H3] [H5] [I8] [T5] minutes are added, the end is set, the clock is paused and goes on, everywhere', async ({
    board,
  }) => {
    const ana = await board.facilitator('Ana');
    const ben = await board.participant('Ben');
    await ana.prepare(1);
    await ana.open();
    await ben.join();
    // Miro's board timer shows the same, where the plan has it.
    await expect(ben.stage.timer()).toHaveAccessibleName(/^Timer, (10:00|9:\d\d) left$/);

    await ana.panel.button('Add 5 minutes').click();
    await expect(ana.panel.clock).toHaveText(/\b14:\d\d$/);
    await expect(ben.panel.clock).toHaveText(/\b14:\d\d$/);
    await expect(ben.stage.timer()).toHaveAccessibleName(/^Timer, 14:\d\d left$/);
    await ben.expectNotified('Ana added 5 minutes: until');
    await ana.panel.button('Add 1 minute').click();
    await expect(ben.panel.clock).toHaveText(/\b15:\d\d$/);
    await ana.panel.more('−1 minute');
    await ben.expectNotified('Ana set the end: ');
    await expect(ben.panel.clock).toHaveText(/\b14:\d\d$/);
    await ana.panel.button('Add 1 minute').click();
    await expect(ben.panel.clock).toHaveText(/\b15:\d\d$/);

    await ana.panel.button('Pause').click();
    await expect(ben.panel.clock).toHaveAccessibleName(/Paused$/);
    await ben.expectNotified('Paused by Ana');
    await ana.panel.button('Resume').click();
    await expect(ben.panel.clock).not.toHaveAccessibleName(/Paused$/);
    await expect(ben.panel.clock).toHaveText(/\b15:\d\d$|^14:5\d$/);

    await ana.panel.more('Set the end…');
    await ana.panel.button('20 minutes').click();
    await ben.expectNotified('Ana set the end: ');
    await expect(ben.panel.clock).toHaveText(/\b(20:00|19:\d\d)$/);
    await ana.panel.more('Set the end…');
    await ana.panel.button('No end').click();
    await ben.expectNotified('Ana removed the time limit');
    await expect(ana.panel.clock).toHaveAccessibleName('No end set');

    await ana.close();
    await expect(ben.stage.timer()).toHaveAccessibleName('Timer');
  });

  test('[S3] [I4] who is not in can be asked again, one or all; whoever comes late is seated in the smallest room, and asked; one can leave and rejoin at any time, into the same room, also after a reload', async ({
    board,
  }) => {
    const ana = await board.facilitator('Ana');
    const people = await board.participants('Ben', 'Chloé', 'Diego');
    const [ben, chloe, diego] = people;
    if (ben === undefined || chloe === undefined || diego === undefined)
      throw new Error('Nobody is here.');
    await ana.prepare(2);
    await ana.open();
    const third = await diego.join();
    await ben.modal.notNow();
    await chloe.modal.notNow();

    await ana.panel.openPeople();
    await ana.panel.personAction('Ben', 'Ask again');
    await expect(ben.modal.answer('Not this time')).toBeVisible();
    await expect(chloe.stage.window).toHaveCount(0);
    const room = await ben.join();
    await ana.panel.button('Ask 1 person again').click();
    const rooms = [room, await chloe.join(), third];

    const alone = rooms.find((one) => rooms.filter((other) => other === one).length === 1);
    const emma = await board.participant('Emma');
    expect(await emma.join()).toBe(alone);

    await ben.panel.leave();
    await ben.expectInNoRoom();
    await ben.panel.join(room);
    await ben.expectInRoom(room);

    await ben.reload();
    await expect(ben.stage.session).toHaveText(`You are in ${room}`);
    await expect(ben.stage.window).toHaveCount(0);
    await ben.openPanel();
    // [V5] A reloaded board begins elsewhere.
    await ben.panel.button(`Back to ${room}`).click();
    await expect(ben.panel.button('Back to my frame')).toBeVisible();
    await ben.expectInRoom(room);
  });
});
