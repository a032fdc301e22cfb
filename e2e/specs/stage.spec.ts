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
        // The app's icon comes below a line, after the board's own tools.
        await page.getByRole('navigation', { name: 'Tools' }).getByRole('separator').waitFor();
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

test('what is drawn, named, moved and deleted by hand is seen by a viewer, who cannot change it', async ({
  stage,
}) => {
  const ana = await stage.enter('user=Ana');
  const vera = await stage.enter('user=Vera&role=viewer');
  await tool(ana, 'Frame').click();
  await canvas(ana).click({ position: { x: 600, y: 400 } });
  await ana.getByRole('textbox', { name: 'Frame title' }).fill('Cedar');
  await ana.keyboard.press('Enter');
  const seen = vera.getByRole('button', { name: 'Frame Cedar' });
  await expect(seen).toBeVisible();

  // She may select it, and has no tool to do anything with it.
  await seen.click();
  await expect(seen).toHaveAttribute('aria-pressed', 'true');
  await expect(vera.getByRole('toolbar', { name: 'Selection' })).toBeHidden();
  await expect(tool(vera, 'Frame')).toBeHidden();

  await ana.getByText('Cedar', { exact: true }).dblclick();
  await ana.getByRole('textbox', { name: 'Frame title' }).fill('Daisy');
  await ana.keyboard.press('Enter');
  const frame = ana.getByRole('button', { name: 'Frame Daisy' });
  await expect(vera.getByRole('button', { name: 'Frame Daisy' })).toBeVisible();

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
  await expect(vera.getByRole('button', { name: 'Frame Daisy' })).toBeHidden();
});

test('a tab: its view by mouse and keyboard, offline, on a board that begins anew, closed from elsewhere', async ({
  stage,
}) => {
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

  const [user] = (await stage.operator.board()).users;
  if (!user) throw new Error('Ana is not here.');
  await stage.operator.setOnline(user.id, false);
  await expect(ana.getByRole('status').filter({ hasText: 'You are offline' })).toBeVisible();
  await stage.operator.setOnline(user.id, true);
  await expect(ana.getByRole('status').filter({ hasText: 'You are offline' })).toBeHidden();

  await stage.operator.restart();
  const operator = await connectOperator({ origin: serverAddress(), board: stage.board });
  const { users } = await operator.until('Ana has come back by herself', (board) =>
    board.users.some(({ tabs }) => tabs.length > 0),
  );
  const [tab] = users[0]?.tabs ?? [];
  if (!tab) throw new Error('Ana has no tab.');
  await operator.closeTab(tab.id);
  await expect(ana.getByRole('heading', { name: 'This tab was closed' })).toBeVisible();
  await ana.getByRole('button', { name: 'Open the board again' }).click();
  await expect(canvas(ana)).toBeVisible();
  operator.close();

  await ana.goto(`${serverAddress()}/stage?board=${stage.board}&user=Ana&app=https://example.com/`);
  await expect(ana.getByText('--allow-app https://example.com')).toBeVisible();
});

/** Its panel keeps what there is to say, and moves the view when it is told to. */
const FOREIGN = `
  const { board } = miro;
  const show = (text) => document.body.append(document.createElement('p'), text);
  const button = (name, press) => {
    const made = document.body.appendChild(document.createElement('button'));
    made.textContent = name;
    made.onclick = press;
  };
  async function speak() {
    show(location.pathname + location.search + location.hash);
    history.pushState(null, '', '../rooms/8');
    show(await (await fetch('data.js')).text());
    const say = () => show('The tab is ' + document.visibilityState);
    document.addEventListener('visibilitychange', say);
    say();
    const home = await board.viewport.get();
    const go = async (viewport) => {
      await board.viewport.set({ viewport, animationDurationInMs: 300 });
      show((await board.viewport.get()).x > 4000 ? 'There' : 'Home again');
    };
    button('Away', () => go({ x: 5000, y: 5000, width: 300, height: 300 }));
    button('Home', () => go(home));
    const me = await board.getUserInfo();
    button('Invite me', async () => {
      const session = await board.collaboration.startSession({ name: 'Cedar' });
      await session.on('invitation-responded', ({ response }) => show('Answered: ' + response.reason));
      await session.invite(me);
    });
    show('Hello ' + me.name);
  }
  if (location.pathname === '/index.html')
    board.ui.on('icon:click', () => board.ui.openPanel({ url: '/rooms/7?tab=2#here' }));
  else speak();`;

test('another app is hosted unmodified: its addresses and routes, its view of the board, its invitations, its tab', async ({
  stage,
}) => {
  const app = await serveForeignApp({
    '/index.html': foreignPage('<script src="/main.js"></script>'),
    '/main.js': FOREIGN,
    '/rooms/data.js': 'fetched beside the route',
  });
  const ana = await stage.enter(`user=Ana&app=${encodeURIComponent(app.address)}`);
  await ana.getByRole('navigation', { name: 'Tools' }).getByRole('button').last().click();
  const panel = pageOf(ana, 'panel');
  await expect(panel.getByText('/rooms/7?tab=2#here')).toBeVisible();
  await expect(panel.getByText('fetched beside the route')).toBeVisible();
  await expect(panel.getByText('Hello Ana')).toBeVisible();

  // The app moves the view, says what it shows, and brings it back exactly.
  const tab = async () => (await stage.operator.board()).users[0]?.tabs[0];
  const percent = ana.getByRole('button', { name: /^Zoom to 100 %/ });
  const before = { view: (await tab())?.viewport, zoom: await percent.innerText() };
  await panel.getByRole('button', { name: 'Away' }).click();
  await expect(panel.getByText('There')).toBeVisible();
  await expect(percent).not.toHaveText(before.zoom);
  await panel.getByRole('button', { name: 'Home' }).click();
  await expect(panel.getByText('Home again')).toBeVisible();
  await expect(percent).toHaveText(before.zoom);
  expect((await tab())?.viewport).toEqual(before.view);

  // A click beside Miro's own dialog is an answer, too.
  await panel.getByRole('button', { name: 'Invite me' }).click();
  const invitation = ana.getByRole('dialog', { name: 'Ana invites you to Cedar' });
  await expect(invitation).toBeVisible();
  await ana.mouse.click(600, 740);
  await expect(invitation).toBeHidden();
  await expect(panel.getByText('Answered: clicked-outside')).toBeVisible();

  // A tab that is not in front is hidden for the app, too.
  await expect(panel.getByText('The tab is visible')).toBeVisible();
  await stage.operator.setVisible((await tab())?.id ?? '', false);
  await expect(panel.getByText('The tab is hidden')).toBeAttached();
  await app.close();
});
