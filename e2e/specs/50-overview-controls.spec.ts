import { randomUUID } from 'node:crypto';
import type { Locator } from 'playwright/test';
import { expect, test } from '../actors/board';
import { faultsOf } from '../actors/faults';
import { serverAddress } from '../actors/server';
import { connectOperator } from '../harness/server/operator';
import type { BoardView, UserView } from '../harness/world/api';

test('the overview: people, network, faults, dialects: each control does what it says', async ({
  page,
}) => {
  const faults = faultsOf(page);
  const board = `controls-${randomUUID()}`;
  await page.goto(`${serverAddress()}/overview?board=${board}`);
  const operator = await connectOperator({ origin: serverAddress(), board });
  const ben = page.getByRole('region', { name: 'Ben' });
  const stage = page.frameLocator('iframe[title="Board of Ana"]');
  const benOf = ({ users }: BoardView): UserView | undefined =>
    users.find(({ name }) => name === 'Ben');
  await operator.until('Ben has a tab', (view) => benOf(view)?.tabs.length === 1);

  // Four people side by side; one loses the connection, and the others see it.
  const online = (many: number): Promise<void> =>
    expect(stage.getByRole('button', { name: `People, ${many} online` })).toBeVisible();
  await online(4);
  await ben.getByRole('button', { name: 'Take offline' }).click();
  await online(3);
  await ben.getByRole('button', { name: 'Bring online' }).click();
  await online(4);

  async function expectBen(change: Locator, what: Partial<UserView>): Promise<void> {
    await change.press('Tab');
    await expect.poll(async () => benOf(await operator.board())).toMatchObject(what);
  }

  // Settings of one person
  await ben.getByRole('button', { name: 'Settings of Ben' }).click();
  const settings = page.getByRole('group', { name: 'Settings of Ben' });
  const language = settings.getByLabel('Language');
  await language.selectOption('Deutsch');
  await expectBen(language, { locale: 'de' });
  for (const [label, off, on] of [
    ['May edit', { role: 'viewer' }, { role: 'editor' }],
    ['Paid plan (has the timer)', { plan: 'free' }, { plan: 'paid' }],
    ['Has the app', { authorised: false }, { authorised: true }],
  ] as const) {
    const box = settings.getByLabel(label);
    await box.uncheck();
    await expectBen(box, off);
    await box.check();
    await expectBen(box, on);
  }
  for (const [label, typed, network] of [
    ['Latency, ms', '250', { latencyMs: 250 }],
    ['Jitter, ms', '120', { jitterMs: 120 }],
    ['Pushes lost, %', '15', { loss: 0.15 }],
    ['Pushes doubled, %', '35', { duplicate: 0.35 }],
  ] as const) {
    const field = settings.getByLabel(label);
    await field.fill(typed);
    await field.press('Tab');
    await expect.poll(async () => benOf(await operator.board())?.network).toMatchObject(network);
    await field.fill('0');
    await field.press('Tab');
  }

  // One person's tab
  await settings.getByRole('button', { name: 'Open another tab' }).click();
  await operator.until('Ben has two tabs', (view) => benOf(view)?.tabs.length === 2);
  await ben.first().getByRole('button', { name: 'Hide tab' }).click();
  await operator.until('Ben looks at one of them', (view) =>
    Boolean(benOf(view)?.tabs.some(({ visible }) => !visible)),
  );
  const ana = page.getByRole('region', { name: 'Ana' });
  await stage.getByRole('button', { name: 'Breakout Rooms' }).click();
  await expect(stage.getByRole('complementary', { name: 'Breakout Rooms' })).toBeVisible();
  await ana.getByRole('button', { name: 'Reload' }).click();
  await expect(stage.getByRole('complementary', { name: 'Breakout Rooms' })).toHaveCount(0);
  await expect(stage.getByRole('main', { name: 'Board' })).toBeVisible();

  // Faults, which are the board's: the page may be reloaded
  await page.getByRole('button', { name: 'Controls' }).click();
  const controls = page.getByRole('complementary', { name: 'Controls' });
  await controls.getByLabel('Another app holds the sessions').check();
  await operator.until('another app holds them', ({ foreignSession }) => foreignSession);
  const rules = controls.getByRole('form', { name: 'Make a call fail' });
  await rules.getByLabel('Command').fill('CREATE_FRAME');
  await rules.getByRole('button', { name: 'Make it fail' }).click();
  await expect(page.getByRole('alert')).toHaveText('Unknown command CREATE_FRAME.');
  await rules.getByLabel('Make fail: calls of').selectOption('Ana');
  await rules.getByLabel('Command').fill('STORAGE_SET');
  await rules.getByLabel('Which from now on').fill('1000');
  await rules.getByLabel('And all later ones').check();
  await rules.getByRole('button', { name: 'Make it fail' }).click();
  const rule = 'Ana: STORAGE_SET, number 1000 and all later. Failed: 0';
  await expect(controls.getByRole('listitem').filter({ hasText: rule })).toBeVisible();
  await page.reload();
  await page.getByRole('button', { name: 'Controls' }).click();
  await expect(controls.getByLabel('Another app holds the sessions')).toBeChecked();
  await expect(controls.getByRole('listitem').filter({ hasText: rule })).toBeVisible();
  await rules.getByRole('button', { name: 'Clear' }).click();
  await operator.until('no rule is left', ({ failures }) => failures.length === 0);
  await controls.getByLabel('Another app holds the sessions').uncheck();
  await operator.until('nobody holds them', ({ foreignSession }) => !foreignSession);

  await controls.getByRole('textbox', { name: 'Name' }).fill('Emma');
  await controls.getByRole('button', { name: 'Add person' }).click();
  const emma = page.getByRole('region', { name: 'Emma' });
  await emma.getByRole('button', { name: 'Close tab' }).click();
  await expect(controls.getByRole('button', { name: 'Open a tab for Emma' })).toBeVisible();
  await controls
    .getByRole('combobox', { name: 'Joining a second session' })
    .selectOption('rejects');
  await operator.until(
    'joining twice is refused',
    ({ dialect }) => dialect.secondJoin === 'rejects',
  );
  await expect(controls.getByRole('button', { name: 'Back to defaults' })).toBeEnabled();

  await controls.getByRole('button', { name: 'Start 3 min' }).click();
  await expect(stage.getByRole('button', { name: /^Timer, [23]:\d\d left/ })).toBeVisible();
  await controls.getByRole('button', { name: 'Stop' }).click();
  await operator.until('the timer stands', ({ timer }) => timer.status === 'STOPPED');

  await ben.first().getByRole('button', { name: 'Settings of Ben' }).click();
  await settings.getByRole('button', { name: 'Remove from board' }).click();
  await operator.until('Ben is gone', (view) => benOf(view) === undefined);
  await expect(ben).toHaveCount(0);
  operator.close();
  expect(faults).toEqual([]);
});
