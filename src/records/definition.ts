/** Contracts of stored records: how each is read, checked, migrated and written. */
import * as v from 'valibot';
import type { Json } from '../breakout/json';
import { decodeDoc, encodeDoc, isPath } from './doc-codec';
import { isJson, isObject } from './is-json';
import type { Doc } from './merge';
import { once } from './once';
import { malformed, openEnvelope, type Migrations, type Reading } from './reading';
import type { RegisterKind } from './register';
import { toJson } from './to-json';

export interface MergedDefinition<T> {
  readonly key: string;
  read(raw: unknown): Reading<Doc>;
  write(doc: Doc): Json;
  decode(doc: Doc): T;
  /** Whether what is written at this path can be read again. `null` always can: it removes. */
  accepts(path: string, value: Json): boolean;
  /** Whether this version knows what stands there; the rest is a newer one's, or anybody's junk. */
  knows(path: string): boolean;
}

interface MergedKind<T> {
  readonly version: number;
  readonly registers: readonly RegisterKind[];
  readonly decode: (doc: Doc) => T;
  readonly migrations?: Migrations;
}

/**
 * A record that several iframes write (see merge.ts). Registers of kinds that this version does
 * not know are kept and merged: they are a newer version's.
 */
export const defineMerged = <T>(
  record: MergedKind<T> & { readonly key: string },
): MergedDefinition<T> => defineMergedKind(record)(record.key);

/** Records that differ in their keys alone. What is the same in several places is read once. */
export function defineMergedKind<T>(kind: MergedKind<T>): (key: string) => MergedDefinition<T> {
  const { version, registers, decode, migrations = {} } = kind;
  const kindOf = (path: string) => registers.find((each) => each.matches(path));
  const accepts = (path: string, value: unknown): boolean =>
    value === null || kindOf(path)?.accepts(value) !== false;
  const common: Omit<MergedDefinition<T>, 'key'> = {
    read: once((raw: unknown): Reading<Doc> => {
      const opened = openEnvelope(raw, version, migrations);
      if (opened.type !== 'ok') return opened;
      const doc = decodeDoc(opened.value);
      if (typeof doc === 'string') return malformed(doc);
      for (const [path, [value]] of Object.entries(doc.registers)) {
        if (!accepts(path, value)) return malformed(`the value at ${path}`);
      }
      return { type: 'ok', value: doc };
    }),
    write: once((doc) => ({ v: version, data: encodeDoc(doc) })),
    decode: once(decode),
    accepts: (path, value) => isPath(path) && isJson(value) && accepts(path, value),
    knows: (path) => kindOf(path) !== undefined,
  };
  return (key) => ({ key, ...common });
}

export interface OwnedDefinition<T> {
  readonly key: string;
  read(raw: unknown): Reading<T>;
  /** `last`: the stored value as last read. Its fields that this version does not know are kept. */
  write(value: T, last: unknown): Json;
  /** Whether `read` may take the place of `known`: no reader ever goes back to an older value. */
  supersedes(known: T, read: T): boolean;
}

/** A record with one writer at a time. */
export function defineOwned<T>(record: {
  readonly key: string;
  readonly version: number;
  readonly schema: v.GenericSchema<unknown, T> & { readonly entries: object };
  readonly migrations?: Migrations;
  readonly supersedes: (known: T, read: T) => boolean;
}): OwnedDefinition<T> {
  const { key, version, schema, migrations = {}, supersedes } = record;
  const open = (raw: unknown) => openEnvelope(raw, version, migrations);
  return {
    key,
    read: once((raw: unknown): Reading<T> => {
      const opened = open(raw);
      if (opened.type !== 'ok') return opened;
      const parsed = v.safeParse(schema, opened.value);
      if (parsed.success) return { type: 'ok', value: parsed.output };
      const [{ path, message }] = parsed.issues;
      return malformed(`${path?.map(({ key }) => String(key)).join('.') ?? ''}: ${message}`);
    }),
    write(value, last) {
      const opened = open(last);
      const data = { ...unknownFields(opened, schema.entries), ...fieldsOf(toJson(value)) };
      return { v: version, data };
    },
    supersedes,
  };
}

function unknownFields(opened: Reading<unknown>, known: object): Readonly<Record<string, Json>> {
  if (opened.type !== 'ok' || !isJson(opened.value)) return {};
  const fields = Object.entries(fieldsOf(opened.value));
  return Object.fromEntries(fields.filter(([name]) => !Object.hasOwn(known, name)));
}

function fieldsOf(value: Json): Readonly<Record<string, Json>> {
  return isObject(value) ? value : {};
}
