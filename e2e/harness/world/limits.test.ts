import { describe, expect, test } from 'vitest';
import { createBench } from './bench';
import { CREDITS_PER_HOUR, CREDITS_PER_MINUTE } from './credits';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const GET_PRICE = 500;

describe('D:websdk-reference-rate-limiting', () => {
  test('set costs 50, get of items 500, and what is not in the table nothing', async () => {
    const { join, run, world } = createBench();
    const { board } = join({ name: 'Ana' }).miro();
    const used = () => world.board().users[0]?.credits.minute;
    await run(board.storage.collection('c').set('k', 1));
    expect(used()).toBe(50);
    await run(board.get({ type: 'frame' }));
    expect(used()).toBe(50 + GET_PRICE);
    await run(board.ui.openModal({ url: 'modal.html' }));
    await run(board.notifications.showInfo('hello'));
    await run(board.storage.collection('c').onValue('k', () => {}));
    expect(used()).toBe(50 + GET_PRICE);
  });

  test('past 100,000 in a minute calls reject, until the minute is over', async () => {
    const { join, run, clock } = createBench();
    const { board } = join({ name: 'Ana' }).miro();
    for (let used = 0; used < CREDITS_PER_MINUTE; used += GET_PRICE) await run(board.get());
    await expect(run(board.get())).rejects.toThrow(
      'The API rate limit was exceeded. Requests can use up to 100000 credits in total per minute.',
    );
    await expect(run(board.getUserInfo())).rejects.toThrow('per minute');
    await clock.advance(MINUTE_MS);
    await run(board.get());
  });

  test('past 1,000,000 in an hour calls reject, and a new minute does not help', async () => {
    const { join, run, clock } = createBench();
    const { board } = join({ name: 'Ana' }).miro();
    for (let used = 0; used < CREDITS_PER_HOUR; used += GET_PRICE) {
      if (used % CREDITS_PER_MINUTE === 0) await clock.advance(MINUTE_MS);
      await run(board.get());
    }
    await clock.advance(MINUTE_MS);
    await expect(run(board.get())).rejects.toThrow(
      'The API rate limit was exceeded. Requests can use up to 1000000 credits in total per hour.',
    );
    await clock.advance(HOUR_MS);
    await run(board.get());
  });

  test('a refused call has done nothing', async () => {
    const { join, run, world } = createBench();
    const { board } = join({ name: 'Ana' }).miro();
    for (let used = 0; used < CREDITS_PER_MINUTE; used += GET_PRICE) await run(board.get());
    await expect(run(board.storage.collection('c').set('k', 1))).rejects.toThrow();
    expect(world.storage().size).toBe(0);
  });
});

describe('D:websdk-reference-error-handling: permissions', () => {
  test('a missing scope is named, with the command and the app', async () => {
    const { join, run } = createBench({ scopes: ['boards:read'] });
    const { board } = join({ name: 'Ana' }).miro();
    await run(board.getOnlineUsers());
    await expect(run(board.storage.collection('c').set('k', 1))).rejects.toThrow(
      /STORAGE_SET: app \d+ lacks permission boards:write/,
    );
    await expect(run(board.getUserInfo())).rejects.toThrow('identity:read');
  });

  test('a viewer may not change items', async () => {
    const { join, run } = createBench();
    const { board } = join({ name: 'Vic', role: 'viewer' }).miro();
    await expect(run(board.createFrame())).rejects.toThrow('does not have permissions');
    expect(await run(board.get())).toEqual([]);
  });

  test('a role that is taken away counts from the next call', async () => {
    const { join, run, world } = createBench();
    const ana = join({ name: 'Ana' });
    const frame = await run(ana.miro().board.createFrame({ width: 200, height: 200 }));
    world.updateUser(ana.id, { role: 'viewer' });
    frame.title = 'Birch';
    await expect(run(frame.sync())).rejects.toThrow('does not have permissions');
    expect(world.items()[0]?.text).not.toBe('Birch');
  });

  test('D:websdk-reference-timer: not on the free plan; canUse says so beforehand', async () => {
    const { join, run } = createBench();
    const { board } = join({ name: 'Ana', plan: 'free' }).miro();
    expect(await run(board.canUse('timer'))).toBe(false);
    await expect(run(board.timer.start(1000))).rejects.toThrow('available only on paid plans');
  });
});

describe('calls that are told to fail', () => {
  test('the k-th call of a command by a user rejects, once', async () => {
    const { join, run, world } = createBench();
    const [ana, ben] = [join({ name: 'Ana' }), join({ name: 'Ben' })];
    world.fail({ user: ana.id, command: 'STORAGE_SET', nth: 2, message: 'Nope' });
    const set = (who: typeof ana, value: number) =>
      run(who.miro().board.storage.collection('c').set('k', value));
    await set(ben, 1);
    await set(ana, 2);
    await run(ana.miro().board.getUserInfo());
    await expect(set(ana, 3)).rejects.toThrow('Nope');
    expect(world.storage().get('k')).toBe(2);
    await set(ana, 4);
  });

  test('or for ever after, until the rules are cleared', async () => {
    const { join, run, world } = createBench();
    const { board } = join({ name: 'Ana' }).miro();
    world.fail({ nth: 1, forEver: true });
    await expect(run(board.getUserInfo())).rejects.toThrow();
    await expect(run(board.getOnlineUsers())).rejects.toThrow();
    world.clearFailures();
    await run(board.getUserInfo());
  });

  test('any call counts when no command is named, those without a price included', async () => {
    const { join, run, world } = createBench();
    const ana = join({ name: 'Ana' });
    const { board } = ana.miro();
    const calls: (() => Promise<unknown>)[] = [
      () => board.notifications.showInfo('hello'),
      () => board.ui.openModal({ url: 'modal.html' }),
      () => board.storage.collection('c').onValue('k', () => {}),
    ];
    world.fail({ user: ana.id, nth: 1, forEver: true });
    for (const call of calls) await expect(run(call())).rejects.toThrow();
    expect(world.board().failures).toMatchObject([{ user: ana.id, failed: calls.length }]);
  });

  test('or only those that cost credits', async () => {
    const { join, run, world } = createBench();
    const { board } = join({ name: 'Ana' }).miro();
    world.fail({ only: 'priced', nth: 1 });
    await run(board.notifications.showInfo('hello'));
    await expect(run(board.getUserInfo())).rejects.toThrow();
  });

  test('a rule for a command that does not exist is refused', () => {
    const { world } = createBench();
    expect(() => world.fail({ command: 'CREATE_FRAME', nth: 1 })).toThrow(
      'Unknown command CREATE_FRAME.',
    );
    expect(world.board().failures).toEqual([]);
    for (const command of world.commands()) world.fail({ command, nth: 1 });
  });

  test('a watch that failed hears nothing afterwards', async () => {
    const { join, run, world, clock } = createBench();
    const ana = join({ name: 'Ana' });
    const collection = ana.miro().board.storage.collection('c');
    world.fail({ command: 'STORAGE_WATCH', nth: 1 });
    const watching = collection.onValue('k', () => void ana.heard().push('heard'));
    await expect(run(watching)).rejects.toThrow();
    await run(collection.set('k', 1));
    await clock.advance(100);
    expect(ana.heard()).toEqual([]);
  });
});

describe('a board does not grow without end', () => {
  const scene = () => {
    const bench = createBench({ bounds: { people: 2, tabs: 3, items: 2 } });
    return { ...bench, ana: bench.join({ name: 'Ana' }) };
  };

  test('people, and tabs of one', () => {
    const { world, ana } = scene();
    const ben = world.addUser({ name: 'Ben' });
    expect(() => world.addUser({ name: 'Cem' })).toThrow('Too many people');
    world.removeUser(ben);
    world.addUser({ name: 'Cem' });
    ana.secondTab();
    ana.secondTab();
    expect(() => world.openTab(ana.id)).toThrow('too many tabs');
  });

  test('items, by hand and by an app', async () => {
    const { world, run, ana } = scene();
    const note = { type: 'sticky_note', x: 0, y: 0 };
    world.createItem(ana.tab, note);
    await run(ana.miro().board.createStickyNote({}));
    expect(() => world.createItem(ana.tab, note)).toThrow('more items');
    await expect(run(ana.miro().board.createStickyNote({}))).rejects.toThrow('more items');
  });
});

describe('storage as anybody may have left it', () => {
  test('everyone hears what is put there, and that it was taken away', async () => {
    const { join, run, world, clock } = createBench();
    const ana = join({ name: 'Ana' });
    const collection = ana.miro().board.storage.collection('c');
    await run(collection.onValue('k', (value) => void ana.heard().push(value ?? 'gone')));
    world.putStorage('c', 'k', { v: 'x' });
    await clock.advance(100);
    world.putStorage('c', 'k');
    await clock.advance(100);
    expect(ana.heard()).toEqual([{ v: 'x' }, 'gone']);
    expect(await run(collection.get('k'))).toBeUndefined();
  });

  test('the board takes no larger value than from an app', () => {
    const { world } = createBench();
    expect(() => world.putStorage('c', 'k', 'x'.repeat(64 * 1024))).toThrow();
    expect(world.storage().size).toBe(0);
  });
});
