import { userId } from '../../src/breakout/ids';
import { keys } from '../../src/records/keys';
import { expect, test } from '../actors/board';
import { picture } from '../actors/picture';

test.describe('dividing people into rooms and opening them', () => {
  test('[S1] four clicks lead from the icon to open rooms, on an empty board', async ({
    board,
  }) => {
    const ana = await board.facilitator('Ana');
    const people = await board.participants('Ben', 'Chloé', 'Diego', 'Emma');

    await ana.stage.clickIcon();
    await ana.panel.runIt();
    await ana.panel.createRooms(2);
    await ana.panel.openRooms();

    await expect(ana.panel.heading(/^Opening in [123]…$/)).toBeVisible();
    const rooms = await Promise.all(people.map((person) => person.modal.room()));
    const sizes = [...new Set(rooms)].map((room) => rooms.filter((one) => one === room).length);
    expect(sizes).toEqual([2, 2]);
    expect([...(await board.frameTitles())].sort()).toEqual([...new Set(rooms)].sort());
  });

  test('rooms can be added, taken away, shuffled, renamed, given tasks, removed and brought back', async ({
    board,
  }) => {
    const ana = await board.facilitator('Ana');
    await board.bystanders('Ben', 'Chloé', 'Diego');
    await ana.prepare(2);
    const { panel } = ana;

    await panel.oneRoomMore();
    await expect(panel.heading('3 people → 3 rooms')).toBeVisible();
    await expect.poll(() => panel.roomSizes()).toEqual([1, 1, 1]);
    await picture(ana.stage.panel, 'panel', panel.saving);
    await panel.oneRoomFewer();
    await expect.poll(async () => [...(await panel.roomSizes())].sort()).toEqual([1, 2]);
    await panel.shuffle();
    await expect.poll(async () => [...(await panel.roomSizes())].sort()).toEqual([1, 2]);

    const [first = '', second = ''] = await panel.roomNames();
    await panel.roomAction(first, 'Rename');
    await panel.page.getByRole('textbox', { name: 'Name of the room' }).fill('The Nest');
    await panel.page.getByRole('textbox', { name: 'Name of the room' }).press('Enter');
    await expect.poll(() => panel.roomNames()).toEqual(['The Nest', second]);
    await expect.poll(() => board.frameTitles()).toContain('The Nest');

    await panel.roomAction('The Nest', 'Remove');
    await expect.poll(() => panel.roomNames()).toEqual([second]);
    // The keyboard goes on with the next row.
    await expect(panel.room(second).getByRole('button').first()).toBeFocused();
    await panel.undo();
    await expect.poll(() => panel.roomNames()).toEqual(['The Nest', second]);
  });

  test('[S4] [W4] a number of rooms that was typed survives the click on the board that closes the panel', async ({
    board,
  }) => {
    const ana = await board.facilitator('Ana');
    await ana.prepare(2);
    const field = ana.panel.page.getByRole('textbox', { name: 'Rooms', exact: true });
    await field.fill('4');
    // A hand comes from the panel, and takes its time.
    await ana.panel.pause();
    await field.hover();
    await ana.stage.clickCanvas();
    await expect(ana.stage.panel).toHaveCount(0);
    await ana.openPanel();
    await expect(ana.panel.rooms).toHaveCount(4);
  });

  test('a task for all rooms, and one of a room’s own, are what people are asked with', async ({
    board,
  }) => {
    const ana = await board.facilitator('Ana');
    const people = await board.participants('Ben', 'Chloé');
    await ana.prepare(2);
    const [first = ''] = await ana.panel.roomNames();

    await ana.panel.page
      .getByRole('textbox', { name: 'Task for all rooms' })
      .fill('Three ideas we could start tomorrow');
    await ana.panel.roomAction(first, 'Task');
    await ana.panel.page.getByRole('textbox', { name: 'Task' }).fill('What to stop');
    await ana.panel.back();
    await ana.open();

    for (const person of people) {
      const room = await person.modal.room();
      await expect(person.modal.question).toContainText(
        room === first ? 'What to stop' : 'Three ideas we could start tomorrow',
      );
    }
  });

  test.describe('on a board with frames', () => {
    test.use({ furnish: 'frames' });

    test('some frames of the board are taken from a tick list', async ({ board }) => {
      const ana = await board.facilitator('Ana');
      const ben = await board.participant('Ben');
      const before = await board.frameTitles();

      await ana.stage.clickIcon();
      await ana.panel.runIt();
      await ana.panel.button('Choose frames…').click();
      for (const title of before.slice(2)) {
        await ana.panel.page.getByRole('checkbox', { name: title }).uncheck();
      }
      await ana.panel.button('Use these 2 frames').click();

      await expect.poll(() => ana.panel.roomNames()).toEqual(before.slice(0, 2));
      await ana.panel.openRooms();
      expect(before.slice(0, 2)).toContain(await ben.modal.room());
      expect(await board.frameTitles()).toEqual(before);
    });

    test('[O10] [O11] frames selected beforehand become rooms; one is picked on the board', async ({
      board,
    }) => {
      const ana = await board.facilitator('Ana');
      const frames = (await board.operator.items()).filter(({ type }) => type === 'frame');
      const [first, second, third] = frames;
      if (!first || !second || !third) throw new Error('three frames expected');
      const tab = await board.tabOf('Ana');
      const record = keys.person(userId(await board.idOf('Ana')));
      const stored = async () => JSON.stringify((await board.operator.storage())[record]);
      await ana.stage.clickIcon();
      await ana.panel.runIt();
      // From now on her background hears what she selects.
      await expect.poll(stored).toContain('"here"');

      await ana.stage.closePanel();
      await board.operator.select(tab, [first.id, second.id]);
      await ana.stage.clickIcon();
      await ana.panel.button('Use the 2 selected frames').click();
      await expect.poll(() => ana.panel.roomNames()).toEqual([first.text, second.text]);

      await ana.panel.chooseInMenu(`Actions for ${first.text}`, 'Choose frame…');
      await ana.panel.button('Pick on the board').click();
      await expect(ana.panel.sentence('Click a frame on the board')).toBeVisible();
      await expect.poll(stored).toContain('"picking"');
      await ana.stage.closePanel();
      await board.operator.select(tab, [second.id]);
      await ana.expectNotified(`That is ${second.text}'s frame. Please click another one.`);
      await board.operator.select(tab, [third.id]);
      await expect(ana.stage.panel).toBeVisible();
      await expect(ana.panel.room(first.text)).toBeVisible();
      await expect(ana.panel.sentence('Click a frame on the board')).toBeHidden();
      // The room was named by hand, after its first frame: the new one is called like it.
      await expect
        .poll(async () => (await board.operator.items()).find(({ id }) => id === third.id)?.text)
        .toBe(first.text);
    });
  });
});
