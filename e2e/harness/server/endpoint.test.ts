import { createServer, type Server } from 'node:http';
import { connect as connectTcp, type AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { Boards } from './boards';
import { RESTARTED } from './endings';
import { createEndpoint } from './endpoint';
import { furnish } from './furnish';
import { MAX_LINKS, MAX_MESSAGE_BYTES, MESSAGES_AT_ONCE, MESSAGES_PER_SECOND } from './limits';
import { connectOperator } from './operator';
import type { AppInfo, ServerMessage } from './protocol';

const scopes = ['boards:read', 'identity:read'];
const app: AppInfo = { name: 'App', address: '/index.html', icon: null, origin: null, scopes };

const MAX_TEST_CONNECTIONS = 8;

let server: Server;
let boards: Boards;
let endpoint: ReturnType<typeof createEndpoint>;
let host: string;

beforeEach(async () => {
  boards = new Boards(furnish);
  endpoint = createEndpoint({
    boards,
    open: false,
    app: () => Promise.resolve(app),
    shared: false,
    maxConnections: MAX_TEST_CONNECTIONS,
  });
  server = createServer();
  server.on('upgrade', endpoint.upgrade);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(async () => {
  endpoint.close();
  boards.close();
  await new Promise((resolve) => server.close(resolve));
});

/** A raw socket, with everything that arrives and a way to wait for something. */
function connect(path: string, origin?: string) {
  const socket = new WebSocket(`ws://${host}${path}`, origin === undefined ? {} : { origin });
  const heard: ServerMessage[] = [];
  const listeners = new Set<() => void>();
  socket.on('message', (data) => {
    heard.push(JSON.parse(String(data)) as ServerMessage);
    for (const listen of [...listeners]) listen();
  });
  const closed = new Promise<number>((resolve) => {
    socket.on('close', resolve);
  });
  const refused = new Promise<string>((resolve) => {
    socket.on('error', ({ message }) => {
      resolve(message);
    });
  });
  const hears = <T extends ServerMessage['t']>(
    t: T,
    matches: (message: Extract<ServerMessage, { t: T }>) => boolean = () => true,
  ): Promise<Extract<ServerMessage, { t: T }>> =>
    new Promise((resolve) => {
      const look = (): void => {
        const found = heard.find(
          (one): one is Extract<ServerMessage, { t: T }> =>
            one.t === t && matches(one as Extract<ServerMessage, { t: T }>),
        );
        if (!found) return;
        listeners.delete(look);
        resolve(found);
      };
      listeners.add(look);
      look();
    });
  const say = (message: unknown): void => {
    socket.send(JSON.stringify(message));
  };
  return { socket, heard, closed, refused, hears, say };
}

describe('a person', () => {
  test('enters by name, and is somebody the board knows from then on', async () => {
    const first = connect('/stage/socket?board=b&user=Ana&locale=de&role=viewer&authorised=no');
    const { user, tab } = await first.hears('welcome');
    const { board } = await first.hears('board', (one) => one.board.users.length > 0);
    expect(board.users[0]).toMatchObject({
      id: user,
      name: 'Ana',
      locale: 'de',
      role: 'viewer',
      authorised: false,
    });
    const second = connect('/stage/socket?board=b&user=Ana');
    const again = await second.hears('welcome');
    expect(again.user).toBe(user);
    expect(again.tab).not.toBe(tab);
  });

  test('acts in their own tab only: the server puts it in front', async () => {
    const ana = connect('/stage/socket?board=b&user=Ana');
    await ana.hears('welcome');
    ana.say({
      t: 'call',
      id: 1,
      method: 'createItem',
      args: [{ type: 'frame', x: 1, y: 2, text: 'Cedar' }],
    });
    expect(await ana.hears('answer')).toMatchObject({ id: 1, ok: true });
    const { changed } = await ana.hears('items', (one) => one.changed.length > 0);
    expect(changed[0]).toMatchObject({ type: 'frame', text: 'Cedar' });
  });

  test('may not do what operators do', async () => {
    const ana = connect('/stage/socket?board=b&user=Ana');
    await ana.hears('welcome');
    ana.say({ t: 'call', id: 1, method: 'setForeignSession', args: [true] });
    ana.say({ t: 'call', id: 2, method: 'constructor', args: [] });
    for (const id of [1, 2]) {
      expect(await ana.hears('answer', (one) => one.id === id)).toMatchObject({ ok: false });
    }
  });

  test('speaks for pages in their own tab only', async () => {
    const [ana, ben] = [
      connect('/stage/socket?board=b&user=Ana'),
      connect('/stage/socket?board=b&user=Ben'),
    ];
    const { tab } = await ana.hears('tab');
    await ben.hears('welcome');
    const slot = tab.background?.id ?? '';
    ben.say({ t: 'attach', link: 'l', slot });
    ben.say({ t: 'request', link: 'l', id: 1, command: 'GET_USER_INFO', args: {} });
    ana.say({ t: 'attach', link: 'l', slot });
    ana.say({ t: 'request', link: 'l', id: 1, command: 'GET_USER_INFO', args: {} });
    expect(await ana.hears('reply')).toMatchObject({ ok: true, value: { name: 'Ana' } });
    expect(ben.heard.some(({ t }) => t === 'reply')).toBe(false);
  });

  test('has an app that may do what its manifest asks for, and nothing else', async () => {
    const ana = connect('/stage/socket?board=b&user=Ana');
    const { tab } = await ana.hears('tab');
    ana.say({ t: 'attach', link: 'l', slot: tab.background?.id ?? '' });
    const args = { collection: 'c', key: 'k', value: 1 };
    ana.say({ t: 'request', link: 'l', id: 1, command: 'STORAGE_GET', args });
    ana.say({ t: 'request', link: 'l', id: 2, command: 'STORAGE_SET', args });
    expect(await ana.hears('reply', ({ id }) => id === 1)).toMatchObject({ ok: true });
    const refused = await ana.hears('reply', ({ id }) => id === 2);
    expect(refused.ok ? '' : refused.message).toContain('lacks permission boards:write');
  });

  test('leaves when the socket closes', async () => {
    const operator = await connectOperator({ origin: `http://${host}`, board: 'b' });
    const ana = connect('/stage/socket?board=b&user=Ana');
    await operator.until('Ana is online', ({ users }) => users[0]?.online === true);
    ana.socket.close();
    await operator.until('Ana is gone', ({ users }) => users[0]?.tabs.length === 0);
    operator.close();
  });
});

describe('an operator', () => {
  test('does everything by name, and hears of it', async () => {
    const operator = await connectOperator({ origin: `http://${host}`, board: 'b' });
    const id = await operator.addUser({ name: 'Zoe', plan: 'free' });
    const tab = await operator.openTab(id);
    await operator.setNetwork(id, { latencyMs: 50 });
    await operator.setDialect({ secondJoin: 'rejects' });
    const board = await operator.board();
    expect(board.dialect.secondJoin).toBe('rejects');
    expect(board.users[0]).toMatchObject({ name: 'Zoe', plan: 'free', network: { latencyMs: 50 } });
    expect((await operator.tab(tab))?.user).toBe(id);
    expect(await operator.storage()).toEqual({});
    await operator.putStorage('c', 'k', { v: 99 });
    expect(await operator.storage()).toEqual({ k: { v: 99 } });
    await operator.putStorage('c', 'k');
    expect(await operator.storage()).toEqual({});
    operator.close();
  });

  test('is told what is wrong with a call', async () => {
    const operator = await connectOperator({ origin: `http://${host}`, board: 'b' });
    await expect(operator.closeTab('no such tab')).rejects.toThrow('no such tab');
    await expect(operator.fail({ nth: 0 })).rejects.toThrow();
    operator.close();
    await expect(operator.board()).rejects.toThrow('closed');
  });

  test('lets time pass for the board', async () => {
    const operator = await connectOperator({ origin: `http://${host}`, board: 'b' });
    const tab = await operator.openTab(await operator.addUser({ name: 'Zoe' }));
    await operator.startTimer(tab, 300_000);
    await operator.pass(299_000);
    expect((await operator.board()).timer.restMs).toBeLessThanOrEqual(1_000);
    await operator.pass(1_000);
    expect((await operator.board()).timer.status).toBe('STOPPED');
    operator.close();
  });

  test('duplicates the board: its items come along, and nothing of what the app stored', async () => {
    const operator = await connectOperator({ origin: `http://${host}`, board: 'b' });
    const tab = await operator.openTab(await operator.addUser({ name: 'Zoe' }));
    const id = await operator.createItem(tab, { type: 'frame', x: 0, y: 0, text: 'Cedar' });
    await operator.putStorage('c', 'k', 1);
    await operator.duplicateBoard('b-2');
    const copy = await connectOperator({ origin: `http://${host}`, board: 'b-2' });
    const items = await copy.items();
    expect(items).toMatchObject([{ type: 'frame', text: 'Cedar' }]);
    expect(items[0]?.id).not.toBe(id);
    expect(await copy.storage()).toEqual({});
    expect((await copy.board()).users).toEqual([]);
    await expect(operator.duplicateBoard('b-2')).rejects.toThrow('already');
    await expect(operator.duplicateBoard('no such name')).rejects.toThrow();
    operator.close();
    copy.close();
  });

  test('duplicates it with its people as they are now, each with the same id, and in the same Miro', async () => {
    const operator = await connectOperator({ origin: `http://${host}`, board: 'b' });
    const zoe = { name: 'Zoe', role: 'viewer', plan: 'free', locale: 'fr' } as const;
    const id = await operator.addUser({ ...zoe, authorised: false });
    await operator.openTab(id);
    await operator.updateUser(await operator.addUser({ name: 'Yui' }), { name: 'Yui T.' });
    await operator.setDialect({ secondJoin: 'rejects' });
    await operator.duplicateBoard('b-2', { people: true });
    const copy = await connectOperator({ origin: `http://${host}`, board: 'b-2' });
    const { users, dialect } = await copy.board();
    expect(users).toMatchObject([
      { ...zoe, id, authorised: false, online: false, tabs: [] },
      { name: 'Yui T.', role: 'editor', plan: 'paid', authorised: true, tabs: [] },
    ]);
    expect(dialect.secondJoin).toBe('rejects');
    operator.close();
    copy.close();
  });

  test('begins the board anew: nothing of it is left, and everyone is told to come again', async () => {
    const operator = await connectOperator({ origin: `http://${host}`, board: 'b' });
    const ana = connect('/stage/socket?board=b&user=Ana');
    const { user } = await ana.hears('welcome');
    await operator.putStorage('c', 'k', 1);
    await operator.restart();
    expect(await ana.closed).toBe(RESTARTED);
    const again = connect('/stage/socket?board=b&user=Ana');
    expect((await again.hears('welcome')).user).not.toBe(user);
    const next = await connectOperator({ origin: `http://${host}`, board: 'b' });
    expect(await next.storage()).toEqual({});
    expect((await next.board()).users.map(({ name }) => name)).toEqual(['Ana']);
    operator.close();
    next.close();
  });

  test('finds a new board furnished as asked, and an old one as it is', async () => {
    const first = await connectOperator({
      origin: `http://${host}`,
      board: 'b',
      furnish: 'people',
    });
    expect((await first.board()).users.map(({ name }) => name)).toEqual([
      'Ana',
      'Ben',
      'Chloé',
      'Diego',
    ]);
    expect(await first.items()).toEqual([]);
    const second = await connectOperator({
      origin: `http://${host}`,
      board: 'b',
      furnish: 'frames',
    });
    expect(await second.items()).toEqual([]);
    first.close();
    second.close();
  });
});

describe('the door', () => {
  test('is shut to pages of other origins', async () => {
    const stranger = connect('/stage/socket?board=b&user=Eve', 'https://example.com');
    expect(await stranger.refused).toContain('403');
    expect(boards.size).toBe(0);
  });

  test('is shut without a board, and with a strange one', async () => {
    expect(await connect('/operator').refused).toContain('400');
    expect(await connect('/operator?board=..%2F..').refused).toContain('400');
  });

  test('ends a conversation that is not of this protocol', async () => {
    const odd = connect('/operator?board=b');
    await odd.hears('welcome');
    odd.say({ t: 'something' });
    expect(await odd.closed).toBe(1008);
  });

  test('ends a conversation with a message too large', async () => {
    const loud = connect('/operator?board=b');
    await loud.hears('welcome');
    loud.socket.send('x'.repeat(MAX_MESSAGE_BYTES + 1));
    expect(await loud.closed).toBe(1009);
  });

  test('keeps boards apart', async () => {
    const [one, two] = [
      await connectOperator({ origin: `http://${host}`, board: 'one' }),
      await connectOperator({ origin: `http://${host}`, board: 'two' }),
    ];
    await one.addUser({ name: 'Ana' });
    expect((await two.board()).users).toEqual([]);
    one.close();
    two.close();
  });
});

/** Everything that may be sent raw, up to what the server answers before it hangs up. */
const sendRaw = (text: string | Buffer): Promise<string> =>
  new Promise((resolve) => {
    const { port } = server.address() as AddressInfo;
    const socket = connectTcp(port, '127.0.0.1', () => socket.write(text));
    let answer = '';
    socket.on('data', (data) => (answer += String(data)));
    socket.on('error', () => {});
    socket.on('close', () => {
      resolve(answer);
    });
  });

const opening = (target: string, at: string): string =>
  [
    `GET ${target} HTTP/1.1`,
    `Host: ${at}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    `Sec-WebSocket-Key: ${Buffer.alloc(16, 1).toString('base64')}`,
    '',
    '',
  ].join('\r\n');

/** A frame as a client sends it: masked, here by nothing. */
const frame = (first: number, length: number, payload: Buffer = Buffer.alloc(0)): Buffer =>
  Buffer.concat([Buffer.from([first, 0x80 | length, 0, 0, 0, 0]), payload]);

describe('what is malformed ends its own conversation, and no other', () => {
  afterEach(async () => {
    const someone = connect('/stage/socket?board=b&user=Ana');
    await someone.hears('welcome');
    someone.socket.close();
  });

  test.each([
    ['an address without a host', '//', 'localhost'],
    ['a host that is none', '/operator?board=b', '['],
    ['a host with a blank', '/operator?board=b', 'a b'],
    ['a whole address', 'http://[/operator', 'localhost'],
    ['an empty host', '/operator?board=b', ''],
  ])('%s', async (_what, target, at) => {
    expect(await sendRaw(opening(target, at))).toMatch(/^HTTP\/1\.1 (400|404) /);
  });

  test('a path that nobody answers', async () => {
    expect(await sendRaw(opening('/elsewhere', host))).toContain('404');
  });

  test('an opening without its key', async () => {
    const opened = opening('/operator?board=b', host).replace(/^Sec-WebSocket-Key.*\r\n/m, '');
    expect(await sendRaw(opened)).toContain('400');
  });

  test.each([
    ['an opcode that there is not', frame(0x83, 0)],
    ['reserved bits', frame(0xf1, 0)],
    ['a ping longer than a ping may be', frame(0x89, 126, Buffer.from([0, 200]))],
    ['a continuation of nothing', frame(0x80, 0)],
    ['bytes that are no UTF-8', frame(0x81, 2, Buffer.from([0xc3, 0x28]))],
    ['a frame without a mask', Buffer.from([0x81, 0x00])],
    ['a length past all bounds', frame(0x81, 127, Buffer.alloc(8, 0xff))],
  ])('a broken frame: %s', async (_what, broken) => {
    const opened = Buffer.from(opening('/operator?board=b', host));
    const answer = await sendRaw(Buffer.concat([opened, broken]));
    expect(answer).toContain('101 Switching Protocols');
  });

  test.each([
    ['bytes', Buffer.from([1, 2, 3])],
    ['no JSON', '{"t":'],
    ['JSON that is no message', '"hello"'],
    ['an own prototype', '{"__proto__":{"t":"pointer","x":1,"y":2}}'],
    ['a number that is none', '{"t":"pointer","x":1e999,"y":"2"}'],
    ['a message of no kind', '{"t":"constructor"}'],
  ])('a message that is %s', async (_what, message) => {
    const odd = connect('/stage/socket?board=b&user=Eve');
    await odd.hears('welcome');
    odd.socket.send(message);
    expect(await odd.closed).toBe(1008);
  });

  test('a message nested past all reason', async () => {
    const odd = connect('/stage/socket?board=b&user=Eve');
    const { tab } = await odd.hears('tab');
    odd.say({ t: 'attach', link: 'l', slot: tab.background?.id });
    const deep = '['.repeat(200_000) + ']'.repeat(200_000);
    const args = `{"collection":"c","key":"k","value":${deep}}`;
    odd.socket.send(`{"t":"request","link":"l","id":1,"command":"STORAGE_SET","args":${args}}`);
    await Promise.race([odd.closed, odd.hears('reply')]);
    odd.socket.terminate();
  });
});

describe('what grows is bounded', () => {
  test('messages: whoever floods is shut out, the others are not', async () => {
    const [loud, ana] = [
      connect('/stage/socket?board=b&user=Eve'),
      connect('/stage/socket?board=b&user=Ana'),
    ];
    await Promise.all([loud.hears('welcome'), ana.hears('welcome')]);
    // As many as may come at once, and what is added while they are read, and more.
    for (let n = 0; n < MESSAGES_AT_ONCE + 30 * MESSAGES_PER_SECOND; n += 1) {
      loud.say({ t: 'pointer', x: n, y: 0 });
    }
    expect(await loud.closed).toBe(1008);
    ana.say({ t: 'call', id: 1, method: 'setVisible', args: [false] });
    expect(await ana.hears('answer')).toMatchObject({ ok: true });
    // Twenty thousand messages, on a machine that may do something else besides.
  }, 60_000);

  test('connections', async () => {
    const many = Array.from({ length: MAX_TEST_CONNECTIONS }, () => connect('/operator?board=b'));
    await Promise.all(many.map((one) => one.hears('welcome')));
    expect(await connect('/operator?board=b').refused).toContain('503');
    many[0]?.socket.close();
    await many[0]?.closed;
    await connect('/operator?board=b').hears('welcome');
  });

  test('pages of one connection', async () => {
    const ana = connect('/stage/socket?board=b&user=Ana');
    const { tab } = await ana.hears('tab');
    const slot = tab.background?.id ?? '';
    // The same name again is a page that was loaded again.
    for (let n = 0; n <= MAX_LINKS; n += 1) ana.say({ t: 'attach', link: 'same', slot });
    ana.say({ t: 'call', id: 1, method: 'setVisible', args: [true] });
    await ana.hears('answer');
    for (let n = 0; n < MAX_LINKS; n += 1) ana.say({ t: 'attach', link: `l${n}`, slot });
    expect(await ana.closed).toBe(1008);
  });
});
