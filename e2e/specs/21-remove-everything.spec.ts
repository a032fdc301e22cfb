import { expect, test } from '../actors/board';

test.describe('removing everything that is stored', () => {
  test('leaves nothing on the board, whoever has it open', async ({ board }) => {
    const ana = await board.facilitator('Ana');
    const [ben, cem] = [await board.participant('Ben'), await board.participant('Cem')];
    await ana.prepare(1);
    await ana.open();
    await ben.join();
    await cem.join();
    await ana.close();
    const before = Object.keys(await board.operator.storage());
    for (const key of ['plan', 'run', 'beat', 'index', 'seats-1']) expect(before).toContain(key);
    expect(before.filter((key) => key.startsWith('person-'))).toHaveLength(3);
    // Somebody who is not there any more, and cannot remove anything themselves.
    await cem.leave();

    await ana.panel.more('Remove everything stored on this board…');
    await ana.panel.button('Remove everything…').click();
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

  test('takes two steps, and can be left at each', async ({ board }) => {
    const ana = await board.facilitator('Ana');
    await ana.prepare(1);
    await ana.panel.more('Remove everything stored on this board…');
    await ana.panel.button('Remove everything…').click();
    await expect(ana.panel.page.getByText("This can't be undone.")).toBeVisible();
    await ana.panel.button('Keep it').click();
    await expect(ana.panel.button('Open rooms')).toBeVisible();
    expect(Object.keys(await board.operator.storage())).toContain('plan');
  });
});
