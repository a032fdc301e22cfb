import { expect, test } from '../actors/board';

test.describe('removing everything that is stored', () => {
  test('takes two steps, of which the second can be left; leaves nothing on the board, whoever has it open', async ({
    board,
  }) => {
    const ana = await board.facilitator('Ana');
    const [ben, cem] = [await board.participant('Ben'), await board.participant('Cem')];
    await ana.prepare(1);
    await ana.panel.chooseInMenu(/^More$/, 'Set-ups');
    await ana.panel.setups.keep('Retro');
    await expect(ana.panel.setups.kept).toHaveText([/Retro/]);
    await ana.panel.back();
    const [room = ''] = await ana.panel.roomNames();
    await ana.open();
    await ben.join();
    await cem.join();
    await board.writeNotes('Ben', room, ['Lunch walks']);
    await ana.close();
    await ana.panel.button('Collect notes…').click();
    await ana.panel.button('Collect 1 note').click();
    await expect(ana.panel.sentence('1 note was collected.')).toBeVisible();
    await ana.panel.back();
    const before = Object.keys(await board.operator.storage());
    const known = ['plan', 'run', 'beat', 'index', 'seats-1', 'setups'];
    for (const key of known) expect(before).toContain(key);
    expect(before.filter((key) => key.startsWith('person-'))).toHaveLength(3);
    expect(before.filter((key) => key.startsWith('work-'))).toHaveLength(1);
    // Somebody who is not there any more, and cannot remove anything themselves.
    await cem.leave();

    const remove = async (): Promise<void> => {
      await ana.panel.more('Remove everything stored on this board…');
      await ana.panel.button('Remove everything…').click();
      await expect(ana.panel.page.getByText("This can't be undone.")).toBeVisible();
    };
    await remove();
    await ana.panel.button('Keep it').click();
    await expect(ana.panel.button('Prepare round 2')).toBeVisible();
    expect(Object.keys(await board.operator.storage())).toContain('plan');
    await remove();
    await ana.panel.button('Yes, remove everything').click();

    await expect(ana.panel.button("I'm running it")).toBeVisible();
    await expect.poll(async () => Object.keys(await board.operator.storage())).toEqual([]);
    await ben.openPanel();
    await expect(ben.panel.button("I'm running it")).toBeVisible();
    await ben.reload();
    expect(Object.keys(await board.operator.storage())).toEqual([]);

    // And it can all begin anew.
    await ana.prepare(1);
    await ana.open();
    await expect(ben.modal.question).toBeVisible();
  });
});
