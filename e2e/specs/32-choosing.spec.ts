import { expect, test } from '../actors/board';

test('[S8] [S9] [S10] people choose their rooms; whoever is too late for the last place sees so', async ({
  board,
}) => {
  const ana = await board.facilitator('Ana');
  const [ben, cem] = [await board.participant('Ben'), await board.participant('Cem')];
  await ana.prepare(2);
  await ana.panel.more('Settings');
  await ana.panel.page
    .getByRole('combobox', { name: 'How people get their room' })
    .selectOption({ label: 'everyone chooses their own' });
  await ana.panel.back();
  await expect(ana.panel.sentence(/^Everyone chooses a room/)).toBeVisible();
  await ana.panel.openRoom('Apple');
  await ana.panel.field('Places').fill('1');
  await ana.panel.field('Places').press('Enter');
  await ana.panel.back();
  await ana.open();

  for (const person of [ben, cem]) {
    await expect(person.modal.question).toHaveAccessibleName('Choose a room');
  }
  await ben.modal.choice('Apple').check();
  await ben.modal.press('Join Apple');
  await ben.expectInRoom('Apple');

  await expect(cem.modal.choice('Apple')).toBeDisabled();
  await cem.modal.choice('Birch').check();
  await cem.modal.press('Join Birch');
  await cem.expectInRoom('Birch');

  await expect(ana.panel.numbers).toContainText('2 in');
  await ana.close();
  await ben.expectInNoRoom();
});
