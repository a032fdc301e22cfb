import { expect, test } from '../actors/board';

test.describe('a pasted list', () => {
  test('[L2] [L3] [L5] seats who is here, asks who is meant, and waits for who is not', async ({
    board,
  }) => {
    const ana = await board.facilitator('Ana');
    await board.bystanders('Anna Schmidt', 'Ben Meyer', 'Ben Meier Jr');
    await ana.prepare(2);
    const [first = '', second = ''] = await ana.panel.roomNames();
    await ana.panel.chooseInMenu(/^More$/, 'Paste a list');

    await ana.panel.list.fill(
      [`schmidt, ANNA; ${second}`, `Ben; ${first}`, `Eva Núñez; ${second}`].join('\n'),
    );
    const { list } = ana.panel;
    await expect(list.group('Matched: 1')).toContainText('Anna Schmidt');
    await expect(list.group('Not here yet: 1')).toContainText('Eva Núñez');
    await list.choose('Ben', /^Ben Meyer/);
    await expect(list.group('Matched: 2')).toContainText('Ben Meyer');
    await expect(list.group('Here, not on the list: 1')).toContainText('Ben Meier Jr');
    await list.use();

    await expect(
      ana.panel.page.getByRole('paragraph').getByText('The list was applied.'),
    ).toBeVisible();
    await ana.panel
      .room(second)
      .getByRole('button', { name: new RegExp(`^${second}`) })
      .click();
    await expect(ana.panel.page.getByRole('list', { name: `People in ${second}` })).toContainText(
      'Anna Schmidt',
    );
    await ana.panel.back();

    const eva = await board.participant('nunez eva');
    await expect(ana.panel.button("1 person on the list isn't here yet")).toHaveCount(0);
    await ana.open();
    expect(await eva.join()).toBe(second);
  });

  test('[W4] what was typed is there again on its page when a click on the board has closed the panel', async ({
    board,
  }) => {
    const ana = await board.facilitator('Ana');
    await board.bystanders('Ben', 'Cem');
    await ana.prepare(2);
    const [first = '', second = ''] = await ana.panel.roomNames();
    const list = `Ben; ${first}\nCem; ${second}\nEva; ${first}`;
    await ana.panel.more('Paste a list');
    await ana.panel.list.fill(list);
    await ana.stage.clickCanvas();
    await expect(ana.stage.panel).toHaveCount(0);

    await ana.openPanel();
    await expect(ana.panel.field('Names')).toHaveValue(list);
    await ana.panel.list.use();
    await expect(ana.panel.button("1 person on the list isn't here yet")).toBeVisible();

    await test.step('what was used, or left, is not', async () => {
      await ana.panel.more('Paste a list');
      await expect(ana.panel.field('Names')).toHaveValue('');
      await ana.panel.list.fill(list);
      await ana.panel.back();
      await ana.stage.clickCanvas();
      await expect(ana.stage.panel).toHaveCount(0);
      await ana.openPanel();
      await expect(ana.panel.rooms).toHaveCount(2);
      await expect(ana.panel.field('Names')).toHaveCount(0);
    });
  });

  test('[L4] makes rooms on a board without any, and all of it can be undone', async ({
    board,
  }) => {
    const ana = await board.facilitator('Ana');
    await board.bystanders('Ben', 'Cem');
    await ana.openPanel();
    await ana.panel.runIt();
    await ana.panel.chooseInMenu(/^More$/, 'Paste a list');

    await ana.panel.list.fill('Name;Room\nBen;Red\nCem;Blue\nDana;Red');
    await expect(
      ana.panel.page.getByRole('checkbox', { name: 'Create 2 rooms: Red and Blue' }),
    ).toBeChecked();
    await ana.panel.list.use();

    expect(await ana.panel.roomNames()).toEqual(['Red', 'Blue']);
    expect(await ana.panel.roomSizes()).toEqual([1, 1]);
    await ana.panel.undo();
    await expect(ana.panel.button(/^Create \d+ rooms?$/)).toBeVisible();
  });

  test('[L1] what is copied can be pasted, and changes nothing', async ({ board }) => {
    const ana = await board.facilitator('Ana');
    await board.bystanders('Ben', 'Cem "C" O\'Neil', 'Meyer, Dana');
    await ana.prepare(2);
    await ana.panel.chooseInMenu(/^More$/, 'Paste a list');

    await ana.panel.button('Start from the rooms as they are').click();

    await expect(ana.panel.list.group('Matched: 3')).toContainText('Meyer, Dana');
    await expect(ana.panel.page.getByText('0 seated · 0 moved · 0 expected')).toBeVisible();
    await expect(ana.panel.button('Use this list')).toBeDisabled();
  });
});
