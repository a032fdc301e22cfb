import { expect, test } from '../actors/board';

test.describe('a call link for a room', () => {
  test('[E5] https is taken, anything else refused with words; the room’s people see it', async ({
    board,
  }) => {
    const ana = await board.facilitator('Ana');
    const ben = await board.participant('Ben');
    await ana.prepare(1);
    const [room = ''] = await ana.panel.roomNames();

    await ana.panel.roomAction(room, 'Call link…');
    await ana.panel.field('Address').fill('javascript:alert(1)');
    await ana.panel.button('Save').click();
    await expect(
      ana.panel.page.getByRole('alert').filter({
        hasText: 'Only addresses that begin with https:// can be used.',
      }),
    ).toBeVisible();
    await ana.panel.field('Address').fill('meet.example/abc');
    await ana.panel.button('Save').click();
    await expect(ana.panel.button('Open rooms')).toBeVisible();
    await ana.open();

    await ben.join();
    await expect(ben.panel.page.getByText('meet.example/abc')).toBeVisible();
    const link = ben.panel.page.getByRole('link', { name: 'Open' });
    await expect(link).toHaveAttribute('href', 'https://meet.example/abc');
    await expect(link).toHaveAttribute('target', '_blank');
    await ben.panel.button('Copy').click();
    await expect(ben.panel.page.getByText('Copied', { exact: true }).first()).toBeVisible();

    await ana.panel.roomAction(room, 'Call link…');
    await ana.panel.button('Remove the link').click();
    await expect(link).toHaveCount(0);
  });
});
