import { expect, test } from '../actors/board';

test.describe('moving people', () => {
  test('[R1] [V4] [Q2] into a room that is added: several are asked, and it is taken back; one stays, then goes', async ({
    board,
  }) => {
    const ana = await board.facilitator('Ana');
    const people = await board.participants('Ben', 'Chloé');
    const [ben] = people;
    await ana.prepare(1);
    await ana.open();
    const [room = ''] = await Promise.all(people.map((person) => person.join()));
    if (ben === undefined) throw new Error('Nobody is here.');
    const added = await test.step('[R1] it is named, with a frame, and open at once', async () => {
      await ana.panel.more('Add a room');
      await expect(ana.panel.rooms).toHaveCount(2);
      const name = (await ana.panel.roomNames()).find((one) => one !== room) ?? '';
      await expect.poll(() => board.frameTitles()).toContain(name);
      await expect.poll(async () => Object.keys(await board.sessions())).toContain(name);
      return name;
    });

    await ana.panel.openRoom(room);
    await test.step('several are ticked and asked together, and it can be taken back', async () => {
      await ana.panel.tick('Ben');
      await ana.expectSpoken('Ben selected. 1 person selected.');
      await ana.panel.tick('Chloé');
      await ana.panel.button('Move 2 people to…').click();
      await ana.panel.chooseRoom(added);
      for (const person of people) expect(await person.modal.room()).toBe(added);

      await ana.panel.undo();
      await ana.expectSpoken('Undone.');
      for (const person of people) {
        await expect(person.stage.window).toHaveCount(0);
        await person.expectInRoom(room);
      }
    });

    await test.step('[Q2] [V4] a move asks; whoever stays, stays, and is shown there until they go', async () => {
      await ana.panel.move('Ben', added);
      await ana.expectSpoken(`Ben has been asked to move to ${added}.`);
      await expect(ana.panel.person('Ben', `asked to move to ${added}`)).toBeVisible();
      expect(await ben.modal.room()).toBe(added);
      await ben.modal.stay();
      await ben.expectInRoom(room);

      await ana.panel.personAction('Ben', 'Ask again');
      expect(await ben.modal.room()).toBe(added);
      await ben.modal.go();
      await ben.expectInRoom(added);
      await expect(ana.panel.person('Ben')).toHaveCount(0);
      expect(await board.sessions()).toEqual({ [room]: ['Chloé'], [added]: ['Ben'] });
    });
  });

  test('[Z8] back from a page whose way in has given way to “Undo”, the focus is on the heading', async ({
    board,
  }) => {
    const ana = await board.facilitator('Ana');
    await board.bystanders('Ben');
    await ana.prepare(2);
    await ana.open();
    await ana.panel.openPeople();
    await ana.panel.person('Ben').press('m');
    await ana.page.keyboard.press('ArrowDown');
    await ana.page.keyboard.press('Enter');
    await expect(ana.panel.button('Undo')).toBeVisible();

    await ana.panel.person('Ben').press('Escape');
    await expect(ana.panel.button('Bring everyone back')).toBeVisible();
    await expect(ana.panel.heading('Rooms')).toBeFocused();
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

  test('before the opening a move by menu is done, told with the numbers, and undone', async ({
    board,
  }) => {
    const ana = await board.facilitator('Ana');
    await board.bystanders('Ben', 'Chloé', 'Diego', 'Emma');
    await ana.prepare(2);
    const [first = '', second = ''] = await ana.panel.roomNames();
    await ana.panel.openRoom(first);
    const name = await ana.panel.firstPerson(first);

    await ana.panel.move(name, second);
    await ana.expectSpoken(`${name} is now in ${second}. ${first} 1, ${second} 3.`);
    await ana.panel.undo();
    await ana.expectSpoken(`Undone. ${name} is back in ${first}.`);
    await expect(ana.panel.person(name)).toBeVisible();

    await ana.panel.move(name, second);
    await ana.panel.back();
    await expect.poll(() => ana.panel.roomSizes()).toEqual([1, 3]);
  });
});
