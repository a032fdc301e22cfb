import { expect, test } from '../actors/board';

test.describe('several facilitators', () => {
  test('somebody is made a facilitator, and no longer: open pages close with the reason', async ({
    board,
  }) => {
    const ana = await board.facilitator('Ana');
    const ben = await board.facilitator('Ben');
    await ana.prepare(2);
    await ben.openPanel();
    await ana.panel.more('Facilitators');
    await ana.panel.button('Make Ben a facilitator').click();
    await ben.panel.more('Settings');
    await expect(ben.panel.heading('Settings')).toBeVisible();

    await ana.panel.button('Ben is no longer a facilitator').click();

    await expect(ben.panel.heading('Settings')).toHaveCount(0);
    await expect(ben.panel.page.getByText("You're no longer a facilitator")).toBeVisible();
    await expect(ben.panel.heading("You're all set")).toBeVisible();
  });

  test('the last one is warned, and cannot go while rooms are open', async ({ board }) => {
    const ana = await board.facilitator('Ana');
    const ben = await board.participant('Ben');
    await ana.prepare(1);
    await ana.open();
    await ben.join();
    await ana.panel.more('Facilitators');
    await expect(ana.panel.page.getByText("You're the last one.")).toBeVisible();
    await expect(ana.panel.button('Step back')).toHaveCount(0);
    await ana.panel.back();
    await ana.close();

    await ana.panel.more('Facilitators');
    await ana.panel.button('Step back').click();
    await expect(ana.panel.page.getByText('Nobody will run the rooms then.')).toBeVisible();
    await ana.panel.button('Step back all the same').click();
    await expect(ana.panel.button("I'm running it")).toBeVisible();
  });

  test('[I2] of two moves of one person one stands, and the other facilitator is told', async ({
    board,
  }) => {
    const ana = await board.facilitator('Ana');
    const ben = await board.facilitator('Ben');
    await board.participant('Gia');
    await ana.prepare(3);
    await ben.openPanel();
    await ana.panel.more('Facilitators');
    await ana.panel.button('Make Ben a facilitator').click();
    await ana.panel.back();
    await expect(ben.panel.rooms).toHaveCount(3);
    const [names, sizes] = [await ana.panel.roomNames(), await ana.panel.roomSizes()];
    const [first = '', second = ''] = names.filter((_, index) => sizes[index] === 0);
    await Promise.all([ana, ben].map(({ panel }) => panel.more('Who is where')));
    await board.slow('Ana', 1_500);
    await board.slow('Ben', 1_500);

    await Promise.all([ana.panel.move('Gia', first), ben.panel.move('Gia', second)]);

    const told = (by: string, room: string) =>
      `${by} moved Gia to ${room}. Your move was cancelled.`;
    const lost = [
      ana.panel.page.getByText(told('Ben', second)),
      ben.panel.page.getByText(told('Ana', first)),
    ];
    await expect
      .poll(async () => Promise.all(lost.map((row) => row.count())), { timeout: 20_000 })
      .toContain(1);
  });
});
