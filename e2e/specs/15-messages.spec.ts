import { expect, test } from '../actors/board';

const SHORT = 'Please choose a speaker.';
const LONG =
  'Please write one idea per note, put the boldest one on top, and choose somebody who presents it.';

test.describe('messages to the rooms', () => {
  test('[E1] [E8] a short one is a notification, a long one a window, after saying so', async ({
    board,
  }) => {
    const ana = await board.facilitator('Ana');
    const ben = await board.participant('Ben');
    await board.participant('Zoe', { authorised: false });
    await ana.prepare(1);
    await ana.open();
    const room = await ben.join();

    await ana.panel.button('Message').click();
    await expect(ana.panel.page.getByText('Up to 80 characters: a notification')).toBeVisible();
    await expect(
      ana.panel.page.getByText('Reaches 1 of 2. Say it aloud, or put it on the board.'),
    ).toBeVisible();
    await ana.panel.field('Text').fill(SHORT);
    await ana.panel.button('Put it on the board').click();
    await expect(ana.panel.sentence('It is on the board.')).toBeVisible();
    expect((await board.operator.items()).map(({ text }) => text)).toContain(SHORT);
    await ana.panel.undo();
    await expect(ana.panel.sentence('It was taken away again.')).toBeVisible();
    expect((await board.operator.items()).map(({ text }) => text)).not.toContain(SHORT);
    await ana.panel.button('Send').click();
    await expect(ana.panel.page.getByText('Sent to 1 person; 1 has no app.').last()).toBeVisible();
    await ben.expectNotified(`Ana: ${SHORT}`);
    await expect(ben.stage.window).toHaveCount(0);
    await expect(ben.panel.messages).toHaveText([new RegExp(`^new\\s*Ana, .*${SHORT}`)]);

    // From the room, to the room; what is begun for all afterwards is for all.
    await ana.panel.back();
    await ana.panel.roomAction(room, 'Message');
    await expect(ana.panel.field('To').locator('option:checked')).toHaveText(room);
    await ana.panel.back();
    await ana.panel.button('Message').click();
    await expect(ana.panel.field('To').locator('option:checked')).toHaveText('All rooms');
    await ana.panel.field('To').selectOption(room);
    await ana.panel.field('Text').fill(LONG);
    await expect(ana.panel.page.getByText('Opens a window for everyone')).toBeVisible();
    await ana.panel.button('Send').click();
    await expect(ben.modal.dialog(`Ana to ${room}`)).toContainText(LONG);
    await ben.modal.gotIt();
    await expect(ben.panel.messages.first()).not.toContainText('new');
  });

  test('[E1] [E2] [I5] a window with a message makes way for a question; each is told once, also after a reload and coming back; all goes at the end', async ({
    board,
  }) => {
    const ana = await board.facilitator('Ana');
    const ben = await board.participant('Ben');
    await ana.prepare(2);
    await ana.open();
    const room = await ben.join();
    const other = (await ana.panel.roomNames()).find((name) => name !== room) ?? '';
    await ana.panel.sendMessage(LONG);
    await expect(ben.modal.dialog('Ana to all rooms')).toBeVisible();

    await ana.panel.back();
    await ana.panel.openRoom(room);
    await ana.panel.move('Ben', other);
    expect(await ben.modal.room()).toBe(other);
    await ben.modal.stay();
    await expect(ben.modal.dialog('Ana to all rooms')).toBeVisible();
    await ben.modal.gotIt();
    // Stored: a page that is reloaded at the very moment has told nobody.
    await expect(ben.panel.messages).not.toContainText('new');

    await ben.reload();
    await ben.openPanel();
    await ben.panel.leave();
    await ben.expectInNoRoom();
    await ben.panel.join(other);
    await ben.expectInRoom(other);
    await expect(ben.panel.messages).toHaveCount(1);
    await expect(ben.stage.window).toHaveCount(0);

    await ana.panel.back();
    await ana.panel.sendMessage(`${LONG} Once more.`);
    await expect(ben.modal.dialog('Ana to all rooms')).toBeVisible();
    await ana.panel.back();
    await ana.close();
    await expect(ben.stage.window).toHaveCount(0);
  });

  test('[E1] [W4] what has been typed survives a click on the board; whoever comes later is told the newest, and finds the others', async ({
    board,
  }) => {
    const ana = await board.facilitator('Ana');
    const ben = await board.participant('Ben');
    await ana.prepare(1);
    await ana.open();
    await ana.panel.button('Message').click();
    await ana.panel.field('Text').fill(LONG);
    // At once: nothing is waited for between the last key and the press that closes the panel.
    await ana.stage.clickCanvas();
    await expect(ana.stage.panel).toHaveCount(0);
    await ana.openPanel();
    await ana.panel.button('Message').click();
    await expect(ana.panel.field('Text')).toHaveValue(LONG);
    await ana.panel.sendMessage(SHORT);
    await ana.panel.sendMessage(LONG);

    await ben.join();

    await expect(ben.modal.dialog('Ana to all rooms')).toContainText(LONG);
    await ben.modal.gotIt();
    await expect(ben.panel.messages).toHaveCount(2);
  });

  test('[E8] a room that goes while somebody writes to it: its message reaches nobody else unless that is chosen', async ({
    board,
  }) => {
    const ana = await board.facilitator('Ana', { clock: 'movable' });
    const ben = await board.participant('Ben', { clock: 'movable' });
    await ana.prepare(2);
    await ana.open();
    const room = await ben.join();
    const closing = (await ana.panel.roomNames()).find((name) => name !== room) ?? '';
    await ana.panel.roomAction(closing, 'Close room…');
    await ana.panel.button(`Close ${closing}`).click();
    await ana.panel.roomAction(closing, 'Message');
    await ana.panel.field('Text').fill(SHORT);
    await board.pass({ seconds: 31 });

    const to = ana.panel.field('To');
    await expect(to.locator('option:checked')).toHaveText('That room has gone.');
    await expect(ana.panel.field('Text')).toHaveAccessibleDescription(/That room has gone\.$/);
    await expect(ana.panel.field('Text')).toHaveValue(SHORT);
    await expect(ana.panel.button('Send')).toBeDisabled();
    await expect(ben.panel.messages).toHaveCount(0);

    await to.selectOption(room);
    await ana.panel.button('Send').click();
    await ben.expectNotified(`Ana: ${SHORT}`);
  });
});
