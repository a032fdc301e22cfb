/**
 * Controls a board from Node, for tests: every method of WorldApi by message, and the board's view
 * as it changes. Everything a person or the network could do can be done from here.
 */
import { WebSocket } from 'ws';
import type { BoardView, TabView } from '../world/api';
import { callerOf, type Operator } from './operator-call';
import type { ServerMessage } from './protocol';

export interface OperatorClient extends Operator {
  /**
   * Resolves with the first view that satisfies `condition`, the present one included.
   * @throws after `timeoutMs`, with `what` in the message
   */
  until(
    what: string,
    condition: (board: BoardView, tabs: ReadonlyMap<string, TabView>) => boolean,
    timeoutMs?: number,
  ): Promise<BoardView>;
  close(): void;
}

export interface OperatorOptions {
  /** Of the server, for example `http://127.0.0.1:4173`. */
  readonly origin: string;
  readonly board: string;
  /** What a board begins with that does not exist yet: see furnish.ts. */
  readonly furnish?: string;
}

const UNTIL_MS = 10_000;

export async function connectOperator(options: OperatorOptions): Promise<OperatorClient> {
  const address = new URL('/operator', options.origin.replace(/^http/, 'ws'));
  address.searchParams.set('board', options.board);
  if (options.furnish !== undefined) address.searchParams.set('furnish', options.furnish);
  const socket = new WebSocket(address);
  const tabs = new Map<string, TabView>();
  const watchers = new Set<() => void>();
  let board: BoardView | undefined;

  const { call, answered, ended } = callerOf((text) => {
    socket.send(text);
  });
  socket.on('message', (data) => {
    const message = JSON.parse(String(data)) as ServerMessage;
    if (message.t === 'answer') answered(message);
    if (message.t === 'board') board = message.board;
    if (message.t === 'tab') tabs.set(message.tab.id, message.tab);
    if (message.t === 'closed') tabs.delete(message.tab);
    for (const watch of [...watchers]) watch();
  });
  socket.on('close', (_code, reason) => {
    ended(String(reason) || 'The connection to the board has closed.');
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });

  const until: OperatorClient['until'] = (what, condition, timeoutMs = UNTIL_MS) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        watchers.delete(look);
        reject(new Error(`Not within ${timeoutMs} ms: ${what}`));
      }, timeoutMs);
      function look(): void {
        if (!board || !condition(board, tabs)) return;
        clearTimeout(timer);
        watchers.delete(look);
        resolve(board);
      }
      watchers.add(look);
      look();
    });

  return {
    ...call,
    until,
    close() {
      socket.close();
    },
  };
}
