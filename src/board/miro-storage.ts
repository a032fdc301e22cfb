import type { Miro } from '@mirohq/websdk-types';
import type { Json } from '../breakout/json';
import type { Caller } from './caller';
import type { StoragePort, Stop } from './port';

type SdkJson = Parameters<ReturnType<Miro['board']['storage']['collection']>['set']>[1];

export function miroStorage(sdk: Miro, { call }: Caller, collection: string): StoragePort {
  const store = sdk.board.storage.collection(collection);
  return {
    async watch(key, listen) {
      let heard = false;
      let stopped = false;
      const onChange = (value: unknown): void => {
        heard = true;
        if (!stopped) listen(value);
      };
      const stop: Stop = () => {
        if (stopped) return;
        stopped = true;
        store.offValue(key, onChange).catch(() => {
          // The page may be going; a handler that stays is silent by `stopped`.
        });
      };
      try {
        // Both at once: whether `onValue` tells that a key is missing is not documented, and a
        // write that lands between two calls one after the other would be lost.
        const [, current] = await Promise.all([
          call(() => store.onValue(key, onChange)),
          call(() => store.get(key)),
        ]);
        if (!heard) listen(current);
        return stop;
      } catch (error) {
        stop();
        throw error;
      }
    },
    read: (key) => call(() => store.get(key)),
    write: (key, value) => call(() => store.set(key, toSdk(value)), { urgent: true }),
    remove: (key) => call(() => store.remove(key), { urgent: true }),
  };
}

/** Miro's type for JSON is the same but for `readonly`. */
function toSdk(value: Json): SdkJson {
  return value as SdkJson;
}
