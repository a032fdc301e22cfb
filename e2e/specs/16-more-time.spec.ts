import { expect, test } from '../actors/board';

test.describe('more time', () => {
  test('[E4] rooms that ask are counted, told, and answered by one press; a wish is taken back, and goes with whoever leaves the room', async ({
    board,
  }) => {
    const ana = await board.facilitator('Ana', { clock: 'movable' });
    const people = await Promise.all(
      ['Ben', 'Chloé', 'Diego'].map((name) => board.participant(name, { clock: 'movable' })),
    );
    await ana.prepare(2);
    await ana.open();
    await Promise.all(people.map((person) => person.join()));

    for (const person of people) {
      await person.panel.button('More time').click();
      await expect(person.panel.page.getByText('You asked for more time.')).toBeVisible();
    }
    await expect(ana.panel.page.getByText('2 of 2 rooms want more time')).toBeVisible();
    await board.pass({ seconds: 11 });
    await ana.expectNotified('2 rooms would like more time');

    await ana.panel.button('Add 3 minutes').click();
    await expect(ana.panel.clock).toHaveText(/\b12:\d\d$/);
    await expect(ana.panel.page.getByText('want more time')).toHaveCount(0);
    for (const person of people) {
      await person.expectNotified('Ana added 3 minutes');
      await expect(person.panel.button('More time')).toBeVisible();
    }

    const [ben] = people;
    if (ben === undefined) throw new Error('Nobody is here.');
    const wish = ana.panel.page.getByText('1 of 2 rooms want more time');
    await ben.panel.button('More time').click();
    await expect(wish).toBeVisible();
    await ben.panel.button('Never mind, no more time needed').click();
    await expect(wish).toHaveCount(0);
    await ben.panel.button('More time').click();
    await expect(wish).toBeVisible();
    await ben.panel.leave();
    await expect(wish).toHaveCount(0);
  });
});
