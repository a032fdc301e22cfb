import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import { arrive } from './arrival';
import type { Boards } from './boards';
import { Connection, type Wire } from './connection';
import { MAX_BACKLOG_BYTES, MAX_MESSAGE_BYTES } from './limits';
import { mayConnect } from './origin';
import type { AppInfo } from './protocol';

/** A person's socket: `?board=<id>&user=<name or id>` and what `arrive` reads. */
export const STAGE_SOCKET = '/stage/socket';
/** An operator's: `?board=<id>`, with `furnish=<kind>` for what a new board begins with. */
export const OPERATOR_SOCKET = '/operator';

const BOARD_ID = /^[\w-]{1,64}$/;

export interface EndpointOptions {
  readonly boards: Boards;
  /** True if the server was told to listen to the network. */
  readonly open: boolean;
  /** The app for a stage that asked for `app`, at the host by which the browser reaches the server. */
  readonly app: (wanted: string | null, host: string) => Promise<AppInfo>;
}

/** @returns a handler for `upgrade` events. It leaves sockets on other paths, such as hot reload's, alone. */
export function createEndpoint({ boards, open, app }: EndpointOptions) {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE_BYTES });

  async function talk(socket: WebSocket, url: URL): Promise<void> {
    const wire = wireOf(socket);
    const missed: string[] = [];
    let hear = (text: string): void => void missed.push(text);
    socket.on('message', (data, binary) => {
      if (binary) wire.fail('Text only.');
      else hear(String(data));
    });
    // An error is always followed by `close`, which is what matters here.
    socket.on('error', () => {});
    const query = url.searchParams;
    const info = await app(query.get('app'), url.host);
    if (socket.readyState !== socket.OPEN) return;
    const { board, join } = boards.enter(query.get('board') ?? '', query.get('furnish'));
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
    const { origin, host } = request.headers;
    const url = new URL(request.url ?? '/', `http://${host ?? 'localhost'}`);
    if (url.pathname !== STAGE_SOCKET && url.pathname !== OPERATOR_SOCKET) return;
    if (!mayConnect({ origin, host }, open)) return refuse(stream, '403 Forbidden');
    if (!BOARD_ID.test(url.searchParams.get('board') ?? ''))
      return refuse(stream, '400 Bad Request');
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
    socket.close(1008, Buffer.from(reason).subarray(0, MAX_REASON).toString('utf8'));
  },
});
