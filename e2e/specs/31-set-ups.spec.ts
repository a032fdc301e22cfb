import { readFile } from 'node:fs/promises';
import { expect, test } from '../actors/board';
import { FacilitatorPanel } from '../actors/facilitator-panel';

test.describe('set-ups', () => {
  test('[U1] [U2] one that was kept is one click away on a board without rooms', async ({
    board,
  }) => {
    const ana = await board.facilitator('Ana');
    await board.bystanders('Ben', 'Cem');
    await ana.prepare(2);
    const names = await ana.panel.roomNames();
    await ana.panel.setLength(5);
    await ana.panel.chooseInMenu(/^More$/, 'Set-ups');
    await ana.panel.setups.keep('Retro');
    await expect(ana.panel.setups.kept).toHaveText([/Retro\s*2 rooms · 5 min/]);
    await ana.panel.back();
    for (const name of names) await ana.panel.chooseInMenu(`Actions for ${name}`, 'Remove');

    await ana.panel.button('Use Retro: 2 rooms · 5 min').click();

    await expect(ana.panel.rooms).toHaveCount(2);
    expect(await ana.panel.roomNames()).toEqual(names);
    expect(await ana.panel.roomSizes()).toEqual([1, 1]);
    // The frames that lie on the board already are used again.
    expect([...(await board.frameTitles())].sort()).toEqual([...names].sort());
    await ana.panel.undo();
    await expect(ana.panel.button(/^Create \d+ rooms?$/)).toBeVisible();
  });

  test('[U1] a colleague sees it, uses it, and can take a removal back', async ({ board }) => {
    const ana = await board.facilitator('Ana');
    const ben = await board.facilitator('Ben');
    await ana.prepare(3);
    await ana.panel.chooseInMenu(/^More$/, 'Facilitators');
    await ana.panel.button('Make Ben a facilitator').click();
    await ana.panel.back();
    await ana.panel.chooseInMenu(/^More$/, 'Set-ups');
    await ben.openPanel();
    await ben.panel.chooseInMenu(/^More$/, 'Set-ups');

    await ana.panel.setups.keep('Three rooms');
    await expect(ben.panel.setups.kept).toHaveText([/Three rooms/]);
    await ben.panel.chooseInMenu('Actions for Three rooms', 'Remove');
    await expect(ana.panel.setups.kept).toHaveCount(0);
    await ben.panel.undo();
    await expect(ana.panel.setups.kept).toHaveText([/Three rooms/]);
  });

  test('[U4] a copy of the board finds it in a text, with the rooms’ frames', async ({ board }) => {
    const ana = await board.facilitator('Ana');
    await ana.prepare(2);
    const names = await ana.panel.roomNames();
    await expect
      .poll(async () => [...(await board.frameTitles())].sort())
      .toEqual([...names].sort());
    await ana.panel.chooseInMenu(/^More$/, 'Set-ups');
    await ana.panel.setups.putOnBoard('Retro');
    await expect(ana.panel.setups.inTexts).toHaveText([/Retro\s*2 rooms · 10 min/]);

    const overview = await board.overview();
    await overview.duplicate();
    const stage = overview.stageOf('Ana');
    const panel = new FacilitatorPanel(stage.panelPage);
    await stage.clickIcon();
    await panel.runIt();
    await expect(panel.setups.inTexts).toHaveText([/Retro\s*2 rooms · 10 min/]);
    await panel.button('Use Retro').click();
    await expect(panel.rooms).toHaveCount(2);
    expect(await panel.roomNames()).toEqual(names);
    // The copies of the frames are used: none is made, none is missing.
    await expect(panel.page.getByText('has no frame')).toHaveCount(0);
    for (const name of names) await expect(stage.frame(name)).toHaveCount(1);
    await expect(stage.frame(/^Frame /)).toHaveCount(names.length);
    await overview.close();
  });

  test('[U3] a file takes it to another board; what is no set-up is refused in words', async ({
    board,
  }) => {
    const ana = await board.facilitator('Ana');
    await ana.prepare(3);
    const names = await ana.panel.roomNames();
    await ana.panel.chooseInMenu(/^More$/, 'Set-ups');
    const file = await ana.panel.setups.saveAsFile(ana.page);
    const content = await readFile(await file.path(), 'utf8');
    await ana.panel.back();
    await ana.panel.oneRoomFewer();
    await expect(ana.panel.rooms).toHaveCount(2);
    await ana.panel.chooseInMenu(/^More$/, 'Set-ups');

    await ana.panel.setups.useFile('<b>no</b>');
    await expect(ana.panel.page.getByText('This file is not a set-up.')).toBeVisible();
    await ana.panel.setups.useFile(content);

    await expect(ana.panel.rooms).toHaveCount(3);
    expect(await ana.panel.roomNames()).toEqual(names);
  });
});
