/** The adapter (src/board) over the mocked board: the same words whichever way Miro turns out to be. */
import { describe, expect, test } from 'vitest';
import { BoardError } from '../../src/board/errors';
import { connectMiro } from '../../src/board/miro-board';
import type { Board, BoardUser, ItemInfo, Membership } from '../../src/board/port';
import { frameId, itemId, sessionId, userId } from '../../src/breakout/ids';
import type { Surface } from '../harness/world/api';
import type { Dialect } from '../harness/world/dialect';
import { createBench, type Visitor } from '../harness/world/bench';
import { machineOf } from './machine';
import './on-demand';
import { pageTimers } from './page-timers';

const ADDRESS = 'https://app.example/rooms/index.html?_miro=1&_sdk=2#x';

async function scene(dialect: Partial<Dialect> = {}) {
  const bench = createBench({ dialect });
  const { clock, run } = bench;
  const timers = pageTimers({ clock, random: () => 0.5, machine: machineOf(clock) });
  const connect = (who: Visitor, surface?: Surface): Promise<Board> =>
    run(connectMiro(who.miro(surface), { timers, address: ADDRESS, collection: 'breakout' }));
  const [ana, ben] = [bench.join({ name: 'Ana', locale: 'pt_BR' }), bench.join({ name: 'Ben' })];
  const boards = { ana: await connect(ana), ben: await connect(ben) };
  return { ...bench, ana, ben, boards, connect, settle: () => clock.advance(1_000) };
}

const room = { name: 'Apple', color: '#ff0000', description: 'a room' };

test('connecting says who one is and in which language', async () => {
  const { ana, boards } = await scene();
  expect(boards.ana.me).toEqual({ id: ana.id, name: 'Ana' });
  expect(boards.ana.locale).toBe('pt_BR');
});

describe.each(['calls', 'silent'] as const)('storage where a missing key %s', (watchMissing) => {
  test('is watched from the current value on, one answer first, echoes included', async () => {
    const { boards, run, settle } = await scene({ watchMissing });
    const heard: unknown[] = [];
    const stop = await run(boards.ben.storage.watch('plan', (value) => heard.push(value)));
    await settle();
    expect(new Set(heard)).toEqual(new Set([undefined]));
    heard.length = 0;
    await run(boards.ana.storage.write('plan', { n: 1 }));
    await run(boards.ben.storage.write('plan', { n: 2 }));
    await settle();
    expect(heard).toEqual([{ n: 1 }, { n: 2 }]);

    const late: unknown[] = [];
    await run(boards.ana.storage.watch('plan', (value) => late.push(value)));
    await settle();
    expect(late[0]).toEqual({ n: 2 });

    stop();
    stop();
    await run(boards.ana.storage.remove('plan'));
    await settle();
    expect(heard).toHaveLength(2);
    expect(late.at(-1)).toBeUndefined();
    expect(await run(boards.ben.storage.read('plan'))).toBeUndefined();
  });

  test('a subscription that fails leaves no handler behind', async () => {
    const { boards, run, settle, world, ben } = await scene({ watchMissing });
    world.fail({ user: ben.id, command: 'STORAGE_GET', nth: 1 });
    const heard: unknown[] = [];
    const watching = boards.ben.storage.watch('plan', (value) => heard.push(value));
    await expect(run(watching)).rejects.toBeInstanceOf(BoardError);
    heard.length = 0;
    await run(boards.ana.storage.write('plan', 1));
    await settle();
    expect(heard).toEqual([]);
  });
});

test('a viewer who may not write is told so, and what was stored stays', async () => {
  const { boards, run, world, ben } = await scene({ viewersMaySet: false });
  await run(boards.ana.storage.write('plan', 'old'));
  world.updateUser(ben.id, { role: 'viewer' });
  await expect(run(boards.ben.storage.write('plan', 'new'))).rejects.toMatchObject({
    code: 'forbidden',
  });
  await expect(run(boards.ana.storage.write('plan', 'x'.repeat(70_000)))).rejects.toMatchObject({
    code: 'too-large',
  });
  expect(await run(boards.ben.storage.read('plan'))).toBe('old');
});

test('[U4] what is kept with a text is read by everyone, and on a copy of the board', async () => {
  const { boards, run, world } = await scene();
  const items = await run(boards.ana.items());
  const at = { x: 0, y: 0, width: 300, fontSize: 20, align: 'left' } as const;
  const [text, gone] = [
    await run(items.createText({ words: 'Retro', ...at })),
    await run(items.createText({ words: 'Gone', ...at })),
  ];
  expect(await run(items.keep(text, 'set-up', { a: [1] }))).toBe(true);
  await run(items.remove(gone));
  expect(await run(items.keep(gone, 'set-up', 1))).toBe(false);
  const tooMuch = run(items.keep(text, 'set-up', 'x'.repeat(7_000)));
  await expect(tooMuch).rejects.toMatchObject({ code: 'too-large' });

  const copy = createBench();
  copy.world.paste(world.copy());
  const { clock } = copy;
  const timers = pageTimers({ clock, random: () => 0.5, machine: machineOf(clock) });
  const zoe = copy.join({ name: 'Zoe' });
  const hers = await copy.run(
    connectMiro(zoe.miro(), { timers, address: ADDRESS, collection: 'breakout' }),
  );
  const there = await copy.run(hers.items());
  const all = (texts: readonly ItemInfo[]) => texts;
  const kept = await copy.run(there.keptInTexts('set-up', all));
  expect([...kept.values()]).toEqual([{ a: [1] }]);
  expect(kept.has(text)).toBe(false);
  expect([...(await run(items.keptInTexts('set-up', () => [])))]).toEqual([]);
});

test('[A5] nobody is in a session that has ended, though the push of its end was lost', async () => {
  const { boards, run, settle, world, ben } = await scene();
  const { id } = await run(boards.ana.sessions.start(room));
  await run(boards.ben.sessions.join(id));
  world.setNetwork(ben.id, { latencyMs: 0, jitterMs: 0, loss: 1, duplicate: 0 });
  await run(boards.ana.sessions.end(id));
  await settle();
  world.setNetwork(ben.id, { latencyMs: 0, jitterMs: 0, loss: 0, duplicate: 0 });
  expect(await run(boards.ben.sessions.hasJoined(id, userId(ben.id)))).toBe(false);
});

describe.each([
  { sessionEvents: 'typed', usersShape: 'objects' },
  { sessionEvents: 'documented', usersShape: 'ids' },
] as const)('sessions with $sessionEvents events and users as $usersShape', (shapes) => {
  test('report who joins, leaves and answers', async () => {
    const { boards, run, settle, world, ben } = await scene(shapes);
    const { id } = await run(boards.ana.sessions.start(room));
    const heard: Membership[] = [];
    await run(boards.ana.sessions.follow(id, (what) => heard.push(what)));
    await run(boards.ana.sessions.invite(id, [userId(ben.id)]));
    await settle();
    world.answerInvitation(ben.tab, 'accept');
    await settle();
    expect(await run(boards.ana.sessions.users(id))).toEqual([ben.id]);
    expect(await run(boards.ana.sessions.hasJoined(id, userId(ben.id)))).toBe(true);
    await run(boards.ben.sessions.leave(id));
    await settle();
    expect(heard).toEqual(
      expect.arrayContaining([
        {
          type: 'answered',
          session: id,
          user: ben.id,
          accepted: true,
          reason: 'clicked-button',
        },
        { type: 'joined', session: id, user: ben.id },
        { type: 'left', session: id, user: ben.id },
      ]),
    );
    expect(heard).toHaveLength(3);
  });
});

describe.each(['switches', 'rejects'] as const)('where a second join %s', (secondJoin) => {
  test('joining another room leaves the first', async () => {
    const { boards, run, world, ben } = await scene({ secondJoin });
    const first = await run(boards.ana.sessions.start(room));
    const second = await run(boards.ana.sessions.start({ ...room, name: 'Birch' }));
    await run(boards.ben.sessions.join(first.id));
    await run(boards.ben.sessions.join(second.id));
    const inside = world.board().sessions.map(({ name, users }) => [name, users]);
    expect(inside).toEqual([
      ['Apple', []],
      ['Birch', [ben.id]],
    ]);
  });
});

describe('sessions', () => {
  test('are listed for everyone, with who started them, and announced', async () => {
    const { boards, run, settle, ana } = await scene();
    const heard: string[] = [];
    await run(boards.ben.sessions.onStarted(({ name }) => heard.push(`+${name}`)));
    await run(boards.ben.sessions.onEnded((id) => heard.push(`-${id}`)));
    const { id } = await run(boards.ana.sessions.start(room));
    await settle();
    expect(await run(boards.ben.sessions.list())).toEqual([
      { id, name: 'Apple', description: 'a room', starter: ana.id },
    ]);
    await run(boards.ana.sessions.end(id));
    await settle();
    expect(heard).toEqual(['+Apple', `-${id}`]);
    await expect(run(boards.ben.sessions.join(id))).rejects.toMatchObject({ code: 'not-found' });
  });

  test('of another app are in the way, and only the starter may end ours', async () => {
    const { boards, run, world } = await scene({ mayEnd: 'starter' });
    const { id } = await run(boards.ana.sessions.start(room));
    await expect(run(boards.ben.sessions.end(id))).rejects.toMatchObject({ code: 'forbidden' });
    await run(boards.ana.sessions.end(id));
    world.setForeignSession(true);
    await expect(run(boards.ana.sessions.start(room))).rejects.toMatchObject({
      code: 'sessions-taken',
    });
  });

  test('that never were cannot be left', async () => {
    const { boards, run } = await scene();
    await expect(run(boards.ben.sessions.leave(sessionId('none')))).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  test('whose member is brought to a frame move that view', async () => {
    const { boards, run, settle, ben } = await scene();
    const { id } = await run(boards.ana.sessions.start(room));
    await run(boards.ben.sessions.join(id));
    const frame = await run(
      boards.ana.frames.create({
        title: 'Far',
        x: 50_000,
        y: 50_000,
        width: 400,
        height: 300,
        fill: '#ffffff',
      }),
    );
    await run(boards.ana.sessions.bring(userId(ben.id), frame.id));
    await settle();
    const { x, width } = ben.view().viewport;
    expect(x).toBeLessThan(50_000);
    expect(x + width).toBeGreaterThan(50_000);
  });
});

describe('frames', () => {
  const frame = { title: '', x: 0, y: 0, width: 200, height: 200, fill: '#ffffff' };

  test('are listed in reading order, though nobody aligns them to the pixel', async () => {
    const { boards, run } = await scene();
    const at = (title: string, x: number, y: number) =>
      run(boards.ana.frames.create({ ...frame, title, x, y }));
    await at('d', 300, 410);
    await at('b', 300, -20);
    await at('a', 0, 0);
    await at('c', 0, 400);
    const titles = (await run(boards.ana.frames.list())).map(({ title }) => title);
    expect(titles).toEqual(['a', 'b', 'c', 'd']);
  });

  test('are renamed and removed, and say when they are gone', async () => {
    const { boards, run, settle } = await scene();
    const gone: unknown[] = [];
    await run(boards.ben.frames.onDeleted((ids) => gone.push(...ids)));
    const { id } = await run(boards.ana.frames.create({ ...frame, title: 'old' }));
    expect(await run(boards.ben.frames.rename(id, 'new'))).toBe(true);
    expect(await run(boards.ana.frames.get(id))).toMatchObject({ title: 'new', width: 200 });
    await run(boards.ana.frames.remove(id));
    await run(boards.ana.frames.remove(id));
    await settle();
    expect(await run(boards.ana.frames.get(id))).toBeUndefined();
    expect(await run(boards.ana.frames.rename(id, 'newer'))).toBe(false);
    expect(await run(boards.ana.frames.get(frameId('none')))).toBeUndefined();
    expect(gone).toEqual([id]);
  });

  test('are told apart from what else is selected', async () => {
    const { boards, run, settle, world, ana } = await scene();
    const heard: unknown[] = [];
    await run(
      boards.ana.frames.onSelection(({ frames, others }) =>
        heard.push([frames.map(({ title }) => title), others]),
      ),
    );
    const { id } = await run(boards.ana.frames.create({ ...frame, title: 'A' }));
    const note = world.createItem(ana.tab, { type: 'sticky_note', x: 900, y: 900 });
    world.select(ana.tab, [note, id]);
    await settle();
    expect(heard).toEqual([[['A'], 1]]);
  });
});

describe('items', () => {
  const frame = { title: '', x: 0, y: 0, width: 1_000, height: 1_000, fill: '#ffffff' };

  test('[D6] a copy has the words, look, size, turn and tags of its original', async () => {
    const { boards, run, ana } = await scene();
    const from = await run(boards.ana.frames.create(frame));
    const to = await run(boards.ana.frames.create({ ...frame, x: 3_000 }));
    const { board } = ana.miro();
    const made = await run(
      Promise.all([
        board.createStickyNote({
          content: 'a note',
          shape: 'rectangle',
          width: 175,
          style: { fillColor: 'violet', textAlign: 'left', textAlignVertical: 'top' },
          tagIds: ['7'],
        }),
        board.createText({
          content: '<b>a text</b>',
          width: 400,
          rotation: 10,
          style: { color: '#ff0000', fillColor: '#eeeeee', fontSize: 48, textAlign: 'right' },
        }),
        board.createShape({
          content: 'a shape',
          shape: 'star',
          width: 300,
          height: 200,
          rotation: 45,
          linkedTo: 'https://example.com/',
          style: { fillColor: '#ffff00', borderStyle: 'dashed', borderWidth: 6, fillOpacity: 0.5 },
        }),
        board.createCard({
          title: 'a card',
          description: 'says more',
          dueDate: '2026-12-24',
          startDate: '2026-12-01',
          assignee: { userId: ana.id },
          taskStatus: 'in-progress',
          fields: [{ value: 'high' }],
          width: 500,
          tagIds: ['7', '8'],
          style: { cardTheme: '#00ff00', fillBackground: true },
        }),
      ]),
    );
    const items = await boards.ana.items();
    for (const { id } of made) await run(items.adopt(from.id, itemId(id)));
    await run(items.list());

    const ids = ['id', 'x', 'y', 'createdAt', 'modifiedAt', 'parentId', 'relativeTo'];
    const look = async (id: string) => {
      const all = Object.entries(await run(board.getById(id)));
      return Object.fromEntries(all.filter(([key, value]) => !ids.includes(key) && value !== ''));
    };
    for (const { id } of made) {
      const copy = await run(items.copy(itemId(id), { x: 3_100, y: 50, scale: 1 }, to.id));
      expect(await look(copy)).toEqual(await look(id));
      const lies = { parentId: to.id, x: 600, y: 550 };
      expect(await run(board.getById(copy))).toMatchObject(lies);
    }
    const half = [];
    for (const { id } of made) {
      const place = { x: 3_100, y: 50, scale: 0.5 };
      const copy = await run(items.copy(itemId(id), place, to.id));
      half.push(await run(board.getById(copy)));
    }
    expect(half).toMatchObject([
      { width: 87.5, height: expect.closeTo(57) },
      { width: 200, style: { fontSize: 24 } },
      { width: 150, height: 100, style: { fontSize: 10, borderWidth: 6 } },
      { width: 250 },
    ]);
  });

  test('a copy for a frame that has gone is not left behind, and what is copied may have gone', async () => {
    const { boards, run, ana } = await scene();
    const gone = await run(boards.ana.frames.create(frame));
    const to = await run(boards.ana.frames.create({ ...frame, x: 3_000 }));
    const { board } = ana.miro();
    const note = await run(board.createStickyNote({ content: 'a note' }));
    const items = await boards.ana.items();
    const listed = await run(items.list());
    expect(await run(items.look(gone.id))).toMatchObject({ frame: { id: gone.id }, children: [] });
    await run(boards.ana.frames.remove(gone.id));
    expect(await run(items.look(gone.id))).toBeUndefined();
    const place = { x: 0, y: 0, scale: 1 };
    const copying = items.copy(itemId(note.id), place, gone.id);
    await expect(run(copying)).rejects.toMatchObject({ code: 'not-found' });
    expect(await run(items.list())).toHaveLength(listed.length - 1);

    await run(board.remove(note));
    const copy = await run(items.copy(itemId(note.id), { ...place, x: 3_000 }, to.id));
    expect(await run(items.look(to.id))).toMatchObject({ children: [copy] });
    expect(await run(items.remove(copy, () => false))).toBe(false);
    expect(await run(items.remove(copy, ({ words }) => words === 'a note'))).toBe(true);
    expect(await run(items.remove(copy))).toBe(true);
  });

  test('a line is listed with what it connects', async () => {
    const { boards, run, ana } = await scene();
    const { board } = ana.miro();
    const note = await run(board.createStickyNote({ x: 500 }));
    const card = await run(board.createCard({ x: -500 }));
    await run(board.createConnector({ start: { item: note.id }, end: { item: card.id } }));
    const items = await run((await boards.ana.items()).list());
    const lines = items.filter(({ joins }) => joins.length > 0);
    expect(lines).toMatchObject([{ type: 'connector', joins: [note.id, card.id] }]);
  });
});

describe('the interface', () => {
  test('opens the panel beside our page, without the query that Miro gave it', async () => {
    const { boards, run, ana } = await scene();
    expect(await run(boards.ana.ui.openPanel({ tab: 'one' }))).toBe(true);
    expect(ana.view().panel?.url).toBe('https://app.example/rooms/panel.html');
  });

  test('opens a modal once, hands it data, and hears its answer', async () => {
    const { boards, run, connect, ben } = await scene();
    const size = { width: 480, height: 300 };
    const opened = await run(boards.ben.ui.openModal(size, { q: 1 }));
    if (!opened.shown) throw new Error('The modal was not shown.');
    expect(ben.view().modal).toMatchObject({
      url: 'https://app.example/rooms/modal.html',
      ...size,
    });
    expect(await run(boards.ben.ui.openModal(size, {}))).toEqual({ shown: false });

    const inside = await connect(ben, 'modal');
    expect(await run(inside.ui.modalData())).toEqual({ q: 1 });
    // Closing takes the page, and with it whoever would wait for the reply.
    void inside.ui.closeModal({ answer: 'yes' });
    expect(await run(opened.closed)).toEqual({ answer: 'yes' });
  });

  test('tells ✖ from an answer', async () => {
    const { boards, run, world, ben } = await scene();
    const opened = await run(boards.ben.ui.openModal({ width: 480, height: 300 }, null));
    if (!opened.shown) throw new Error('The modal was not shown.');
    world.closeModal(ben.tab);
    expect(await run(opened.closed)).toBeUndefined();
  });

  test.each(['rejects', 'cuts'] as const)(
    'where a long notification %s, ours fits',
    async (longNotification) => {
      const { boards, run, ana } = await scene({ longNotification });
      await run(boards.ana.ui.notify('👩‍👩‍👧'.repeat(40)));
      const shown = ana.view().notifications.at(-1)?.text ?? '';
      expect(shown).toMatch(/^(👩‍👩‍👧)+…$/u);
      expect(shown.length).toBeLessThanOrEqual(80);
    },
  );

  test('hears the icon', async () => {
    const { boards, run, settle, world, ana } = await scene();
    let clicks = 0;
    const stop = await run(boards.ana.ui.onIcon(() => (clicks += 1)));
    world.clickIcon(ana.tab);
    await settle();
    stop();
    await settle();
    world.clickIcon(ana.tab);
    await settle();
    expect(clicks).toBe(1);
  });
});

test('people are counted once, however many tabs they have', async () => {
  const { boards, run, settle, world, ana, ben } = await scene();
  const heard: (readonly BoardUser[])[] = [];
  await run(boards.ana.users.watch((users) => heard.push(users)));
  ben.secondTab();
  await settle();
  const ids = heard.at(-1)?.map(({ id }) => id);
  expect(ids?.toSorted()).toEqual([ana.id, ben.id].toSorted());
  world.setOnline(ben.id, false);
  await settle();
  expect(heard.at(-1)?.map(({ name }) => name)).toEqual(['Ana']);
});

describe('the timer', () => {
  test('runs, is prolonged, paused and stopped', async () => {
    const { boards, run, clock } = await scene();
    const { timer } = boards.ana;
    expect(await run(timer.state())).toBeUndefined();
    await run(timer.start(60_000));
    await clock.advance(10_000);
    await run(timer.prolong(30_000));
    await run(timer.pause());
    const paused = await run(timer.state());
    expect(paused?.running).toBe(false);
    expect(paused?.restMs).toBeCloseTo(80_000, -3);
    await run(timer.resume());
    expect((await run(timer.state()))?.running).toBe(true);
    await run(timer.stop());
    expect(await run(timer.state())).toBeUndefined();
  });

  test('is not there in a free plan', async () => {
    const { boards, run, world, ana } = await scene();
    expect(await run(boards.ana.timer.available())).toBe(true);
    world.updateUser(ana.id, { plan: 'free' });
    expect(await run(boards.ana.timer.available())).toBe(false);
    await expect(run(boards.ana.timer.start(1_000))).rejects.toMatchObject({ code: 'paid-only' });
  });
});

test('events reach others', async () => {
  const { boards, run, settle } = await scene();
  const heard: unknown[] = [];
  const stop = await run(boards.ben.events.on('ready', (payload) => heard.push(payload)));
  await run(boards.ana.events.broadcast('ready', { n: 1 }));
  await settle();
  stop();
  await settle();
  await run(boards.ana.events.broadcast('ready', { n: 2 }));
  await settle();
  expect(heard).toEqual([{ n: 1 }]);
});

test('views are taken and moved', async () => {
  const { boards, run, clock, ben } = await scene();
  const to = { x: 1_000, y: 2_000, width: 800, height: 600 };
  await run(boards.ben.view.glide(to, 800));
  await clock.advance(1_000);
  const seen = await run(boards.ben.view.get());
  expect(seen).toEqual({ ...ben.view().viewport });
  expect(seen.x).toBeLessThanOrEqual(to.x);
  expect(seen.x + seen.width).toBeGreaterThanOrEqual(to.x + to.width);
});
