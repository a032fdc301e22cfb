import { BoardError } from '../board/errors';
import type { StoragePort } from '../board/port';
import type { MergedDefinition } from './definition';
import { merge } from './merge';
import { unreadable } from './reading';

/**
 * [I2] Storage in which nobody writes over what they have not heard of: a push may have been lost, and the
 * panel that has stored the edit may be closed by now, so that nobody would bring it back. Not for a page
 * that may die before the answer comes: it would not have written at all.
 */
export function readingFirst<T>(
  storage: StoragePort,
  definition: MergedDefinition<T>,
): StoragePort {
  return {
    watch: (key, listen) => storage.watch(key, listen),
    read: (key) => storage.read(key),
    remove: (key) => storage.remove(key),
    async write(key, value, newest = () => value) {
      const stored = definition.read(await storage.read(key));
      const now = newest();
      if (now === undefined) return undefined;
      const ours = definition.read(now);
      if (stored.type === 'missing' || ours.type !== 'ok') return storage.write(key, now);
      // [M8] What cannot be read stays: the follower is told of it in time.
      if (stored.type !== 'ok') throw new BoardError('unknown', unreadable(stored).detail);
      return storage.write(key, definition.write(merge(stored.value, ours.value)));
    },
  };
}
