/** What the panel uses of Miro, and therefore all of it that the panel loads. */
import type { Miro } from '@mirohq/websdk-types';
import { connect, type ConnectOptions } from './connect';
import { miroEvents } from './miro-events';
import { miroFrames } from './miro-frames';
import { itemsOnDemand } from './items-on-demand';
import { miroUsers } from './miro-users';
import { miroView } from './miro-view';
import { miroPanel } from './miro-panel';
import type { Board, PanelPort } from './port';

export type PanelBoard = Pick<
  Board,
  'me' | 'locale' | 'storage' | 'users' | 'events' | 'frames' | 'items' | 'view'
> & { readonly ui: PanelPort };

/** @throws {BoardError} when Miro does not say who the user is */
export async function connectPanel(sdk: Miro, options: ConnectOptions): Promise<PanelBoard> {
  const { caller, me, locale, storage } = await connect(sdk, options);
  return {
    me,
    locale,
    storage,
    users: miroUsers(sdk, caller),
    events: miroEvents(sdk, caller),
    frames: miroFrames(sdk, caller),
    items: itemsOnDemand(sdk, caller),
    view: miroView(sdk, caller),
    ui: miroPanel(sdk, caller),
  };
}
