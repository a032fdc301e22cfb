import type { OpenModalOptions, OpenPanelOptions } from '@mirohq/websdk-types';
import type { Json } from '../world/api';
import type { Client } from './client';
import { createItem } from './items';
import type { Board, Public } from './public';
import * as read from './read';
import { notImplemented } from './refuse';

type Ui = Public<Board['ui']>;

const WITH_ITEMS = new Set([
  'selection:update',
  'items:create',
  'items:delete',
  'experimental:items:update',
]);
const PLAIN = new Set(['icon:click', 'online_users:update']);

/** `miro.board.ui`: the app's two windows, and what the person does with the board. */
export function createUi(client: Client): Ui {
  const open = async <Result>(window: 'PANEL' | 'MODAL', options: object) => {
    const { id } = read.object(await client.call(`UI_OPEN_${window}`, { ...options }));
    return {
      waitForClose: async () =>
        read.trusted<Result | undefined>(await client.call(`UI_WAIT_FOR_${window}_CLOSE`, { id })),
    };
  };
  function eventOf(name: string, payload: Json | undefined): unknown {
    if (!WITH_ITEMS.has(name)) return payload;
    const items = read.list(read.object(payload)['items']);
    return { items: items.map((item) => createItem(client, item)) };
  }

  return {
    openPanel: <Data = undefined, Result = undefined>(options: OpenPanelOptions<Data>) =>
      open<Result>('PANEL', options),
    canOpenPanel: async () => read.boolean(await client.call('UI_CAN_OPEN_PANEL')),
    getPanelData: async () => read.trusted(await client.call('UI_GET_PANEL_DATA')),
    async closePanel(result) {
      await client.call('UI_CLOSE_PANEL', { result });
    },
    openModal: <Data = undefined, Result = undefined>(options: OpenModalOptions<Data>) =>
      open<Result>('MODAL', options),
    canOpenModal: async () => read.boolean(await client.call('UI_CAN_OPEN_MODAL')),
    getModalData: async () => read.trusted(await client.call('UI_GET_MODAL_DATA')),
    async closeModal(result) {
      await client.call('UI_CLOSE_MODAL', { result });
    },
    async on(event, handler) {
      if (!WITH_ITEMS.has(event) && !PLAIN.has(event))
        throw notImplemented(`miro.board.ui.on('${event}')`);
      const handle = (payload: Json | undefined): void => handler(eventOf(event, payload));
      await client.subscribe(event, handler, { handle });
    },
    off: (event, handler) => client.unsubscribe(event, handler),
  } satisfies Ui;
}
