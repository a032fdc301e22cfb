import { expect, test } from '../actors/board';

test('“I’m ready” is counted in the panel, and seen with the panel closed', async ({ board }) => {
  const ana = await board.facilitator('Ana');
  const [ben, chloe] = await Promise.all([board.participant('Ben'), board.participant('Chloé')]);
  await ana.prepare(1);

  await ben.openPanel();
  await expect(ben.panel.page.getByText('Ana is preparing the rooms.')).toBeVisible();
  await ben.panel.ready();
  await expect(ben.panel.page.getByText("Ana can see you're ready")).toBeVisible();
  await expect(ana.panel.page.getByText('1 ready')).toBeVisible();

  await ana.stage.clickCanvas();
  await expect(ana.stage.panel).toHaveCount(0);
  await chloe.openPanel();
  await chloe.panel.ready();
  await ana.expectNotified(/\b(1 person is|2 people are) ready/);
  await ana.openPanel();
  await expect(ana.panel.page.getByText('2 ready')).toBeVisible();
});
