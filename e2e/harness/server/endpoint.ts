import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import { Allowance } from './allowance';
import { arrive } from './arrival';
import type { Boards } from './boards';
import { Connection, type Wire } from './connection';
import { REFUSED, RESTARTED } from './endings';
import {
  BOARD_ID,
  MAX_BACKLOG_BYTES,
  MAX_CONNECTIONS,
  MAX_MESSAGE_BYTES,
  MAX_WAITING_MESSAGES,
  MESSAGES_AT_ONCE,
  MESSAGES_PER_SECOND,
} from './limits';
import { mayConnect, parse } from './origin';
import type { AppInfo } from './protocol';

/** A person's socket: `?board=<id>&user=<name or id>` and what `arrive` reads. */
export const STAGE_SOCKET = '/stage/socket';
/** An operator's: `?board=<id>`, with `furnish=<kind>` for what a new board begins with. */
export const OPERATOR_SOCKET = '/operator';

const RATE = { perSecond: MESSAGES_PER_SECOND, atOnce: MESSAGES_AT_ONCE };

export interface EndpointOptions {
  readonly boards: Boards;
  /** True if the server was told to listen to the network. */
  readonly open: boolean;
  /** The app for a stage that asked for `app`, at the host by which the browser reaches the server. */
  readonly app: (wanted: string | null, host: string) => Promise<AppInfo>;
  /** True if somebody else answers sockets on other paths, such as hot reload's. */
  readonly shared: boolean;
  readonly maxConnections?: number;
}

/** @returns a handler for `upgrade` events */
export function createEndpoint({
  boards,
  open,
  app,
  shared,
  maxConnections = MAX_CONNECTIONS,
}: EndpointOptions) {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE_BYTES });

  async function talk(socket: WebSocket, url: URL): Promise<void> {
    const wire = wireOf(socket);
    const missed: string[] = [];
    let hear = (text: string): void => {
      if (missed.push(text) > MAX_WAITING_MESSAGES) wire.fail('Too many messages.');
    };
    const allowance = new Allowance(RATE, performance.now());
    socket.on('message', (data, binary) => {
      // What comes behind a message that ended the conversation is not heard.
      if (socket.readyState !== socket.OPEN) return;
      if (binary) wire.fail('Text only.');
      else if (!allowance.take(performance.now())) wire.fail('Too many messages.');
      else hear(String(data));
    });
    // An error, such as a broken frame, is always followed by `close`, which is what matters here.
    socket.on('error', () => {});
    const query = url.searchParams;
    const info = await app(query.get('app'), url.host);
    if (socket.readyState !== socket.OPEN) return;
    const { board, join } = boards.enter(query.get('board') ?? '', {
      furnish: query.get('furnish'),
      scopes: info.scopes,
    });
    const speaker =
      url.pathname === OPERATOR_SOCKET ? ({ as: 'operator' } as const) : arrive(board.world, query);
    const connection = new Connection(board, wire, speaker, info);
    join(connection);
    socket.on('close', () => {
      connection.close();
      boards.leave(board, connection);
    });
    hear = (text) => {
      connection.receive(text);
    };
    for (const text of missed) hear(text);
  }

  function upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): void {
    // From here on nobody but us hears of its errors, and one that nobody hears ends the process.
    stream.on('error', () => {});
    const { origin, host } = request.headers;
    const url = parse(`http://${host ?? ''}${request.url ?? ''}`);
    if (!url) return refuse(stream, '400 Bad Request');
    if (url.pathname !== STAGE_SOCKET && url.pathname !== OPERATOR_SOCKET) {
      if (!shared) refuse(stream, '404 Not Found');
      return;
    }
    if (!mayConnect({ origin, host }, open)) return refuse(stream, '403 Forbidden');
    if (!BOARD_ID.test(url.searchParams.get('board') ?? ''))
      return refuse(stream, '400 Bad Request');
    if (sockets.clients.size >= maxConnections) return refuse(stream, '503 Service Unavailable');
    sockets.handleUpgrade(request, stream, head, (socket) => {
      talk(socket, url).catch((error: unknown) => {
        wireOf(socket).fail(error instanceof Error ? error.message : String(error));
      });
    });
  }

  return {
    upgrade,
    close(): void {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
}

function refuse(stream: Duplex, status: string): void {
  stream.end(`HTTP/1.1 ${status}\r\nConnection: close\r\n\r\n`);
}

/** A close frame's reason may have 123 bytes. */
const MAX_REASON = 120;

const wireOf = (socket: WebSocket): Wire => ({
  send(text) {
    if (socket.bufferedAmount > MAX_BACKLOG_BYTES) socket.terminate();
    else if (socket.readyState === socket.OPEN) socket.send(text);
  },
  fail(reason) {
    socket.close(REFUSED, Buffer.from(reason).subarray(0, MAX_REASON).toString('utf8'));
  },
  restart() {
    socket.close(RESTARTED, 'The board begins anew.');
  },
});
