import { expect, test, type Board } from '../actors/board';
import type { Facilitator, Participant } from '../actors/person';
import { wordsOf } from '../actors/words';

/** Everyone with the app; who speaks which language is their own affair. */
interface Workshop {
  readonly board: Board;
  readonly ana: Facilitator;
  readonly ben: Facilitator;
  readonly chloe: Participant;
  readonly diego: Participant;
  readonly jonas: Participant;
  readonly hana: Participant;
  /** Without the app. */
  readonly eva: Participant;
}

const de = wordsOf('de');
const ja = wordsOf('ja_JP');

test('a whole workshop: two facilitators, six participants, three rounds', async ({ board }) => {
  test.setTimeout(240_000);
  const ana = await board.facilitator('Ana');
  const [ben, chloe, diego, jonas, hana, eva] = await Promise.all([
    board.facilitator('Ben'),
    board.participant('Chloé'),
    board.participant('Diego'),
    board.participant('Jonas', { locale: 'de' }),
    board.participant('花', { locale: 'ja_JP' }),
    board.participant('Eva', { authorised: false }),
  ]);
  const workshop: Workshop = { board, ana, ben, chloe, diego, jonas, hana, eva };

  await prepare(workshop);
  const lena = await firstRound(workshop);
  await secondRound(workshop, lena);
  await thirdRound(workshop, lena);
  await whatRemains(workshop);
});

async function prepare({ ana, ben }: Workshop): Promise<void> {
  await ana.prepare(2);
  await ana.panel.more('Facilitators');
  await ana.panel.button('Make Ben a facilitator').click();
  await ana.panel.back();
  await ben.openPanel();
  await expect(ben.panel.rooms).toHaveCount(2);
  await expect.poll(async () => [...(await ana.panel.roomSizes())].sort()).toEqual([2, 3]);
}

/** Somebody reloads at the worst moments, somebody comes late, help is called, time is added. */
async function firstRound(workshop: Workshop): Promise<Participant> {
  const { board, ana, ben, chloe, eva } = workshop;
  await ana.open();
  await expect(chloe.modal.question).toBeVisible();
  await chloe.reload();
  await everyoneJoins(workshop);
  const invitation = eva.stage.invitation(/^Ana invites you to /);
  await expect(invitation).toBeVisible({ timeout: 40_000 });
  await invitation.getByRole('button', { name: 'Join' }).click();
  await expect(eva.stage.session).toBeVisible();

  const lena = await board.participant('Léna');
  await lena.join();

  const room = await chloe.room();
  await chloe.reload();
  await expect.poll(() => chloe.room()).toBe(room);
  await chloe.openPanel();
  await chloe.panel.backToFrame();
  await chloe.stage.expectFrameInView(room);
  await chloe.panel.askForHelp("We're stuck");
  await ben.panel.button(`Go to Chloé in ${room}`).click();
  await chloe.expectNotified('Ben is on the way');
  await ben.panel.button('Done').click();

  const before = await ana.panel.secondsLeft();
  await ben.panel.button('Add 5 minutes').click();
  await expect.poll(() => ana.panel.secondsLeft()).toBeGreaterThan(before + 200);
  await chloe.expectNotified(/^Ben added 5 minutes/);

  for (const name of await ana.panel.roomNames()) {
    await board.writeNotes('Ana', name, [`An idea from ${name}`]);
  }
  await ana.close();
  await expectNobodyInside(board);
  return lena;
}

/** New groups; somebody is moved, and everybody gets a message. */
async function secondRound(workshop: Workshop, lena: Participant): Promise<void> {
  const { board, ana, diego } = workshop;
  await ana.panel.prepareRound(2);
  await ana.open();
  await everyoneJoins(workshop);
  await lena.join();

  const room = await diego.room();
  const other = (await ana.panel.roomNames()).find((name) => name !== room) ?? '';
  await ana.panel.openRoom(room);
  await ana.panel.move('Diego', other);
  await diego.modal.go();
  await diego.expectInRoom(other);
  await ana.panel.back();

  await ana.panel.sendMessage('Two more minutes, please');
  await diego.expectNotified(/Two more minutes, please/);
  await ana.panel.back();
  await ana.close();
  await expectNobodyInside(board);
}

/** The same groups once more; the facilitator who opened reloads, and the other one ends. */
async function thirdRound(workshop: Workshop, lena: Participant): Promise<void> {
  const { board, ana, ben } = workshop;
  await ana.panel.nextGroups('Same groups').check();
  await ana.panel.prepareRound(3);
  await ana.open();
  await everyoneJoins(workshop);
  await lena.join();
  await ana.reload();
  await ben.openPanel();
  await ben.close();
  await expectNobodyInside(board);
}

async function whatRemains({ board, ben }: Workshop): Promise<void> {
  const { page } = ben.panel;
  await ben.panel.button('Who was where…').click();
  await expect(page.getByRole('table')).toHaveCount(2);
  await expect(page.getByRole('rowheader', { name: 'Chloé' })).toHaveCount(1);
  await expect(page.getByRole('rowheader', { name: '花' })).toHaveCount(1);
  await ben.panel.back();

  await ben.panel.button('Collect notes…').click();
  await ben.panel.button('Collect 2 notes').click();
  await expect(ben.panel.sentence('2 notes were collected.')).toBeVisible();
  expect((await board.inFrame('Collected notes')).map(({ text }) => text)).toEqual(
    expect.arrayContaining([expect.stringMatching(/^An idea from /)]),
  );
}

/** Whoever has the app says yes, in their own language. */
async function everyoneJoins({ chloe, diego, jonas, hana }: Workshop): Promise<void> {
  await Promise.all([
    chloe.join(),
    diego.join(),
    jonas.modal.press(de('modal.join')),
    hana.modal.press(ja('modal.join')),
  ]);
  for (const person of [chloe, diego, jonas, hana]) {
    await expect(person.stage.session).toBeVisible();
  }
}

/** Sessions are gone, so nobody can be left in one. */
async function expectNobodyInside(board: Board): Promise<void> {
  await expect.poll(() => board.sessions()).toEqual({});
}
