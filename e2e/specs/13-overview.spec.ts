import { randomUUID } from 'node:crypto';
import { expect, test } from '../actors/board';
import { ErrorLog } from '../actors/errors';
import { FacilitatorPanel } from '../actors/facilitator-panel';
import { Modal } from '../actors/modal';
import { ParticipantPanel } from '../actors/participant-panel';
import { picture } from '../actors/picture';
import { serverAddress } from '../actors/server';
import { Stage } from '../actors/stage';

test('the whole story can be clicked through on what `npm start` shows', async ({ browser }) => {
  test.slow();
  const context = await browser.newContext({ viewport: { width: 1720, height: 1100 } });
  const page = await context.newPage();
  const errors = new ErrorLog('overview', page);
  await page.goto(`${serverAddress()}/overview?board=Retro-${randomUUID().slice(0, 4)}`);
  const pane = (name: string): Stage =>
    new Stage(page.getByRole('region', { name }).locator('iframe').contentFrame());
  const [ana, ben, chloe, diego] = [pane('Ana'), pane('Ben'), pane('Chloé'), pane('Diego')];
  const panel = new FacilitatorPanel(ana.panelPage);
  const chloesPanel = new ParticipantPanel(chloe.panelPage);

  await ana.clickIcon();
  await panel.runIt();
  await panel.button(/^Create \d+ rooms?$/).click();
  await expect(panel.button('Open rooms')).toBeVisible();
  await panel.page
    .getByRole('textbox', { name: 'Task for all rooms' })
    .fill('Three ideas we could start tomorrow');
  await panel.openRooms();

  const question = new Modal(chloe.windowPage);
  const room = await question.room();
  await question.join();
  await expect(chloe.session).toHaveText(`You are in ${room}`);
  await expect(chloesPanel.button('Ask for help')).toBeVisible();
  await expect(new Modal(ben.windowPage).question).toBeVisible();
  const invitation = diego.invitation(/^Ana invites you to /);
  await expect(invitation).toBeVisible({ timeout: 30_000 });
  await expect(panel.numbers).toContainText('1 in · 2 not yet');
  await picture(page, 'four-people', panel.saving);

  await invitation.getByRole('button', { name: 'Join' }).click();
  await new Modal(ben.windowPage).join();
  await expect(panel.numbers).toContainText('3 in');
  await panel.bringEveryoneBack();
  await panel.closeNow();
  await expect(panel.heading('Everyone is back')).toBeVisible({ timeout: 30_000 });
  for (const stage of [ben, chloe, diego]) await expect(stage.session).toHaveCount(0);

  await context.close();
  expect(errors.entries).toEqual([]);
});
