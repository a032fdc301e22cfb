import { createServer, request, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { addressAt, hostApp, type HostedApp } from './hosted-app';

const BOARD_PORT = 4173;
const PAGE = '<script src="https://miro.com/app/static/sdk/v2/miro.js"></script>';
/** Not valid UTF-8: must come through as it is. */
const BYTES = Buffer.from([0, 255, 254, 128, 10, 13]);
/** As servers send it that have it packed on their disk. */
const PACKED: Readonly<Record<string, (page: Buffer) => Buffer>> = {
  br: (page) => brotliCompressSync(page),
  gzip: (page) => gzipSync(page),
  deflate: (page) => deflateSync(page),
  'gzip,br': (page) => brotliCompressSync(gzipSync(page)),
};

let app: Server;
let sockets: WebSocketServer;
let hosted: HostedApp;
let seen: IncomingMessage[];

const portOf = (server: Server): number => (server.address() as AddressInfo).port;
const listen = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });

beforeEach(async () => {
  seen = [];
  app = createServer((incoming, response) => {
    seen.push(incoming);
    if (incoming.url === '/data.bin') {
      response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(BYTES);
    } else if (incoming.url === '/moved') {
      response.writeHead(302, { location: `http://127.0.0.1:${portOf(app)}/there` }).end();
    } else if (incoming.url?.startsWith('/packed/')) {
      const encoding = incoming.url.slice('/packed/'.length);
      response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': encoding });
      response.end((PACKED[encoding] ?? String)(Buffer.concat([Buffer.from(PAGE), BYTES])));
    } else {
      response.writeHead(200, { 'content-type': 'text/html', etag: '"1"' });
      response.end(Buffer.concat([Buffer.from(PAGE), BYTES]));
    }
  });
  sockets = new WebSocketServer({ server: app });
  sockets.on('connection', (socket) => {
    socket.on('message', (text) => {
      socket.send(`echo ${String(text)}`);
    });
  });
  await listen(app);
  hosted = await hostApp({
    target: `http://127.0.0.1:${portOf(app)}`,
    bind: '127.0.0.1',
    open: false,
    boardPort: () => BOARD_PORT,
  });
});

afterEach(async () => {
  hosted.close();
  for (const socket of sockets.clients) socket.terminate();
  app.closeAllConnections();
  await new Promise((resolve) => app.close(resolve));
});

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

/** With headers that `fetch` would not let through. */
const get = (path: string, headers: Record<string, string> = {}): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const outgoing = request(
      { port: hosted.port, host: '127.0.0.1', path, headers },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => {
          const { statusCode = 0, headers: got } = response;
          resolve({ status: statusCode, headers: got, body: Buffer.concat(parts) });
        });
      },
    );
    outgoing.on('error', reject);
    outgoing.end();
  });

describe('a hosted app', () => {
  test('has its pages with the script’s address replaced, and every other byte as it was', async () => {
    const { body, headers } = await get('/any/route?x=1');
    const script = `<script src="http://127.0.0.1:${BOARD_PORT}/sdk/v2/miro.js"></script>`;
    expect(body).toEqual(Buffer.concat([Buffer.from(script), BYTES]));
    expect(headers['etag']).toBeUndefined();
    expect(seen[0]?.url).toBe('/any/route?x=1');
  });

  test.each(Object.keys(PACKED))(
    'has pages that come packed by %s replaced, too',
    async (encoding) => {
      const { body, headers } = await get(`/packed/${encoding}`);
      const script = `<script src="http://127.0.0.1:${BOARD_PORT}/sdk/v2/miro.js"></script>`;
      expect(body).toEqual(Buffer.concat([Buffer.from(script), BYTES]));
      expect(headers['content-encoding']).toBeUndefined();
    },
  );

  test('is passed on as it is where it is packed in a way that nobody here knows', async () => {
    const { body, headers } = await get('/packed/other');
    expect(String(body)).toContain('https://miro.com/app/static/sdk/v2/miro.js');
    expect(headers['content-encoding']).toBe('other');
  });

  test('that says it is packed and is not is named in the reply', async () => {
    const { status, body } = await get('/packed/x-gzip');
    expect(status).toBe(502);
    expect(String(body)).toContain('cannot be read');
  });

  test('is asked under its own name', async () => {
    await get('/x');
    expect(seen[0]?.headers.host).toBe(`127.0.0.1:${portOf(app)}`);
  });

  test('has its other files untouched', async () => {
    expect((await get('/data.bin')).body).toEqual(BYTES);
  });

  test('stays at its stand-in when it redirects', async () => {
    const { status, headers } = await get('/moved');
    expect(status).toBe(302);
    expect(headers.location).toBe(`http://127.0.0.1:${hosted.port}/there`);
  });

  test('has its sockets, for hot reload and for itself', async () => {
    const socket = new WebSocket(`ws://127.0.0.1:${hosted.port}/hmr`);
    const answer = await new Promise((resolve, reject) => {
      socket.on('error', reject);
      socket.on('open', () => {
        socket.send('hello');
      });
      socket.on('message', (text) => {
        resolve(String(text));
      });
    });
    expect(answer).toBe('echo hello');
    socket.terminate();
  });

  test('is closed to pages of other origins, and to names pointed at this machine', async () => {
    expect((await get('/', { origin: 'https://example.com' })).status).toBe(403);
    expect((await get('/', { host: `evil.test:${hosted.port}` })).status).toBe(403);
    expect((await get('/', { origin: `http://127.0.0.1:${BOARD_PORT}` })).status).toBe(200);
    expect(seen).toHaveLength(1);
  });

  test('that does not answer is named in the reply', async () => {
    app.closeAllConnections();
    await new Promise((resolve) => app.close(resolve));
    const { status, body } = await get('/');
    expect(status).toBe(502);
    expect(String(body)).toContain('does not answer');
    app = createServer();
    await listen(app);
  });
});

describe('what is asked for is looked for at the app, and nowhere else', () => {
  test.each([
    ['/index.html?a=1', 'https://app.example/index.html?a=1'],
    ['//elsewhere.example/x', 'https://app.example//elsewhere.example/x'],
    ['/\\elsewhere.example', 'https://app.example//elsewhere.example'],
    ['//', 'https://app.example//'],
    ['http://elsewhere.example/', undefined],
    ['@elsewhere.example/', undefined],
    ['.elsewhere.example/', undefined],
    [':8080/', undefined],
    ['', undefined],
  ])('%s', (path, address) => {
    expect(addressAt('https://app.example', path)?.href).toBe(address);
  });

  test('an address that is none is refused, and the next one answered', async () => {
    expect((await get('elsewhere')).status).toBe(400);
    expect((await get('//')).status).toBe(200);
  });
});
