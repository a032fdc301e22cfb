import type { Miro } from '@mirohq/websdk-types';
import type { Json } from '../breakout/json';
import type { Caller } from './caller';
import type { StoragePort } from './port';

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
      // Both at once: whether `onValue` tells that a key is missing is not documented, and a write
      // that lands between two calls one after the other would be lost.
      const subscribed = call(() => store.onValue(key, onChange), { credits: 0 });
      const current = await call(() => store.get(key));
      if (!heard) listen(current);
      await subscribed;
      return () => {
        if (stopped) return;
        stopped = true;
        store.offValue(key, onChange).catch(() => {
          // The page may be going; a handler that stays is silent by `stopped`.
        });
      };
    },
    read: (key) => call(() => store.get(key)),
    write: (key, value) => call(() => store.set(key, toSdk(value))),
    remove: (key) => call(() => store.remove(key)),
  };
}

/** Miro's type for JSON is the same but for `readonly`. */
function toSdk(value: Json): SdkJson {
  return value as SdkJson;
}
