import { expect, test as base, type FrameLocator, type Locator, type Page } from 'playwright/test';
import { faultsOf } from '../actors/faults';
import { foreignPage, serveForeignApp } from '../actors/foreign-app';
import { serverAddress } from '../actors/server';
import { connectOperator, type OperatorClient } from '../harness/server/operator';

/** The pretend board itself: what a person does with it by hand. */
interface Stage {
  readonly board: string;
  readonly operator: OperatorClient;
  enter(query: string): Promise<Page>;
}

const test = base.extend<{ stage: Stage }>({
  stage: async ({ browser }, use) => {
    const board = `stage-${Math.random().toString(36).slice(2)}`;
    const operator = await connectOperator({ origin: serverAddress(), board });
    const context = await browser.newContext({ viewport: { width: 1200, height: 760 } });
    const faults: string[][] = [];
    await use({
      board,
      operator,
      async enter(query) {
        const page = await context.newPage();
        faults.push(faultsOf(page));
        await page.goto(`${serverAddress()}/stage?board=${board}&${query}`);
        await page.getByRole('navigation', { name: 'Tools' }).getByRole('button').last().waitFor();
        return page;
      },
    });
    expect(faults.flat()).toEqual([]);
    operator.close();
    await context.close();
  },
});

const canvas = (page: Page): Locator => page.getByRole('main', { name: 'Board' });
const tool = (page: Page, name: string): Locator =>
  page.getByRole('navigation', { name: 'Tools' }).getByRole('button', { name, exact: true });
const pageOf = (page: Page, place: string): FrameLocator =>
  page.frameLocator(`iframe[title$=" ${place}"]`);

test('a frame is drawn, named, renamed, moved and deleted by hand, and others see it', async ({
  stage,
}) => {
  const [ana, ben] = [await stage.enter('user=Ana'), await stage.enter('user=Ben')];
  await tool(ana, 'Frame').click();
  await canvas(ana).click({ position: { x: 600, y: 400 } });
  await ana.getByRole('textbox', { name: 'Frame title' }).fill('Cedar');
  await ana.keyboard.press('Enter');
  const seen = ben.getByRole('button', { name: 'Frame Cedar' });
  await expect(seen).toBeVisible();

  await ana.getByText('Cedar', { exact: true }).dblclick();
  await ana.getByRole('textbox', { name: 'Frame title' }).fill('Daisy');
  await ana.keyboard.press('Enter');
  const frame = ana.getByRole('button', { name: 'Frame Daisy' });
  await expect(ben.getByRole('button', { name: 'Frame Daisy' })).toBeVisible();

  const [before] = await stage.operator.items();
  await frame.dragTo(canvas(ana), {
    sourcePosition: { x: 300, y: 200 },
    targetPosition: { x: 700, y: 520 },
  });
  await expect
    .poll(async () => {
      const [after] = await stage.operator.items();
      return after && before && after.x > before.x && after.y > before.y;
    })
    .toBe(true);

  await ana
    .getByRole('toolbar', { name: 'Selection' })
    .getByRole('button', { name: 'Delete' })
    .click();
  await expect(ben.getByRole('button', { name: 'Frame Daisy' })).toBeHidden();
});

test('the view pans and zooms by mouse and keyboard, and the board knows', async ({ stage }) => {
  const ana = await stage.enter('user=Ana');
  const view = async () => {
    const [user] = (await stage.operator.board()).users;
    return user?.tabs[0]?.viewport;
  };
  // The board knows it as soon as the page has said so.
  await expect.poll(view).toBeDefined();
  const first = await view();
  await canvas(ana).focus();
  await ana.keyboard.press('ArrowRight');
  await expect.poll(async () => (await view())?.x).toBeGreaterThan(first?.x ?? 0);
  await ana.getByRole('button', { name: 'Zoom in' }).click();
  await expect.poll(async () => (await view())?.width).toBeLessThan(first?.width ?? 0);
  const zoomed = await view();
  await ana.mouse.move(500, 400);
  await ana.mouse.wheel(0, 200);
  await expect.poll(async () => (await view())?.y).toBeGreaterThan(zoomed?.y ?? 0);
});

test('a viewer sees the board and cannot change it', async ({ stage }) => {
  const ana = await stage.enter('user=Ana');
  await tool(ana, 'Sticky note').click();
  await canvas(ana).click({ position: { x: 600, y: 400 } });
  await ana.getByRole('textbox', { name: 'Text of the sticky note' }).fill('Look');
  await canvas(ana).click({ position: { x: 1000, y: 200 } });
  const vera = await stage.enter('user=Vera&role=viewer');
  const note = vera.getByRole('button', { name: 'Sticky note Look' });
  await note.click();
  await expect(note).toHaveAttribute('aria-pressed', 'true');
  await expect(vera.getByRole('toolbar', { name: 'Selection' })).toBeHidden();
  await expect(tool(vera, 'Frame')).toBeHidden();
});

test('offline is shown, and closing from elsewhere can be undone', async ({ stage }) => {
  const ana = await stage.enter('user=Ana');
  const board = await stage.operator.board();
  const [user] = board.users;
  if (!user?.tabs[0]) throw new Error('Ana has no tab.');
  await stage.operator.setOnline(user.id, false);
  await expect(ana.getByRole('status').filter({ hasText: 'You are offline' })).toBeVisible();
  await stage.operator.setOnline(user.id, true);
  await expect(ana.getByRole('status').filter({ hasText: 'You are offline' })).toBeHidden();
  await stage.operator.closeTab(user.tabs[0].id);
  await expect(ana.getByRole('heading', { name: 'This tab was closed' })).toBeVisible();
  await ana.getByRole('button', { name: 'Open the board again' }).click();
  await expect(canvas(ana)).toBeVisible();
});

test('another app is hosted unmodified: addresses, queries and client-side routes work', async ({
  stage,
}) => {
  const app = await serveForeignApp({
    '/index.html': foreignPage('<script src="/main.js"></script>'),
    '/main.js': `
      if (location.pathname === '/index.html') {
        miro.board.ui.on('icon:click', () => miro.board.ui.openPanel({ url: '/rooms/7?tab=2#here' }));
      } else {
        const show = (text) => document.body.append(document.createElement('p'), text);
        show(location.pathname + location.search + location.hash);
        history.pushState(null, '', '../rooms/8');
        fetch('data.js').then((answer) => answer.text()).then(show);
        miro.board.getUserInfo().then(({ name }) => show('Hello ' + name));
      }`,
    '/rooms/data.js': 'fetched beside the route',
  });
  const ana = await stage.enter(`user=Ana&app=${encodeURIComponent(app.address)}`);
  await ana.getByRole('navigation', { name: 'Tools' }).getByRole('button').last().click();
  const panel = pageOf(ana, 'panel');
  await expect(panel.getByText('/rooms/7?tab=2#here')).toBeVisible();
  await expect(panel.getByText('fetched beside the route')).toBeVisible();
  await expect(panel.getByText('Hello Ana')).toBeVisible();
  await app.close();
});

test('the app moves the view, says what it shows, and brings it back exactly', async ({
  stage,
}) => {
  const app = await serveForeignApp({
    '/index.html': foreignPage('<script src="/main.js"></script>'),
    '/main.js': `
      miro.board.ui.on('icon:click', async () => {
        const { viewport, notifications } = miro.board;
        const home = await viewport.get();
        await viewport.set({
          viewport: { x: 5000, y: 5000, width: 300, height: 300 },
          animationDurationInMs: 300,
        });
        const there = await viewport.get();
        await notifications.showInfo(there.x > 4000 ? 'There' : 'Nowhere');
        await viewport.set({ viewport: home, animationDurationInMs: 300 });
        await notifications.showInfo('Home');
      });`,
  });
  const ana = await stage.enter(`user=Ana&app=${encodeURIComponent(app.address)}`);
  const view = async () => (await stage.operator.board()).users[0]?.tabs[0]?.viewport;
  const percent = ana.getByRole('button', { name: /^Zoom to 100 %/ });
  const before = { view: await view(), zoom: await percent.innerText() };
  await ana.getByRole('navigation', { name: 'Tools' }).getByRole('button').last().click();
  const said = ana.getByRole('log', { name: 'Notifications' });
  await expect(said.getByText('There')).toBeVisible();
  await expect(percent).not.toHaveText(before.zoom);
  await expect(said.getByText('Home')).toBeVisible();
  await expect(percent).toHaveText(before.zoom);
  expect(await view()).toEqual(before.view);
  await app.close();
});

test('a tab that is not in front is hidden for the app, too', async ({ stage }) => {
  const app = await serveForeignApp({
    '/index.html': foreignPage('<script src="/main.js"></script>'),
    '/main.js': `
      const say = () => miro.board.notifications.showInfo('The tab is ' + document.visibilityState);
      document.addEventListener('visibilitychange', say);
      miro.board.ui.on('icon:click', say);`,
  });
  const ana = await stage.enter(`user=Ana&app=${encodeURIComponent(app.address)}`);
  const said = ana.getByRole('log', { name: 'Notifications' });
  await ana.getByRole('navigation', { name: 'Tools' }).getByRole('button').last().click();
  await expect(said.getByText('The tab is visible')).toBeVisible();
  const tab = (await stage.operator.board()).users[0]?.tabs[0];
  if (!tab) throw new Error('Ana has no tab.');
  await stage.operator.setVisible(tab.id, false);
  await expect(said.getByText('The tab is hidden')).toBeVisible();
  await app.close();
});

test('an app on a machine that nobody allowed is refused, with the way to allow it', async ({
  stage,
  page,
}) => {
  await page.goto(
    `${serverAddress()}/stage?board=${stage.board}&user=Ana&app=https://example.com/`,
  );
  await expect(page.getByText('--allow-app https://example.com')).toBeVisible();
});

test('the overview shows four people side by side and lets them be controlled', async ({
  page,
}) => {
  const faults = faultsOf(page);
  await page.goto(`${serverAddress()}/overview?board=over-${Math.random().toString(36).slice(2)}`);
  for (const name of ['Ana', 'Ben', 'Chloé', 'Diego']) {
    const stage = page.frameLocator(`iframe[title="Board of ${name}"]`);
    await expect(stage.getByRole('button', { name: 'People, 4 online' })).toBeVisible();
  }
  const ben = page.getByRole('region', { name: 'Ben' });
  await ben.getByRole('button', { name: 'Take offline' }).click();
  await expect(
    page
      .frameLocator('iframe[title="Board of Ana"]')
      .getByRole('button', { name: 'People, 3 online' }),
  ).toBeVisible();
  await ben.getByRole('button', { name: 'Bring online' }).click();

  await page.getByRole('button', { name: 'Controls' }).click();
  const controls = page.getByRole('complementary', { name: 'Controls' });
  await controls.getByRole('textbox', { name: 'Name' }).fill('Emma');
  await controls.getByRole('button', { name: 'Add person' }).click();
  await expect(page.getByRole('region', { name: 'Emma' })).toBeVisible();
  await controls
    .getByRole('combobox', { name: 'Joining a second session' })
    .selectOption('rejects');
  await expect(controls.getByRole('button', { name: 'Back to defaults' })).toBeEnabled();
  await page
    .getByRole('region', { name: 'Emma' })
    .getByRole('button', { name: 'Close tab' })
    .click();
  await expect(controls.getByRole('button', { name: 'Open a tab for Emma' })).toBeVisible();
  expect(faults).toEqual([]);
});
