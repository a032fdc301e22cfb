import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type * as Axe from 'axe-core';
import { expect, test } from '../actors/board';
import type { Person } from '../actors/person';

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The app's page by itself: Miro's own parts around it are not ours to judge, and take longer than it. */
const OPTIONS: Axe.RunOptions = { runOnly: STANDARDS, iframes: false };

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** In the page that is looked through. */
declare const axe: typeof Axe;

/** Scans one page of the app as it is now. */
async function expectAccessible(
  person: Person,
  place: 'panel' | 'window page',
  screen: string,
): Promise<void> {
  const iframe = person.page.getByTitle(`Breakout Rooms ${place}`);
  const frame = await (await iframe.elementHandle()).contentFrame();
  if (!frame) throw new Error(`${screen}: there is no ${place}.`);
  if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(AXE);
  const { violations, passes } = await frame.evaluate(
    (options) => axe.run(document, options),
    OPTIONS,
  );
  // Nothing found on a page that was not looked at would prove nothing.
  expect(passes.length, screen).toBeGreaterThan(5);
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`);
  expect.soft(found, screen).toEqual([]);
}

test.describe('access', () => {
  test.describe('on a board with frames', () => {
    test.use({ furnish: 'frames' });

    test('no screen of a facilitator has a fault that a machine can find', async ({ board }) => {
      test.slow();
      const ana = await board.facilitator('Ana');
      const ben = await board.participant('Ben');
      await board.participant('Chloé', { authorised: false });
      const check = (screen: string): Promise<void> => expectAccessible(ana, 'panel', screen);
      const { panel } = ana;

      await ana.openPanel();
      await expect(panel.button("I'm running it")).toBeVisible();
      await check('F0 unclaimed');
      await panel.runIt();
      await expect(panel.button(/^Create \d+ rooms$/)).toBeVisible();
      await check('F1 without rooms');
      await panel.button('Choose frames…').click();
      await expect(panel.page.getByRole('checkbox').first()).toBeVisible();
      await check('F1 frames');
      await panel.back();
      await panel.button(/^Create \d+ rooms$/).click();
      const [room = ''] = await panel.roomNames();
      await check('F1 with rooms');
      await panel.page.getByRole('button', { name: 'More', exact: true }).click();
      await check('the menu');
      await panel.page.getByRole('menuitem', { name: 'Settings' }).click();
      await expect(panel.heading('Settings')).toBeVisible();
      await check('settings');
      await panel.back();
      await panel.more('Facilitators');
      await check('facilitators');
      await panel.back();

      await panel.openRooms();
      await expect(panel.heading(/^Opening in/)).toBeVisible();
      await expect(panel.button('Bring everyone back')).toBeVisible();
      await check('F2 open');
      await ben.join();
      await ben.panel.askForHelp("We're stuck");
      await expect(panel.button(/^Go to Ben/)).toBeVisible();
      await check('F2 with a call for help');
      await panel.openPeople();
      await check('who is where');
      await panel.back();
      await panel.openRoom(room);
      await check('F2b one room');
      await panel.back();
      await panel.bringEveryoneBack();
      await expect(panel.heading('Everyone comes back')).toBeVisible();
      await check('F3 closing');
      await panel.closeNow();
      await expect(panel.heading('Everyone is back')).toBeVisible({ timeout: 30_000 });
      await check('F4 after');
    });
  });

  test('no screen of a participant has a fault that a machine can find', async ({ board }) => {
    test.slow();
    const ana = await board.facilitator('Ana');
    const ben = await board.participant('Ben');
    await board.participant('Chloé');
    const check = (screen: string): Promise<void> => expectAccessible(ben, 'panel', screen);
    await ana.prepare(1);

    await ben.openPanel();
    await expect(ben.panel.button("I'm ready")).toBeVisible();
    await check('P0 waiting');
    await ana.open();
    const room = await ben.modal.room();
    await expectAccessible(ben, 'window page', 'the invitation');
    await ben.modal.notNow();
    await expect(ben.panel.button(`Join ${room}`)).toBeVisible();
    await check('P1 invited');
    await ben.panel.join(room);
    await expect(ben.panel.button('Ask for help')).toBeVisible();
    await check('P2 in room');
    await ben.panel.button('Ask for help').click();
    await check('P2 asking for help');
    await ana.panel.bringEveryoneBack();
    await expect(ben.panel.button('Go back now')).toBeVisible();
    await check('P3 closing');
    await ben.panel.goBackNow();
    await ana.panel.closeNow();
    await expect(ben.panel.heading('Welcome back')).toBeVisible({ timeout: 30_000 });
    await check('P4 ended');
  });

  test('rooms are opened and joined by keyboard alone', async ({ board }) => {
    const ana = await board.facilitator('Ana');
    const ben = await board.participant('Ben');
    await ana.page.getByRole('button', { name: 'Breakout Rooms' }).press('Enter');
    await ana.panel.button("I'm running it").press('Enter');
    await ana.panel.button(/^Create \d+ rooms$/).press('Enter');
    const [first = '', second = ''] = await ana.panel.roomNames();

    // A menu: arrows and letters move in it, Escape gives the focus back.
    const menu = ana.panel.page.getByRole('button', { name: `Actions for ${first}` });
    await menu.press('Enter');
    await expect(ana.panel.page.getByRole('menuitem', { name: 'Rename' })).toBeFocused();
    await ana.page.keyboard.press('End');
    await expect(ana.panel.page.getByRole('menuitem', { name: 'Remove' })).toBeFocused();
    await ana.page.keyboard.press('Escape');
    await expect(menu).toBeFocused();

    await ana.panel.button('Open rooms').press('Enter');
    const room = await ben.modal.room();
    expect([first, second]).toContain(room);
    await expect(ben.modal.question.getByRole('heading')).toBeFocused();
    await ben.page.keyboard.press('Tab');
    await expect(ben.modal.answer('Join session')).toBeFocused();
    await ben.modal.join();
    await ben.expectInRoom(room);
  });
});
