import type { Json } from './api';
import { parseFrozen, serialise, text, type JsonObject } from './args';
import type { CommandTable } from './commands';
import type { Core } from './core';
import { LEVEL_1 } from './credits';
import type { Link } from './model';
import { announceStored } from './network';
import { sentences } from './sentences';

/** D:storage: per key. Measured on the JSON, in bytes. */
export const STORAGE_LIMIT_BYTES = 64 * 1024;

/** What everyone reads is one frozen copy. */
interface Stored {
  readonly value: Json;
  readonly version: string;
}

export interface Storage {
  readonly commands: CommandTable;
  /** As somebody's copy of the app would, well or not; without a value the key goes. */
  put(collection: string, key: string, value?: Json): void;
  entries(): ReadonlyMap<string, Json>;
}

const eventName = (collection: string, key: string): string =>
  `storage:change:${collection}:${key}`;
const bytes = new TextEncoder();

/** `miro.board.storage`, D:websdk-reference-collection: last writer wins, everyone hears everything. */
export function createStorage(core: Core): Storage {
  const stored = new Map<string, Stored>();
  /** Versions go on after a removal. One counter for all keys, so a version never repeats. */
  let version = 0;
  /** Looked at far more often than anything changes. */
  let shownAll:
    { readonly version: number; readonly entries: ReadonlyMap<string, Json> } | undefined;

  const nameOf = (args: JsonObject): string =>
    eventName(text(args, 'collection'), text(args, 'key'));
  const shown = (name: string, at: string): Json => {
    const value = stored.get(name)?.value;
    return Object.freeze(value === undefined ? { version: at } : { value, version: at });
  };
  function mayWrite(link: Link): void {
    if (link.user.role === 'viewer' && !core.dialect.viewersMaySet)
      throw new Error(sentences.forbidden('storage'));
  }
  function tell(name: string): void {
    announceStored(core, name, () => shown(name, stored.get(name)?.version ?? String(version)));
  }

  function set(name: string, value: Json | undefined): void {
    const json = serialise(value);
    if (json === undefined) throw new Error(sentences.invalid('value'));
    if (bytes.encode(json).length > STORAGE_LIMIT_BYTES)
      throw new Error(sentences.tooLarge('storage'));
    stored.set(name, { value: parseFrozen(json) ?? null, version: String((version += 1)) });
    tell(name);
  }
  function remove(name: string): void {
    if (!stored.delete(name)) return;
    version += 1;
    tell(name);
  }

  const commands: CommandTable = {
    STORAGE_SET: {
      price: LEVEL_1,
      scope: 'boards:write',
      run(link, args) {
        mayWrite(link);
        set(nameOf(args), args['value']);
      },
    },
    STORAGE_GET: {
      price: LEVEL_1,
      scope: 'boards:read',
      run: (_link, args) => stored.get(nameOf(args))?.value,
    },
    STORAGE_REMOVE: {
      price: LEVEL_1,
      scope: 'boards:read',
      run(link, args) {
        mayWrite(link);
        remove(nameOf(args));
      },
    },
    /** What `onValue` does: asks for the key's changes and for its value now, if there is one. */
    STORAGE_WATCH: {
      price: () => core.dialect.watchCost,
      scope: 'boards:read',
      run(link, args) {
        const name = nameOf(args);
        link.events.add(name);
        const entry = stored.get(name);
        if (entry) return { current: shown(name, entry.version) };
        return core.dialect.watchMissing === 'calls' ? { current: { version: '0' } } : {};
      },
    },
  };

  return {
    commands,
    put(collection, key, value) {
      const name = eventName(collection, key);
      if (value === undefined) remove(name);
      else set(name, value);
    },
    entries() {
      if (shownAll?.version === version) return shownAll.entries;
      const entries = new Map(
        [...stored].map(([name, { value }]) => [name.slice(name.lastIndexOf(':') + 1), value]),
      );
      shownAll = { version, entries };
      return entries;
    },
  };
}
