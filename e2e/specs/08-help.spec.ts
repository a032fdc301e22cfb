import { expect, test } from '../actors/board';

test('a call for help is seen, claimed, answered in the room, and done; or refused; or taken back', async ({
  board,
}) => {
  const ana = await board.facilitator('Ana');
  const ben = await board.participant('Ben');
  await ana.prepare(1);
  await ana.open();
  const room = await ben.join();
  const call = ana.panel.page.getByText(`${room}: Ben`);

  await test.step('a call is seen, claimed, answered in the room, and done', async () => {
    await ben.panel.askForHelp("We're stuck");
    await expect(ben.panel.page.getByText('You asked for help.')).toBeVisible();
    await expect(call).toBeVisible();
    await expect(ana.panel.page.getByText(/^stuck · \d:\d\d$/)).toBeVisible();
    const before = await board.viewOf('Ana');

    await ana.panel.button(`Go to Ben in ${room}`).click();
    await ben.expectNotified('Ana is on the way');
    await ana.stage.expectFrameInView(room);
    await expect(ana.panel.page.getByText("You're on the way")).toBeVisible();
    await expect.poll(() => board.viewOf('Ana')).not.toEqual(before);

    await ana.panel.button('Done').click();
    await expect(call).toHaveCount(0);
    await ana.panel.backToWhereIWas();
    await expect.poll(() => board.viewOf('Ana')).toEqual(before);
  });

  await test.step('“can’t come now” is said to whoever asked', async () => {
    await ben.panel.askForHelp("Something doesn't work");
    await ana.panel.chooseInMenu('Actions for Ben', "Can't come now");

    await ben.expectNotified("Ana can't come now, sorry");
    await expect(ben.panel.button('Ask for help')).toBeVisible();
    await expect(call).toHaveCount(0);
  });

  await test.step('a call reaches a facilitator whose panel is closed, and can be taken back', async () => {
    await ana.stage.clickCanvas();
    await expect(ana.stage.panel).toHaveCount(0);
    await ben.panel.askForHelp('We have a question');

    await ana.expectNotified(`${room} asks for help`);
    await ben.panel.button('Never mind').click();
    await ana.openPanel();
    await expect(ana.panel.button('Bring everyone back')).toBeVisible();
    await expect(call).toHaveCount(0);
  });
});

test('[V10] what was asked for is in sight with all that can be said about it, in a low window, too', async ({
  board,
}) => {
  const ana = await board.facilitator('Ana');
  const ben = await board.participant('Ben');
  await ana.prepare(1);
  await ana.panel.field('Task for all rooms').fill(Array(12).fill('Three ideas each.').join('\n'));
  await ana.open();
  await ben.join();
  await ben.page.setViewportSize({ width: 1280, height: 620 });

  await ben.panel.button('Ask for help').click();
  for (const inSight of [
    ben.panel.page.getByText('You asked for help.'),
    ben.panel.button('Never mind'),
    ben.panel.button("We're stuck"),
    ben.panel.button('We have a question'),
    ben.panel.button("Something doesn't work"),
    ben.panel.button('More time'),
  ]) {
    await expect(inSight).toBeInViewport({ ratio: 1 });
  }
  await ben.panel.button('We have a question').click();

  await ben.panel.button('More time').click();
  await expect(ben.panel.page.getByText('You asked for more time.')).toBeInViewport({ ratio: 1 });
  await expect(ben.panel.page.getByText('You asked for more time.')).toBeFocused();

  await ana.panel.button(/^Go to Ben/).click();
  await expect(ben.panel.page.getByText('Ana is on the way')).toBeInViewport({ ratio: 1 });
});
