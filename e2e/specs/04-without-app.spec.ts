import { expect, test } from '../actors/board';

test.describe('people without the app', () => {
  test('[G1] are shown as such, invited by Miro’s own dialog, and brought to their frame', async ({
    board,
  }) => {
    const ana = await board.facilitator('Ana');
    const diego = await board.participant('Diego', { authorised: false });
    await ana.prepare(1);
    const [room = ''] = await ana.panel.roomNames();
    await expect(ana.panel.page.getByText('1 by Miro')).toBeVisible();
    await ana.open();

    const invitation = diego.stage.invitation(`Ana invites you to ${room}`);
    await expect(invitation).toBeVisible({ timeout: 30_000 });
    await ana.panel.openPeople();
    await expect(ana.panel.person('Diego', 'Miro invitation')).toBeVisible();
    await invitation.getByRole('button', { name: 'Join' }).click();

    await diego.expectInRoom(room);
    await expect(ana.panel.person('Diego', 'in, without the app')).toBeVisible();
    await ana.panel.back();
    await ana.close();
    await diego.expectInNoRoom();
  });

  test('[G1] who declines is shown as not in, and can be asked again', async ({ board }) => {
    const ana = await board.facilitator('Ana');
    const diego = await board.participant('Diego', { authorised: false });
    await ana.prepare(1);
    const [room = ''] = await ana.panel.roomNames();
    await ana.open();
    const invitation = diego.stage.invitation(`Ana invites you to ${room}`);
    await expect(invitation).toBeVisible({ timeout: 30_000 });
    await invitation.getByRole('button', { name: 'Decline' }).click();

    await ana.panel.openPeople();
    await expect(ana.panel.person('Diego', "didn't accept")).toBeVisible();
    await ana.panel.personAction('Diego', 'Ask again');
    await expect(invitation).toBeVisible();
  });
});
