import { expect, test } from '../actors/board';

test.describe('who was where', () => {
  test('is a table afterwards, and can be taken along', async ({ board }) => {
    const ana = await board.facilitator('Ana');
    const ben = await board.participant('Ben');
    await board.participant('Dora');
    await ana.prepare(1);
    await ben.openPanel();
    await expect(
      ben.panel.page.getByText('Facilitators can see who is in which room, now and afterwards.'),
    ).toBeVisible();
    await ana.open();
    const room = await ben.join();
    await ben.openPanel();
    await ben.panel.askForHelp("We're stuck");
    await expect(ana.panel.page.getByText(`${room}: Ben`)).toBeVisible();
    await ana.close();

    await expect(ana.panel.page.getByText('Round 1 · 1 min · 1 took part')).toBeVisible();
    await expect(ana.panel.page.getByText('1 never joined')).toBeVisible();
    await ana.panel.button('Who was where…').click();
    const page = ana.panel.page;
    const table = page.getByRole('table', { name: room });
    await expect(table.getByRole('columnheader')).toHaveText(['Person', 'From–to', 'Min']);
    await expect(table.getByRole('rowheader')).toHaveText(['Ben']);
    await expect(page.getByText(/^Asked for help: Ben, \d+:\d\d [AP]M$/)).toBeVisible();
    await expect(page.getByRole('list', { name: 'Never joined' })).toContainText('Dora');
    await expect(page.getByText('1 min taken · 10 min planned')).toBeVisible();

    const download = ana.page.waitForEvent('download');
    await ana.panel.button('Download CSV').click();
    expect((await download).suggestedFilename()).toMatch(
      /^Who was where, round 1, \d{4}-\d\d-\d\d\.csv$/,
    );
    await ana.panel.button('Copy Markdown').click();
    await expect(page.getByRole('main').getByText('Copied')).toBeVisible();
    await ana.panel.back();
    await expect(ana.panel.button('Prepare round 2')).toBeVisible();
  });

  test('with numbers only, nobody is named, and everybody is told', async ({ board }) => {
    const ana = await board.facilitator('Ana');
    const ben = await board.participant('Ben');
    await ana.prepare(1);
    await ana.panel.more('Settings');
    await ana.panel.page.getByRole('checkbox', { name: 'Keep who was where' }).uncheck();
    await ana.panel.back();
    await ben.openPanel();
    await expect(
      ben.panel.page.getByText(
        'Facilitators can see who is in which room. Afterwards only numbers are kept, and no names. Seats stay stored without names, so that the next groups are new.',
      ),
    ).toBeVisible();
    await ana.open();
    const room = await ben.join();
    await ana.close();

    await ana.panel.button('Who was where…').click();
    await expect(ana.panel.page.getByText('Only numbers were kept in this round.')).toBeVisible();
    await expect(ana.panel.heading(room)).toBeVisible();
    await expect(ana.panel.page.getByText(/^At most 1 person at a time · /)).toBeVisible();
    await expect(ana.panel.page.getByText('Ben')).toHaveCount(0);
    const stored = Object.entries(await board.operator.storage());
    const journal = stored.filter(([key]) => key.startsWith('journal-'));
    expect(journal).toHaveLength(1);
    expect(JSON.stringify(journal)).not.toContain('Ben');
    expect(JSON.stringify(journal)).not.toContain(await board.idOf('Ben'));
    await expect
      .poll(async () => JSON.stringify(await board.operator.storage()))
      .not.toContain('Ben');
    await expect(ben.panel.page.getByText(`Your room was ${room}.`)).toBeVisible();
    await ben.panel.button(`Look at ${room} again`).click();
    await ben.stage.expectFrameInView(room);
  });
});
