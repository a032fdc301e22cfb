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
  /** Where Chloé looks before it all begins. */
  readonly home: readonly number[];
}

const de = wordsOf('de');
const ja = wordsOf('ja_JP');

test.use({ browsers: 'each' });

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
  const home = await board.viewOf('Chloé');
  const workshop: Workshop = { board, ana, ben, chloe, diego, jonas, hana, eva, home };

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

/** Somebody has no app, somebody comes late, help is called, time is added. */
async function firstRound(workshop: Workshop): Promise<Participant> {
  const { board, ana, ben, chloe, eva } = workshop;
  await ana.open();
  await expect(chloe.modal.question).toBeVisible();
  await chloe.reload();
  await everyoneJoins(workshop);
  const rooms = await ana.panel.roomNames();
  await eva.acceptMiro(rooms);
  const [first = '', second = ''] = rooms;
  await board.writeNotes('Ana', first, ['Pair up once a week', 'Shorter stand-ups']);
  await board.writeNotes('Ana', second, ['A quiet hour', 'Demos on Fridays']);

  const lena = await board.participant('Léna');
  expect(rooms).toContain(await lena.join());
  await lena.openPanel();
  await expect(lena.panel.clock).toBeVisible();

  const room = await chloe.room();
  await chloe.reload();
  await expect.poll(() => chloe.room()).toBe(room);
  await backAtTheirFrame(chloe, room);
  await chloe.panel.askForHelp("We're stuck");
  await ben.panel.button(`Go to Chloé in ${room}`).click();
  await chloe.expectNotified('Ben is on the way');
  await ben.panel.button('Done').click();

  const before = await ana.panel.secondsLeft();
  await ben.panel.button('Add 5 minutes').click();
  await expect.poll(() => ana.panel.secondsLeft()).toBeGreaterThan(before + 200);
  await chloe.expectNotified(/^Ben added 5 minutes/);

  await ana.close();
  await expectNobodyInside(board);
  // Whoever is still where they were when the next rooms open would be brought back to there.
  await expectHome(workshop);
  await expect(ana.panel.page.getByText(/^Round 1 · \d+ min · 6 took part\b/)).toBeVisible();
  await expect(ana.panel.page.getByText('1 without the app stays where they are')).toBeVisible();
  return lena;
}

/** New groups; one is reloaded right after saying yes, and again on the way to another room. */
async function secondRound(workshop: Workshop, lena: Participant): Promise<void> {
  const { board, ana, chloe, diego } = workshop;
  await ana.panel.prepareRound(2);
  await ana.open();
  const room = await chloe.modal.room();
  await chloe.modal.join();
  await board.expectAnswered('Chloé');
  await chloe.reload();
  await expect.poll(() => chloe.room()).toBe(room);
  await everyoneJoins(workshop);
  await lena.join();

  const other = (await ana.panel.roomNames()).find((name) => name !== room) ?? '';
  await ana.panel.openRoom(room);
  await ana.panel.move('Chloé', other);
  await chloe.modal.go();
  await board.expectAnswered('Chloé');
  await chloe.reload();
  await expect.poll(() => chloe.room()).toBe(other);
  await backAtTheirFrame(chloe, other);
  await ana.panel.back();

  await ana.panel.sendMessage('Two more minutes, please');
  await diego.expectNotified(/Two more minutes, please/);
  await ana.panel.back();
  await ana.close();
  await expectNobodyInside(board);
  await expectHome(workshop);
}

/** The same groups once more; one is reloaded in the countdown, and so is who had opened the rooms. */
async function thirdRound(workshop: Workshop, lena: Participant): Promise<void> {
  const { board, ana, ben, chloe, eva } = workshop;
  await ana.panel.nextGroups('Same groups').check();
  await ana.panel.prepareRound(3);
  await ana.open();
  await everyoneJoins(workshop);
  await lena.join();
  await ana.reload();
  await ben.openPanel();
  await ben.panel.bringEveryoneBack();
  await chloe.reload();
  await chloe.openPanel();
  await expect(chloe.panel.button('Go back now')).toBeVisible();
  await ben.panel.closeNow();
  await expect(ben.panel.heading('Everyone is back')).toBeVisible({ timeout: 20_000 });
  await expectNobodyInside(board);
  await expectHome(workshop);
  await expect(chloe.panel.heading('Welcome back')).toBeVisible();
  for (const person of [chloe, lena, eva]) await expect(person.stage.window).toHaveCount(0);
  await expect(eva.stage.invitation(/ invites you to /)).toHaveCount(0);
}

async function whatRemains({ board, ben }: Workshop): Promise<void> {
  const { page } = ben.panel;
  await ben.panel.button('Who was where…').click();
  await expect(page.getByRole('table')).toHaveCount(2);
  for (const name of ['Chloé', '花', 'Léna']) {
    await expect(page.getByRole('rowheader', { name })).toHaveCount(1);
  }
  await expect(page.getByRole('list', { name: 'Never joined' })).toContainText('Eva');
  await ben.panel.field('Round').selectOption('Round 1');
  await expect(page.getByRole('rowheader', { name: 'Eva' })).toHaveCount(1);
  await ben.panel.back();

  await ben.panel.button('Collect notes…').click();
  await ben.panel.button('Collect 4 notes').click();
  await expect(ben.panel.sentence('4 notes were collected.')).toBeVisible();
  await ben.panel.button('Go to the results').click();
  await ben.stage.expectFrameInView('Collected notes');
  expect((await board.inFrame('Collected notes')).map(({ text }) => text)).toEqual(
    expect.arrayContaining(['Pair up once a week', 'A quiet hour']),
  );
}

/** Whose tab was reloaded on the way to a room is brought back only when it is sure that no other tab will be. */
async function expectHome({ board, home }: Workshop): Promise<void> {
  await expect.poll(() => board.viewOf('Chloé'), { timeout: 30_000 }).toEqual(home);
}

/** By their panel: where a view stands that was reloaded while it moved is anybody's guess. */
async function backAtTheirFrame(person: Participant, room: string): Promise<void> {
  await person.openPanel();
  await person.panel.backToFrame();
  await person.stage.expectFrameInView(room);
}

/** Whoever has the app and is in no room yet says yes, in their own language. */
async function everyoneJoins({ chloe, diego, jonas, hana }: Workshop): Promise<void> {
  const isIn = await chloe.stage.session.isVisible();
  await Promise.all([
    ...(isIn ? [] : [chloe.join()]),
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
