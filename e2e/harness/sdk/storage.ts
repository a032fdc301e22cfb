import type { Json } from '../world/api';
import { isStoredValue } from '../world/stored-value';
import type { Client } from './client';
import type { Board, Public } from './public';
import * as read from './read';

type Storage = Public<Board['storage']>;
type Collection = ReturnType<Storage['collection']>;

/** `miro.board.storage`. A collection is the same object each time it is asked for. */
export function createStorage(client: Client): Storage {
  const collections = new Map<string, Collection>();
  return {
    collection(name) {
      const collection = collections.get(name) ?? createCollection(client, name);
      collections.set(name, collection);
      return collection;
    },
  };
}

function createCollection(client: Client, collection: string): Collection {
  const eventOf = (key: string): string => `storage:change:${collection}:${key}`;
  return {
    async set(key, value) {
      await client.call('STORAGE_SET', { collection, key, value });
    },
    async get(key) {
      return read.trusted(await client.call('STORAGE_GET', { collection, key }));
    },
    async remove(key) {
      await client.call('STORAGE_REMOVE', { collection, key });
    },
    async onValue(key, handler) {
      const handle = (payload: Json | undefined): void => {
        if (isStoredValue(payload)) handler(read.trusted(payload.value), payload.version);
      };
      await client.subscribe(eventOf(key), handler, {
        handle,
        async ask() {
          const { current } = read.object(await client.call('STORAGE_WATCH', { collection, key }));
          handle(current);
        },
      });
    },
    async offValue(key, handler) {
      await client.unsubscribe(eventOf(key), handler);
    },
  } satisfies Collection;
}
