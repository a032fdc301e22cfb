import { randomUUID } from 'node:crypto';
import { expect, test } from '../actors/board';
import { FacilitatorPanel } from '../actors/facilitator-panel';
import { Modal } from '../actors/modal';
import { Overview } from '../actors/overview';
import { ParticipantPanel } from '../actors/participant-panel';
import { picture } from '../actors/picture';

test('the whole story can be clicked through on what `npm start` shows', async ({ browser }) => {
  test.slow();
  const overview = await Overview.open(browser, `Retro-${randomUUID().slice(0, 4)}`);
  const ana = overview.stageOf('Ana');
  const ben = overview.stageOf('Ben');
  const chloe = overview.stageOf('Chloé');
  const diego = overview.stageOf('Diego');
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
  await picture(overview.page, 'four-people', panel.saving);

  await invitation.getByRole('button', { name: 'Join' }).click();
  await new Modal(ben.windowPage).join();
  await expect(panel.numbers).toContainText('3 in');
  await panel.bringEveryoneBack();
  await panel.closeNow();
  await expect(panel.heading('Everyone is back')).toBeVisible({ timeout: 30_000 });
  for (const stage of [ben, chloe, diego]) await expect(stage.session).toHaveCount(0);

  await overview.close();
});
