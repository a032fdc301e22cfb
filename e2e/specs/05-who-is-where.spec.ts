import { expect, test } from '../actors/board';

test('[V1] [V3] the panel shows, live, who is asked, in, not now and away', async ({ board }) => {
  const ana = await board.facilitator('Ana');
  const [ben, chloe] = await Promise.all([board.participant('Ben'), board.participant('Chloé')]);
  await board.participant('Emma');
  await ana.prepare(2);
  await ana.open();

  await expect(ana.panel.numbers).toContainText('0 in · 3 not yet');
  await ben.join();
  await expect(ana.panel.numbers).toContainText('1 in · 2 not yet');
  await chloe.modal.notNow();
  await expect(ana.panel.numbers).toContainText('1 in · 1 not yet · 1 not now');
  await board.operator.setOnline(await board.idOf('Emma'), false);
  await expect(ana.panel.numbers).toContainText('1 in · 1 not now · 1 away');

  await ana.panel.openPeople();
  await expect(ana.panel.person('Ben', 'in')).toBeVisible();
  await expect(ana.panel.person('Chloé', 'not now')).toBeVisible();
  await expect(ana.panel.person('Emma', 'away')).toBeVisible();
});
