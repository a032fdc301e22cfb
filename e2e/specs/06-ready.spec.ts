import { expect, test } from '../actors/board';

test('“I’m ready” is counted in the panel, and seen with the panel closed', async ({ board }) => {
  const clock = 'movable';
  const ana = await board.facilitator('Ana', { clock });
  const [ben, chloe] = await Promise.all([
    board.participant('Ben', { clock }),
    board.participant('Chloé', { clock }),
  ]);
  await ana.prepare(1);

  await ben.openPanel();
  await expect(ben.panel.page.getByText('Ana is preparing the rooms.')).toBeVisible();
  await ben.panel.ready();
  await expect(ben.panel.page.getByText("Ana can see you're ready")).toBeVisible();
  await expect(ana.panel.page.getByText('2 of 2 ready · 1 said so')).toBeVisible();

  await ana.stage.clickCanvas();
  await expect(ana.stage.panel).toHaveCount(0);
  await chloe.openPanel();
  await chloe.panel.ready();
  // [E6] It is merged over ten seconds, from when Ben said so.
  await board.pass({ seconds: 10 });
  await ana.expectNotified(/\b(1 person is|2 people are) ready/);
  await ana.openPanel();
  await expect(ana.panel.page.getByText('2 of 2 ready · 2 said so')).toBeVisible();
});

test('[O3] whoever has opened the app is ready; the others get a note, which can be taken off the board', async ({
  board,
}) => {
  const ana = await board.facilitator('Ana');
  await board.participant('Ben');
  await board.participant('Zoe', { authorised: false });
  await ana.prepare(1);
  await expect(ana.panel.sentence('1 of 2 ready · 1 by Miro')).toBeVisible();
  await expect.poll(() => board.frameTitles()).toHaveLength(1);
  const before = await board.operator.items();

  await ana.panel.button('Invite people to the app').click();
  await expect(ana.panel.page.getByText('Not opened yet: Zoe')).toBeVisible();
  await ana.panel.button('Put it on the board').click();
  await expect(ana.panel.sentence('It is on the board.')).toBeVisible();
  const texts = (await board.operator.items()).filter(({ type }) => type === 'text');
  expect(texts.map(({ text }) => text)).toEqual([
    expect.stringMatching(/^We'll soon work in small groups\./),
  ]);

  await ana.panel.button('Show it').click();
  const [note] = (await board.operator.items()).filter(({ type }) => type === 'text');
  await expect
    .poll(async () => {
      const [x = 0, y = 0, width = 0, height = 0] = await board.viewOf('Ana');
      return [x + width / 2 - (note?.x ?? 0), y + height / 2 - (note?.y ?? 0)].map(Math.round);
    })
    .toEqual([0, 0]);

  await ana.panel.button('Copy note').click();
  await expect(ana.panel.page.getByText('Copied', { exact: true }).first()).toBeVisible();
  await ana.panel.undo();
  await expect(ana.panel.sentence('It was taken away again.')).toBeVisible();
  expect(await board.operator.items()).toEqual(before);
});
