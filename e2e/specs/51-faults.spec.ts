import { expect, test, type Board } from '../actors/board';
import type { Person } from '../actors/person';
import { COLLECTION, keys } from '../../src/records/keys';
import { almostFull } from '../actors/stored-values';
import { CREDITS_PER_HOUR } from '../harness/world/credits';
import { sentences } from '../harness/world/sentences';

/** Seconds on somebody's clock, of the facilitator's panel or a participant's. */
async function expectSameClock(one: Person, other: Person): Promise<void> {
  const secondsOn = async ({ stage }: Person): Promise<number> => {
    const text = await stage.panelPage.getByRole('timer').innerText();
    const [, minutes = NaN, seconds = NaN] = /(\d+):(\d\d)/.exec(text) ?? [];
    return Number(minutes) * 60 + Number(seconds);
  };
  await expect
    .poll(async () => Math.abs((await secondsOn(one)) - (await secondsOn(other))), {
      message: 'seconds between two clocks',
      timeout: 30_000,
    })
    .toBeLessThanOrEqual(2);
}

async function expectNothingLeft(board: Board, ...people: readonly Person[]): Promise<void> {
  await expect.poll(() => board.sessions()).toEqual({});
  for (const { stage } of people) {
    await expect(stage.session).toHaveCount(0);
    await expect(stage.window).toHaveCount(0);
  }
}

test.describe('people and their tabs', () => {
  test('hidden tab: a conductor and a participant nobody looks at do all that is due', async ({
    board,
  }) => {
    const ana = await board.facilitator('Ana', { clock: 'movable' });
    const ben = await board.participant('Ben', { clock: 'movable' });
    await ana.prepare(1);
    await ana.panel.setLength(5);
    await ana.panel.openRooms();
    for (const name of ['Ana', 'Ben']) {
      await board.operator.setVisible(await board.tabOf(name), false);
    }
    await ben.join();

    await board.pass({ minutes: 5, seconds: 10 });
    // So long without a tick is a sleep: what has been stored meanwhile is read first.
    const run = async () => JSON.stringify((await board.operator.storage())[keys.run]);
    await expect.poll(run).toContain('"phase":"closing"');
    await board.pass({ seconds: 40 });

    await expectNothingLeft(board, ben);
    await expect(ana.panel.heading('Everyone is back')).toBeVisible();
  });

  test('asleep: whoever slept while everything ended is back where they were', async ({
    board,
  }) => {
    const ana = await board.facilitator('Ana', { clock: 'movable' });
    const ben = await board.participant('Ben', { clock: 'movable' });
    await ana.prepare(1);
    const home = await board.viewOf('Ben');
    await ana.open();
    await ben.join();

    const id = await board.idOf('Ben');
    await board.operator.setOnline(id, false);
    await ana.panel.button('Add 5 minutes').click();
    await board.pass({ minutes: 2 });
    await ana.close();
    await board.operator.setOnline(id, true);

    await expectNothingLeft(board, ben);
    await expect.poll(() => board.viewOf('Ben'), { timeout: 30_000 }).toEqual(home);
  });

  test('[A3] [A1] board opened a day later: nobody is asked into a dead breakout, and it is tidied up', async ({
    board,
  }) => {
    const ana = await board.facilitator('Ana');
    const ben = await board.participant('Ben');
    await ana.prepare(1);
    await ana.panel.setNoEnd();
    await ana.open();
    await expect(ben.modal.question).toBeVisible();
    await Promise.all([ana.leave(), ben.leave()]);

    const nextDay = { aheadMinutes: 24 * 60 };
    const later = await board.participant('Ben', nextDay);
    await later.openPanel();
    await expect(later.panel.page.getByRole('heading').first()).toBeVisible();
    const back = await board.facilitator('Ana', nextDay);
    await back.openPanel();
    await expect(later.stage.window).toHaveCount(0);
    await back.close();
    await expectNothingLeft(board, later);
  });
});

test.describe('at the edge of closing', () => {
  test('join while closing, close while joining: nobody is left inside, and everyone is home', async ({
    board,
  }) => {
    const ana = await board.facilitator('Ana');
    const [ben, cem] = [await board.participant('Ben'), await board.participant('Cem')];
    await ana.prepare(1);
    const home = await board.viewOf('Ben');
    await ana.open();
    await expect(ben.modal.question).toBeVisible();
    await expect(cem.modal.question).toBeVisible();
    await board.slow('Ben', 1_200);
    await board.slow('Cem', 1_200);

    // Ben's yes is on its way when the countdown begins, and Cem's when it is cut short.
    await Promise.all([ben.modal.join(), ana.panel.bringEveryoneBack()]);
    await Promise.all([
      // His window may go by itself before he can press: that is no fault either.
      cem.modal.join().catch(() => undefined),
      ana.panel.closeNow(),
    ]);

    await expect(ana.panel.heading('Everyone is back')).toBeVisible({ timeout: 30_000 });
    await expectNothingLeft(board, ben, cem);
    await expect.poll(() => board.viewOf('Ben'), { timeout: 30_000 }).toEqual(home);
    await expect.poll(() => board.viewOf('Cem'), { timeout: 30_000 }).toEqual(home);
  });
});

test.describe('the network and the clocks', () => {
  test('messages delayed, reordered, duplicated or lost, storage pushes included', async ({
    board,
  }) => {
    test.slow();
    const ana = await board.facilitator('Ana');
    const ben = await board.participant('Ben');
    for (const name of ['Ana', 'Ben']) {
      const bad = { jitterMs: 700, loss: 0.15, duplicate: 0.25 };
      await board.operator.setNetwork(await board.idOf(name), bad);
    }
    await ana.prepare(1);
    await ana.panel.openRooms();
    await expect(ana.panel.button('Bring everyone back')).toBeVisible({ timeout: 60_000 });
    await expect(ben.modal.question).toBeVisible({ timeout: 60_000 });
    const room = await ben.modal.room();
    await ben.modal.join();
    await expect(ben.stage.session).toHaveText(`You are in ${room}`, { timeout: 60_000 });
    await expect(ana.panel.numbers).toContainText('1 in', { timeout: 60_000 });
    expect(await board.sessions()).toEqual({ [room]: ['Ben'] });
    await ana.panel.bringEveryoneBack();
    await ana.panel.closeNow();
    await expect(ana.panel.heading('Everyone is back')).toBeVisible({ timeout: 60_000 });
    await expect.poll(() => board.sessions(), { timeout: 60_000 }).toEqual({});
    await expect(ben.stage.session).toHaveCount(0, { timeout: 60_000 });
  });

  test('[I8] [T2] clocks wrong by minutes, clocks stepping: everyone sees the same time left', async ({
    board,
  }) => {
    const ana = await board.facilitator('Ana', { aheadMinutes: 9 });
    const ben = await board.participant('Ben', { aheadMinutes: -7 });
    await ana.prepare(1);
    await ana.open();
    await ben.join();
    await expect(ben.panel.clock).toHaveText(/\b9:\d\d$/, { timeout: 30_000 });
    await expectSameClock(ana, ben);

    await ben.setClock({ minutes: 30 });
    await ana.setClock({ minutes: -3 });
    // Nobody is brought back by a clock that was set, and what is shown agrees again.
    await ana.panel.button('Add 5 minutes').click();
    await expect(ana.panel.clock).toHaveText(/\b14:\d\d$/, { timeout: 30_000 });
    await expect(ben.panel.clock).toHaveText(/\b14:\d\d$/, { timeout: 40_000 });
    await expectSameClock(ana, ben);
    await expect(ben.stage.session).toBeVisible();
    await ana.close();
    await expectNothingLeft(board, ben);
  });
});

test.describe('what others do on the board', () => {
  test('frame renamed, moved or deleted in every phase', async ({ board }) => {
    const ana = await board.facilitator('Ana');
    const ben = await board.participant('Ben');
    await ana.prepare(2);
    const tab = await board.tabOf('Ana');
    const roomNames = await ana.panel.roomNames();
    await expect.poll(async () => (await board.frameTitles()).toSorted()).toEqual(roomNames);
    const frames = (await board.operator.items()).filter(({ type }) => type === 'frame');
    const lost = (name: string) =>
      ana.panel.page.getByRole('main').getByText(`${name}'s frame was deleted.`);
    // Before: one is deleted, and said to be; the other is renamed, and its room with it.
    const [spare = '', kept = ''] = [...roomNames].reverse();
    const frameOf = (name: string) => frames.find(({ text }) => text === name)?.id ?? '';
    await board.operator.deleteItem(tab, frameOf(spare));
    await expect(lost(spare)).toBeVisible();
    await ana.panel.button('Create again').click();
    await expect.poll(() => board.frameTitles()).toContain(spare);
    await board.operator.renameItem(tab, frameOf(kept), 'By hand');

    await ana.open();
    const room = await ben.modal.room();
    await ben.modal.join();
    await expect(ben.stage.session).toHaveText(`You are in ${room}`);
    const now = (await board.operator.items()).filter(({ type }) => type === 'frame');
    const called = (title: string) => now.find(({ text }) => text === title);
    const mine = (called(room) ?? called('By hand'))?.id ?? '';

    // While open: moved, and found where it is now; deleted, and the room goes on.
    await expect(ben.stage.panel).toBeVisible();
    await board.operator.moveItem(tab, mine, { x: 20_000, y: 9_000 });
    await ben.panel.backToFrame();
    await expect.poll(async () => (await board.viewOf('Ben'))[0]).toBeGreaterThan(15_000);
    await board.operator.deleteItem(tab, mine);
    await expect(lost(room)).toBeVisible();
    await expect(ben.stage.session).toHaveText(`You are in ${room}`);

    // Closing and afterwards: the others go, too.
    await ana.panel.bringEveryoneBack();
    for (const { id } of now) if (id !== mine) await board.operator.deleteItem(tab, id);
    await ana.panel.closeNow();
    await expect(ana.panel.heading('Everyone is back')).toBeVisible({ timeout: 20_000 });
    await expectNothingLeft(board, ben);
  });

  test('modal slot taken; modal load time-out: it is said where the question is, and asked again; timer not in the plan: said once, and the breakout is as ever', async ({
    board,
  }) => {
    const ana = await board.facilitator('Ana', { plan: 'free' });
    const [ben, cem] = [await board.participant('Ben'), await board.participant('Cem')];
    await board.operator.setForeignWindow(await board.tabOf('Ben'), true);
    const late = { command: 'UI_OPEN_MODAL', nth: 1, message: 'Cannot open modal: time-out.' };
    await board.operator.fail({ ...late, user: await board.idOf('Cem') });
    await ana.prepare(1);
    const [room = ''] = await ana.panel.roomNames();
    await ana.panel.more('Settings');
    await ana.panel.page.getByLabel("Show Miro's board timer while rooms are open").check();
    await ana.panel.back();
    await ana.open();
    await expect(ana.panel.page.getByText("Miro's timer isn't in this plan.")).toBeVisible();

    await ben.expectNotified(`${room} is open. To join, click the Breakout Rooms icon.`);
    await expect(cem.modal.question).toBeVisible({ timeout: 30_000 });
    await board.operator.setForeignWindow(await board.tabOf('Ben'), false);
    await ben.join();
    await cem.join();
    await expect(ana.panel.clock).toHaveText(/\b9:\d\d$/);
    await ana.close();
    await expectNothingLeft(board, ben, cem);
  });

  test('role given, and taken away while a page or a dialog is open: it closes with the reason, and does nothing', async ({
    board,
  }) => {
    const ana = await board.facilitator('Ana');
    const ben = await board.facilitator('Ben');
    await ana.prepare(1);
    await ben.openPanel();
    await ana.panel.more('Facilitators');
    const given = () => ana.panel.button('Make Ben a facilitator').click();
    const taken = () => ana.panel.button('Ben is no longer a facilitator').click();
    const why = ben.panel.page.getByText("You're no longer a facilitator");
    await given();
    await ben.panel.more('Settings');
    await expect(ben.panel.heading('Settings')).toBeVisible();
    await taken();
    await expect(ben.panel.heading('Settings')).toHaveCount(0);
    await expect(why).toBeVisible();
    await expect(ben.panel.heading("You're all set")).toBeVisible();

    await given();
    await ben.panel.more('Remove everything stored on this board…');
    await ben.panel.button('Remove everything…').click();
    await expect(ben.panel.button('Yes, remove everything')).toBeVisible();
    await taken();
    await expect(ben.panel.button('Yes, remove everything')).toHaveCount(0);
    await expect(why).toBeVisible();
    expect(Object.keys(await board.operator.storage())).toContain('plan');
  });
});

test.describe('stored values', () => {
  test('[M8] [M11] [M12] near 64 KB, malformed, of a newer version: said in words, with a way out', async ({
    board,
  }) => {
    const { operator } = board;
    const ana = await board.facilitator('Ana');
    const ben = await board.participant('Ben');
    await ana.prepare(1);

    // As large as it may be: one more task is too much, opening is not.
    const main = ana.panel.page.getByRole('main');
    const { plan } = await operator.storage();
    await operator.putStorage(COLLECTION, keys.plan, almostFull(plan));
    const task = ana.panel.page.getByRole('textbox', { name: 'Task for all rooms' });
    await task.fill('課題'.repeat(250));
    const full = main.getByText("This breakout's data is full.");
    await expect(full).toBeVisible();
    await task.fill('Short');
    await ana.open();
    await expect(ben.modal.question).toContainText('Short');
    await ben.join();

    // Nobody can read it any more: the copy on this screen can.
    await operator.putStorage(COLLECTION, keys.run, { v: 1, data: 'nonsense' });
    const unreadable = main.getByText("What is under way can't be read.");
    await expect(unreadable).toBeVisible();
    await ana.panel.button("Repair from this screen's copy").click();
    await expect(unreadable).toHaveCount(0);
    await expect(ana.panel.numbers).toContainText('1 in');

    // Somebody has the next version: here it is a matter of reloading, and nothing is written over it.
    const newer = { v: 99, data: {} };
    await operator.putStorage(COLLECTION, keys.plan, newer);
    for (const { stage } of [ana, ben]) {
      const why = 'This breakout was made with a newer version.';
      await expect(stage.panelPage.getByRole('heading', { name: why })).toBeVisible();
      await expect(stage.panelPage.getByRole('button', { name: 'Reload' })).toBeVisible();
    }
    expect((await operator.storage())[keys.plan]).toEqual(newer);
  });
});

test.describe('what Miro refuses', () => {
  test('session slot held by another app: rooms work without sessions, and it is said', async ({
    board,
  }) => {
    await board.operator.setForeignSession(true);
    const ana = await board.facilitator('Ana');
    const ben = await board.participant('Ben');
    await ana.prepare(1);
    const home = await board.viewOf('Ben');
    await ana.open();
    const room = await ben.modal.room();
    await ben.modal.join();
    await ben.stage.expectFrameInView(room);
    const told = ana.panel.page
      .getByRole('main')
      .getByText("Another app is using Miro's sessions.");
    await expect(told).toBeVisible();
    await expect(ana.panel.numbers).toContainText('1 in');
    expect(await board.sessions()).toEqual({});

    await ana.close();
    await expect.poll(() => board.viewOf('Ben')).toEqual(home);
  });

  test('[R9] rate limit hit, by the hour: said, and everyone is home in time', async ({
    board,
  }) => {
    const ana = await board.facilitator('Ana', { clock: 'movable' });
    const ben = await board.participant('Ben', { clock: 'movable' });
    await ana.prepare(1);
    const home = await board.viewOf('Ben');
    await ana.panel.setLength(5);
    await ana.open();
    await ben.join();
    const message = sentences.rateLimit(CREDITS_PER_HOUR, 'hour');
    const user = await board.idOf('Ana');
    await board.operator.fail({ user, only: 'priced', nth: 1, forEver: true, message });
    const told = ana.panel.page.getByRole('main').getByText('Miro limits how much this app may do');
    // Whoever has slept for longer listens anew, before anybody is said to be silent; and a call
    // that is still unanswered after two such leaps is no refusal.
    await expect(async () => {
      await board.pass({ seconds: 12 });
      await expect(told).toBeVisible({ timeout: 2_000 });
    }).toPass({ timeout: 30_000 });

    await board.pass({ minutes: 6 });
    await expect.poll(() => board.viewOf('Ben'), { timeout: 30_000 }).toEqual(home);
    await board.operator.clearFailures();
    await board.pass({ minutes: 11 });
    // What has been stored meanwhile is read before the countdown begins.
    await expect(async () => {
      await board.pass({ seconds: 12 });
      await expect(ana.panel.heading('Everyone is back')).toBeVisible({ timeout: 2_000 });
    }).toPass({ timeout: 45_000 });
    await expectNothingLeft(board, ben);
  });
});
