import type { Json } from '../world/api';
import type { Client } from './client';
import { createCollaboration } from './collaboration';
import { createEvents } from './events';
import { createItem } from './items';
import { createNotifications } from './notifications';
import type { Board, Item, Public } from './public';
import * as read from './read';
import { refuseTheRest } from './refuse';
import { createStorage } from './storage';
import { createTimer } from './timer';
import { createUi } from './ui';
import { createViewport } from './viewport';

/** Each part is one object for good, and what is not implemented of it throws. */
export function createBoard(client: Client): Board {
  const part = <Name extends keyof Board>(
    name: Name,
    implemented: Public<Board[Name]> & object,
  ): Board[Name] & object => refuseTheRest<Board[Name] & object>(implemented, `miro.board.${name}`);

  return refuseTheRest<Board>(
    {
      ui: part('ui', createUi(client)),
      notifications: part('notifications', createNotifications(client)),
      viewport: part('viewport', createViewport(client)),
      storage: part('storage', createStorage(client)),
      events: part('events', createEvents(client)),
      timer: part('timer', createTimer(client)),
      collaboration: part('collaboration', createCollaboration(client)),
      ...createItemMethods(client),
      ...createBoardMethods(client),
    },
    'miro.board',
  );
}

function createItemMethods(client: Client) {
  const items = (value: Json | undefined): Item[] =>
    read.list(value).map((item) => createItem(client, item));
  const query = async (command: string, filter: unknown): Promise<Item[]> =>
    items(await client.call(command, { filter }));
  const create = async (type: string, props: object = {}): Promise<Item> => {
    const command = type === 'image' ? 'WIDGET_CREATE_IMAGE' : 'WIDGET_CREATE';
    return createItem(client, await client.call(command, { type, props }));
  };

  return {
    get: async (filter) => read.trusted(await query('WIDGET_GET', filter)),
    getById: async (id) => createItem(client, await client.call('WIDGET_GET_BY_ID', { id })),
    getSelection: async () => items(await client.call('GET_SELECTION')),
    select: async (filter) => read.trusted(await query('SELECT_WIDGETS', filter)),
    deselect: async (filter) => read.trusted(await query('DESELECT_WIDGETS', filter)),
    sync: (item) => item.sync(),
    async remove(item) {
      await client.call('WIDGET_REMOVE', { id: item.id });
    },
    createFrame: async (props) => read.trusted(await create('frame', props)),
    createStickyNote: async (props) => read.trusted(await create('sticky_note', props)),
    createShape: async (props) => read.trusted(await create('shape', props)),
    createText: async (props) => read.trusted(await create('text', props)),
    createCard: async (props) => read.trusted(await create('card', props)),
    createConnector: async (props) => read.trusted(await create('connector', props)),
    createImage: async (props) => read.trusted(await create('image', props)),
    findEmptySpace: async (dimensions) =>
      read.rect(await client.call('FIND_EMPTY_SPACE', { ...dimensions })),
  } satisfies Partial<Board>;
}

function createBoardMethods(client: Client) {
  return {
    getInfo: async () => read.trusted(await client.call('GET_BOARD_INFO')),
    getUserInfo: async () => read.user(await client.call('GET_USER_INFO')),
    getOnlineUsers: async () => read.list(await client.call('GET_ONLINE_USERS')).map(read.user),
    canUse: async (feature) =>
      read.boolean(await client.call('CHECK_FEATURE_ENTITLEMENT', { feature })),
    getAppData: async (key?: string) =>
      read.trusted(await client.call('GET_BOARD_APP_DATA', { key })),
    setAppData: async (key, value) =>
      read.trusted(await client.call('SET_BOARD_APP_DATA', { key, value })),
  } satisfies Partial<Board>;
}
