import type { Json } from './api';
import { optionalText, serialise, text, type JsonObject } from './args';
import type { CommandTable } from './commands';
import { LEVEL_1 } from './credits';
import { sentences } from './sentences';

/** D:storage: of the app on this board, all keys together, on the JSON. */
export const APP_DATA_LIMIT_BYTES = 30 * 1024;
const bytes = new TextEncoder();

/** `getAppData` and `setAppData`: small, without events. Setting null clears a key. */
export function createAppData(): CommandTable {
  let data: JsonObject = {};
  return {
    GET_BOARD_APP_DATA: {
      price: LEVEL_1,
      scope: 'boards:read',
      run(_link, args): Json | undefined {
        const key = optionalText(args, 'key');
        return key === undefined ? data : data[key];
      },
    },
    SET_BOARD_APP_DATA: {
      price: LEVEL_1,
      scope: 'boards:write',
      changes: 'edit board',
      run(_link, args) {
        const key = text(args, 'key');
        const { [key]: _old, ...others } = data;
        const value = args['value'] ?? null;
        const next = value === null ? others : { ...others, [key]: value };
        if (bytes.encode(serialise(next)).length > APP_DATA_LIMIT_BYTES)
          throw new Error(sentences.tooLarge('appdata'));
        data = next;
        return data;
      },
    },
  };
}
