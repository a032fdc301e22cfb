import type { Miro } from '@mirohq/websdk-types';
import { userId } from '../breakout/ids';
import { Budget } from './budget';
import { createCaller, type Caller } from './caller';
import { miroStorage } from './miro-storage';
import type { BoardUser, StoragePort } from './port';
import type { Timers } from './timers';

export interface ConnectOptions {
  readonly timers: Timers;
  /** The storage collection that `storage` is. */
  readonly collection: string;
}

/**
 * What every page needs of Miro, and what the rest of a `Board` is made of. One per page: its calls
 * share one budget.
 */
export interface Connection {
  readonly sdk: Miro;
  readonly caller: Caller;
  readonly me: BoardUser;
  readonly locale: string | undefined;
  readonly storage: StoragePort;
}

/** @throws {BoardError} when Miro does not say who the user is */
export async function connect(
  sdk: Miro,
  { timers, collection }: ConnectOptions,
): Promise<Connection> {
  const caller = createCaller(timers, new Budget(timers));
  const [me, info] = await Promise.all([
    caller.call(() => sdk.board.getUserInfo()),
    // Without it, the browser's language counts.
    caller.call(() => sdk.board.getInfo()).catch(() => undefined),
  ]);
  return {
    sdk,
    caller,
    me: { id: userId(String(me.id)), name: me.name },
    locale: info?.locale,
    storage: miroStorage(sdk, caller, collection),
  };
}
