/** The whole board, as a background on duty uses it. Panel and modal make do with less. */
import type { Miro } from '@mirohq/websdk-types';
import { connect, type ConnectOptions, type Connection } from './connect';
import { miroEvents } from './miro-events';
import { miroFrames } from './miro-frames';
import { itemsOnDemand } from './items-on-demand';
import { miroSessions } from './miro-sessions';
import { miroTimer } from './miro-timer';
import { miroUi, pageBeside } from './miro-ui';
import { miroUsers } from './miro-users';
import { miroView } from './miro-view';
import type { Board } from './port';

/** @throws {BoardError} when Miro does not say who the user is */
export async function connectMiro(
  sdk: Miro,
  { address, ...options }: ConnectOptions & { readonly address: string },
): Promise<Board> {
  return miroBoard(await connect(sdk, options), address);
}

/** @param address of the page that connects; `panel.html` and `modal.html` lie beside it */
export function miroBoard(
  { sdk, caller, me, locale, storage }: Connection,
  address: string,
): Board {
  return {
    me,
    locale,
    storage,
    events: miroEvents(sdk, caller),
    sessions: miroSessions(sdk, caller, me.id),
    frames: miroFrames(sdk, caller),
    items: itemsOnDemand(sdk, caller),
    view: miroView(sdk, caller),
    ui: miroUi(sdk, caller, pageBeside(address)),
    timer: miroTimer(sdk, caller),
    users: miroUsers(sdk, caller),
  };
}
