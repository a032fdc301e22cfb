import { expect, test } from '../actors/board';

test.describe('nothing stops when the facilitator’s screen goes', () => {
  test('[C4] [H2] [I7] the facilitator closes the panel right after “Open rooms”, and reloads the board: all is opened, and the panel shows the truth', async ({
    board,
  }) => {
    const ana = await board.facilitator('Ana');
    const ben = await board.participant('Ben');
    await ana.prepare(2);
    await ana.panel.openRooms();
    await ana.stage.closePanel();

    const room = await ben.modal.room();
    await expect(ana.stage.panel).toHaveCount(0);
    await ben.modal.join();
    await ben.expectInRoom(room);
    await ana.reload();
    await ben.expectInRoom(room);

    await ana.openPanel();
    await expect(ana.panel.numbers).toContainText('1 in');
    await expect(ana.panel.clock).toHaveText(/\b9:\d\d$/);
    await ana.close();
    await ben.expectInNoRoom();
    expect(await board.sessions()).toEqual({});
  });

  test('[I7] a second facilitator can do everything, and takes over when the first one leaves', async ({
    board,
  }) => {
    const ana = await board.facilitator('Ana');
    const bea = await board.facilitator('Bea');
    const ben = await board.participant('Ben');
    await ana.prepare(1);
    await ana.panel.more('Facilitators');
    await ana.panel.button('Make Bea a facilitator').click();
    await ana.panel.back();
    await ana.open();
    await ben.join();
    await bea.openPanel();
    await bea.panel.button('Add 5 minutes').click();
    await expect(ana.panel.clock).toHaveText(/\b14:\d\d$/);

    await ana.leave();

    await bea.close();
    await ben.expectInNoRoom();
    // Only Ana, who has left, could have ended the session itself.
    expect(Object.values(await board.sessions()).flat()).toEqual([]);
  });

  test('[I7] [A1] without any facilitator people are brought back at the deadline', async ({
    board,
  }) => {
    const ana = await board.facilitator('Ana', { clock: 'movable' });
    const ben = await board.participant('Ben', { clock: 'movable' });
    await ana.prepare(1);
    const home = await board.viewOf('Ben');
    await ana.panel.setLength(5);
    await ana.open();
    await ben.join();

    await ana.leave();
    await board.pass({ minutes: 6, seconds: 30 });

    await ben.expectInNoRoom();
    await expect.poll(() => board.viewOf('Ben'), { timeout: 30_000 }).toEqual(home);
  });
});
