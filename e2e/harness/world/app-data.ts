import type { Json } from './api';
import { optionalText, serialise, text, type JsonObject } from './args';
import type { CommandTable } from './commands';
import { LEVEL_1 } from './credits';
import { sentences } from './sentences';

/** D:storage: of the app on this board, all keys together, on the JSON. */
export const APP_DATA_LIMIT_BYTES = 30 * 1024;
const bytes = new TextEncoder();

/** What an app keeps under keys of its choice, without events: with the board, or with an item. */
export interface Keeping {
  readonly limitBytes: number;
  /** As Miro calls it when there is too much. */
  readonly feature: string;
}

/** One key of it, or all. */
export function kept(data: JsonObject, args: JsonObject): Json | undefined {
  const key = optionalText(args, 'key');
  return key === undefined ? data : data[key];
}

/** With a key changed; null, or nothing, clears it. @throws with the documented sentence */
export function keptWith(data: JsonObject, args: JsonObject, keeping: Keeping): JsonObject {
  const key = text(args, 'key');
  const { [key]: _old, ...others } = data;
  const value = args['value'] ?? null;
  const next = value === null ? others : { ...others, [key]: value };
  if (bytes.encode(serialise(next)).length > keeping.limitBytes)
    throw new Error(sentences.tooLarge(keeping.feature));
  return next;
}

/** `getAppData` and `setAppData`: small, without events. Setting null clears a key. */
export function createAppData(): CommandTable {
  let data: JsonObject = {};
  return {
    GET_BOARD_APP_DATA: {
      price: LEVEL_1,
      scope: 'boards:read',
      run: (_link, args) => kept(data, args),
    },
    SET_BOARD_APP_DATA: {
      price: LEVEL_1,
      scope: 'boards:write',
      changes: 'edit board',
      run(_link, args) {
        data = keptWith(data, args, { limitBytes: APP_DATA_LIMIT_BYTES, feature: 'appdata' });
        return data;
      },
    },
  };
}
