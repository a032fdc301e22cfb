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
  const part = <Name extends keyof Board & string>(
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
  const query = async <R>(command: string, filter: unknown): Promise<R> =>
    read.trusted<R>(items(await client.call(command, { filter })));
  const create =
    <T extends Item>(type: string, command = 'WIDGET_CREATE') =>
    async (props: object = {}): Promise<T> =>
      createItem<T>(client, await client.call(command, { type, props }));

  return {
    get: (filter) => query('WIDGET_GET', filter),
    getById: async (id) => createItem(client, await client.call('WIDGET_GET_BY_ID', { id })),
    getSelection: async () => items(await client.call('GET_SELECTION')),
    select: (filter) => query('SELECT_WIDGETS', filter),
    deselect: (filter) => query('DESELECT_WIDGETS', filter),
    sync: (item) => item.sync(),
    async remove(item) {
      await client.call('WIDGET_REMOVE', { id: item.id });
    },
    createFrame: create('frame'),
    createStickyNote: create('sticky_note'),
    createShape: create('shape'),
    createText: create('text'),
    createCard: create('card'),
    createConnector: create('connector'),
    createImage: create('image', 'WIDGET_CREATE_IMAGE'),
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
