/** The one place that speaks to Miro's SDK: `connectMiro` makes a `Board` of it. */
import type { Miro, OnlineUserInfo } from '@mirohq/websdk-types';
import { userId } from '../breakout/ids';
import { Budget } from './budget';
import { createCaller, type Caller } from './caller';
import { miroEvents } from './miro-events';
import { miroFrames } from './miro-frames';
import { miroSessions } from './miro-sessions';
import { miroStorage } from './miro-storage';
import { miroTimer } from './miro-timer';
import { miroUi, pageBeside } from './miro-ui';
import type { Board, BoardUser, UsersPort, ViewPort } from './port';
import type { Timers } from './timers';

export interface ConnectOptions {
  readonly timers: Timers;
  /** Address of the page that connects; `panel.html` and `modal.html` lie beside it. */
  readonly address: string;
  /** The storage collection that `Board.storage` is. */
  readonly collection: string;
}

/** @throws {BoardError} when Miro does not say who the user is */
export async function connectMiro(
  sdk: Miro,
  { timers, address, collection }: ConnectOptions,
): Promise<Board> {
  const caller = createCaller(timers, new Budget(timers));
  const [me, info] = await Promise.all([
    caller.call(() => sdk.board.getUserInfo()),
    // Without it, the browser's language counts.
    caller.call(() => sdk.board.getInfo()).catch(() => undefined),
  ]);
  const id = userId(String(me.id));
  return {
    me: { id, name: me.name },
    locale: info?.locale,
    storage: miroStorage(sdk, caller, collection),
    events: miroEvents(sdk, caller),
    sessions: miroSessions(sdk, caller, id),
    frames: miroFrames(sdk, caller),
    view: miroView(sdk, caller),
    ui: miroUi(sdk, caller, pageBeside(address)),
    timer: miroTimer(sdk, caller),
    users: miroUsers(sdk, caller),
  };
}

function miroView(sdk: Miro, { call }: Caller): ViewPort {
  return {
    async get() {
      const { x, y, width, height } = await call(() => sdk.board.viewport.get());
      return { x, y, width, height };
    },
    async glide({ x, y, width, height }, durationMs) {
      const viewport = { x, y, width, height };
      await call(() => sdk.board.viewport.set({ viewport, animationDurationInMs: durationMs }));
    },
  };
}

function miroUsers(sdk: Miro, { call }: Caller): UsersPort {
  return {
    async watch(listen) {
      let heard = false;
      const handler = ({ users }: { users: readonly OnlineUserInfo[] }): void => {
        heard = true;
        listen(onceEach(users));
      };
      // Subscribed before it is read, or somebody who comes in between would be missed.
      await call(() => sdk.board.ui.on('online_users:update', handler), { credits: 0 });
      const users = await call(() => sdk.board.getOnlineUsers());
      if (!heard) listen(onceEach(users));
      return () => {
        sdk.board.ui.off('online_users:update', handler).catch(() => undefined);
      };
    },
  };
}

/** Two tabs of one person may be listed twice. */
function onceEach(users: readonly OnlineUserInfo[]): readonly BoardUser[] {
  const people = new Map(
    users.map(({ id, name }): [string, BoardUser] => [
      String(id),
      { id: userId(String(id)), name },
    ]),
  );
  return [...people.values()];
}
