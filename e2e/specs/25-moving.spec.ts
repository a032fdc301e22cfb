import { expect, test } from '../actors/board';

test.describe('moving people', () => {
  test('[V4] whoever is asked to move is shown where they are, until they go', async ({
    board,
  }) => {
    const ana = await board.facilitator('Ana');
    const ben = await board.participant('Ben');
    await ana.prepare(2);
    await ana.open();
    const room = await ben.join();
    const other = (await ana.panel.roomNames()).find((name) => name !== room) ?? '';

    await ana.panel.openRoom(room);
    await ana.panel.move('Ben', other);
    await ana.expectSpoken(`Ben has been asked to move to ${other}.`);
    await expect(ana.panel.person('Ben', `asked to move to ${other}`)).toBeVisible();
    await ben.modal.go();
    await ben.expectInRoom(other);
    await expect(ana.panel.person('Ben')).toHaveCount(0);
  });

  test('[V4] [Q2] somebody without the app is invited by Miro, and shown where they are', async ({
    board,
  }) => {
    const ana = await board.facilitator('Ana', { clock: 'movable' });
    const eva = await board.participant('Eva', { authorised: false, clock: 'movable' });
    await ana.prepare(2);
    await ana.open();
    const [first = '', second = ''] = await ana.panel.roomNames();
    await board.pass({ seconds: 20 });
    const room = await eva.acceptMiro([first, second]);
    const other = room === first ? second : first;

    await ana.panel.openRoom(room);
    await expect(ana.panel.person('Eva', 'in, without the app')).toBeVisible();
    await ana.panel.move('Eva', other);
    await expect(ana.panel.person('Eva', `asked to move to ${other}`)).toBeVisible();

    expect(await eva.acceptMiro([other])).toBe(other);
    await expect(ana.panel.person('Eva')).toHaveCount(0);
    await ana.panel.back();
    await ana.panel.openRoom(other);
    await expect(ana.panel.person('Eva', 'in, without the app')).toBeVisible();
  });

  test('several are ticked and asked together, and it can be taken back', async ({ board }) => {
    const ana = await board.facilitator('Ana');
    const people = await board.participants('Ben', 'Chloé');
    await ana.prepare(1);
    await ana.open();
    const room = (await Promise.all(people.map((person) => person.join())))[0] ?? '';
    await ana.panel.more('Add a room');
    await expect(ana.panel.rooms).toHaveCount(2);
    const other = (await ana.panel.roomNames()).find((name) => name !== room) ?? '';

    await ana.panel.openRoom(room);
    await ana.panel.tick('Ben');
    await ana.expectSpoken('Ben selected. 1 person selected.');
    await ana.panel.tick('Chloé');
    await ana.panel.button('Move 2 people to…').click();
    await ana.panel.chooseRoom(other);
    for (const person of people) expect(await person.modal.room()).toBe(other);

    await ana.panel.undo();
    await ana.expectSpoken('Undone.');
    for (const person of people) {
      await expect(person.stage.window).toHaveCount(0);
      await person.expectInRoom(room);
    }
  });

  test('before the opening a move is done, told with the numbers, and undone', async ({
    board,
  }) => {
    const ana = await board.facilitator('Ana');
    await board.participants('Ben', 'Chloé', 'Diego', 'Emma');
    await ana.prepare(2);
    const [first = '', second = ''] = await ana.panel.roomNames();
    await ana.panel.openRoom(first);
    const name = await ana.panel.firstPerson(first);

    await ana.panel.move(name, second);
    await ana.expectSpoken(`${name} is now in ${second}. ${first} 1, ${second} 3.`);
    await ana.panel.undo();
    await ana.expectSpoken(`Undone. ${name} is back in ${first}.`);
    await expect(ana.panel.person(name)).toBeVisible();
  });
});
