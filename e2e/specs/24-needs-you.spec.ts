import { expect, test } from '../actors/board';
import { picture } from '../actors/picture';

test.describe('what needs a facilitator', () => {
  test('[Y2] somebody who is alone is noticed after twenty seconds, and can be moved', async ({
    board,
  }) => {
    const ana = await board.facilitator('Ana', { clock: 'movable' });
    const people = [
      await board.participant('Ben', { clock: 'movable' }),
      await board.participant('Chloé', { clock: 'movable' }),
      await board.participant('Diego', { clock: 'movable' }),
    ];
    await ana.prepare(2);
    await ana.open();
    const rooms = await Promise.all(people.map((person) => person.join()));
    const at = rooms.findIndex((room) => rooms.filter((one) => one === room).length === 1);
    const [lone, room] = [people[at], rooms[at]];
    const other = rooms.find((one) => one !== room);
    if (lone === undefined || room === undefined || other === undefined) throw new Error('fixture');
    const mate = people[rooms.indexOf(other)] ?? lone;
    const row = ana.panel.needs.filter({ hasText: `${lone.name} is alone in ${room}` });
    await expect(row).toHaveCount(0);
    await expect(mate.panel.clock).toHaveText(/\d:\d\d/);
    const ideas = ['Lunch walks', 'Pairing', 'A quiet hour', 'Demos', 'Fewer meetings'];
    await board.writeNotes('Ana', other, ideas);
    await picture(mate.page, 'in-room');
    await board.pass({ seconds: 25 });

    await expect(row).toBeVisible();
    await picture(ana.stage.panel, 'open', ana.panel.saving);
    await row.getByRole('button', { name: 'Move…' }).click();
    await ana.panel.chooseRoom(other);
    await expect(row).toHaveCount(0);
    expect(await lone.modal.room()).toBe(other);
    await lone.modal.go();

    await lone.expectInRoom(other);
    await expect(ana.panel.page.getByText('3 in')).toBeVisible();
  });

  test('[Y1] who is not in after a minute can be asked again; several who are alone are paired up: a preview, questions, and a way back; a late arrival is placed, and said so', async ({
    board,
  }) => {
    const ana = await board.facilitator('Ana', { clock: 'movable' });
    const ben = await board.participant('Ben', { clock: 'movable' });
    const chloe = await board.participant('Chloé', { clock: 'movable' });
    await ana.prepare(2);
    await ana.open();
    const bens = await ben.modal.room();
    const chloes = await chloe.join();
    const missing = ana.panel.needs.filter({ hasText: "1 person isn't in a room yet" });
    await expect(missing).toHaveCount(0);
    await board.pass({ seconds: 70 });
    await missing.getByRole('button', { name: 'Ask again' }).click();
    // The first window may make way for a second one just when it is answered.
    await expect(async () => {
      if (await ben.modal.answer('Join session').isVisible()) await ben.modal.join();
      await expect(ben.stage.session).toHaveText(`You are in ${bens}`, { timeout: 5_000 });
    }).toPass({ timeout: 60_000 });
    await ben.expectInRoom(bens);
    await expect(missing).toHaveCount(0);

    await board.pass({ seconds: 25 });
    const row = ana.panel.needs.filter({ hasText: '2 people are alone' });
    const [first = ''] = await ana.panel.roomNames();
    await row.getByRole('button', { name: 'Pair them up' }).click();
    const [guest, host, from] = first === bens ? [chloe, ben, chloes] : [ben, chloe, bens];
    await expect(ana.panel.page.getByText(`${guest.name} → ${first}`)).toBeVisible();
    await expect(ana.panel.page.getByText(`with ${host.name}`)).toBeVisible();
    await ana.panel.button('Ask 1 person').click();
    expect(await guest.modal.room()).toBe(first);

    await ana.panel.undo();
    await expect(guest.stage.window).toHaveCount(0);
    await guest.expectInRoom(from);

    await board.participant('Diego', { clock: 'movable' });
    await expect(ana.panel.needs.filter({ hasText: '1 late arrival · placed' })).toBeVisible();
  });
});
