import { expect, test } from '../actors/board';

test.describe('people are dragged from room to room', () => {
  test('[Z1] [Z4] by mouse, from the list and from the rooms, with what is ticked, and undone', async ({
    board,
  }) => {
    const ana = await board.facilitator('Ana');
    await board.bystanders('Ben', 'Chloé', 'Diego', 'Emma');
    await ana.prepare(2);
    const { panel } = ana;
    await expect.poll(() => panel.roomSizes()).toEqual([2, 2]);
    const [first = '', second = ''] = await panel.roomNames();

    await panel.openRoom(first);
    const [name = '', other = ''] = await panel.peopleIn(first);
    await ana.drag(panel.person(name), panel.target(second));
    await ana.expectSpoken(`${name} is now in ${second}. ${first} 1, ${second} 3.`);
    await expect(panel.person(name)).toHaveCount(0);
    // Letting go has not opened a menu; the next person of the old room has the focus.
    await expect(panel.page.getByRole('menu')).toHaveCount(0);
    await expect(panel.person(other)).toBeFocused();
    await panel.undo();
    await ana.expectSpoken(`Undone. ${name} is back in ${first}.`);
    await expect(panel.person(name)).toBeVisible();

    await panel.tick(name);
    await panel.tick(other);
    await ana.drag(panel.person(other), panel.target(second));
    await ana.expectSpoken(`2 people are now in ${second}.`);
    await panel.back();
    await expect.poll(() => panel.roomSizes()).toEqual([0, 4]);

    // From the pictures in the row of a room; beside all rooms nobody is moved.
    await ana.drag(panel.picture(second), panel.target(first));
    await expect.poll(() => panel.roomSizes()).toEqual([1, 3]);
    await ana.drag(panel.picture(second), panel.lift.getByText('Let go over a room'));
    await ana.expectSpoken(/^Cancelled\. .+ stays in /);
    expect(await panel.roomSizes()).toEqual([1, 3]);
  });

  test('[Z1] [Z4] by keyboard alone, and while rooms are open they are asked', async ({
    board,
  }) => {
    const ana = await board.facilitator('Ana');
    const ben = await board.participant('Ben');
    await ana.prepare(2);
    const [first = '', second = ''] = await ana.panel.roomNames();
    await ana.panel.more('Who is where');
    const from = (await ana.panel.person('Ben', 'here').getAttribute('aria-label'))?.includes(first)
      ? first
      : second;
    const to = from === first ? second : first;
    const { panel } = ana;

    await panel.person('Ben').focus();
    await panel.person('Ben').press('m');
    await ana.expectSpoken(
      `Ben lifted from ${from}. Use the arrow keys to choose a room, Enter to place, Escape to cancel.`,
    );
    await ana.page.keyboard.press('ArrowDown');
    await ana.expectSpoken(`${to}, nobody.`);
    await ana.page.keyboard.press('Escape');
    await ana.expectSpoken(`Cancelled. Ben stays in ${from}.`);
    await expect(panel.person('Ben')).toBeFocused();
    await panel.person('Ben').press('m');
    await ana.page.keyboard.press('ArrowDown');
    await ana.page.keyboard.press('Enter');
    await ana.expectSpoken(`Ben is now in ${to}. ${from} 0, ${to} 1.`);
    await expect(
      panel.page.getByRole('button', { name: `Ben, in ${to}, here. 1 of 1.` }),
    ).toBeFocused();
    await panel.back();

    await ana.open();
    expect(await ben.join()).toBe(to);
    await panel.openPeople();
    await panel.person('Ben', 'in').press('m');
    await ana.page.keyboard.press('ArrowUp');
    await ana.page.keyboard.press('Enter');
    await ana.expectSpoken(`Ben has been asked to move to ${from}.`);
    await expect(panel.person('Ben', `asked to move to ${from}`)).toBeFocused();
    expect(await ben.modal.room()).toBe(from);
  });

  test('[Z1] by finger: a long press lifts, a short one opens the menu', async ({ board }) => {
    const ana = await board.facilitator('Ana', { touch: true });
    await board.bystanders('Ben');
    await ana.prepare(2);
    const { panel } = ana;
    await expect.poll(async () => (await panel.roomSizes()).reduce((a, b) => a + b)).toBe(1);
    const sizes = await panel.roomSizes();
    const names = await panel.roomNames();
    const to = names[sizes.indexOf(0)] ?? '';
    await panel.more('Who is where');
    await panel.person('Ben').tap();
    await expect(panel.page.getByRole('menuitem', { name: 'Move to…' })).toBeVisible();
    await ana.page.keyboard.press('Escape');

    await ana.dragByFinger(panel.person('Ben'), panel.target(to));
    await expect(
      panel.page.getByRole('button', { name: new RegExp(`^Ben, in ${to}, `) }),
    ).toBeVisible();
    await expect(panel.page.getByRole('menu')).toHaveCount(0);
  });
});
