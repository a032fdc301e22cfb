/**
 * A set-up as a document of its own: in the record of this board, as a file for another, and in a text
 * on the board, for copies of it. What is read comes from anybody, so sizes and counts are bounded; it
 * is text and numbers, never more.
 */
import * as v from 'valibot';
import type { Json } from '../breakout/json';
import { MAX_PLACES, MAX_ROOMS } from '../breakout/plan';
import type { Setup } from '../breakout/setup';
import { isCounter, isJson, isObject } from './is-json';
import { openEnvelope, type Migrations } from './reading';
import { counter, duration, length, list, orNone, text } from './schemas';
import { MAX_NAME, MAX_TASK } from './text';
import { toJson } from './to-json';

const VERSION = 1;
const migrations: Migrations = {};
/** Says whose file it is, to people and to us. */
const APP = 'breakout-rooms-set-up';
/** The name under which a text on the board keeps one. */
export const KEPT_AS = 'set-up';
/** Unit: bytes. Miro gives an item 6 KB for everything that is kept in it. D:storage */
const MAX_IN_ITEM = 6_000;
/** Unit: UTF-16 units. A hundred rooms with the longest tasks stay below it. */
export const MAX_FILE = 400_000;
const HUES = 10;
const MAX_TITLE = 200;

const places = v.custom<number>((raw) => isCounter(raw) && raw >= 1 && raw <= MAX_PLACES);

const room = v.object({
  name: v.pipe(text(MAX_NAME), v.minLength(1)),
  hue: v.pipe(
    counter,
    v.check((hue) => hue < HUES),
  ),
  task: text(MAX_TASK),
  places: v.optional(orNone(places)),
  locked: v.optional(orNone(v.boolean())),
});

const manner = v.object({
  asking: v.picklist(['ask', 'bring']),
  seating: v.picklist(['given', 'chosen']),
  late: v.picklist(['smallest', 'wait', 'choose']),
  names: v.boolean(),
});

const setup = v.object({
  rooms: v.pipe(list(room, MAX_ROOMS), v.minLength(1)),
  task: text(MAX_TASK),
  length,
  boardTimer: v.boolean(),
  closingMs: duration,
  plenary: orNone(text(MAX_TITLE)),
  manner: v.optional(orNone(manner)),
}) satisfies v.GenericSchema<unknown, Setup>;

export const setupDocument: v.GenericSchema<unknown, Setup> = v.pipe(
  v.unknown(),
  v.transform((raw) => openEnvelope(raw, VERSION, migrations)),
  v.check(({ type }) => type === 'ok'),
  v.transform((opened) => (opened.type === 'ok' ? opened.value : undefined)),
  setup,
);

export const writeSetup = (value: Setup): Json => ({ v: VERSION, data: toJson(value) });

export type SetupFile =
  | { readonly type: 'set-up'; readonly name: string; readonly setup: Setup }
  | { readonly type: 'refused'; readonly reason: 'too-large' | 'newer' | 'not-a-set-up' };

/** For `readSetupFile`, and for people to look into. */
export function writeSetupFile(name: string, value: Setup): string {
  return JSON.stringify({ app: APP, name, set: writeSetup(value) }, null, 2);
}

/**
 * For `readKeptSetup`. What a room does not have is left out: there is little room in an item.
 * @returns `undefined`: more than fits
 */
export function writeKeptSetup(name: string, value: Setup): Json | undefined {
  const rooms = value.rooms.map(({ places, locked, ...rest }) => ({
    ...rest,
    ...(places === undefined ? {} : { places }),
    ...(locked === true ? { locked } : {}),
  }));
  const kept = { app: APP, name, set: writeSetup({ ...value, rooms }) };
  return fitsItem(kept) ? kept : undefined;
}

/** What is kept in an item may be anybody's: they write with the same app, or with a console. */
export function readKeptSetup(raw: unknown): SetupFile {
  if (!isJson(raw)) return { type: 'refused', reason: 'not-a-set-up' };
  return fitsItem(raw) ? readDocument(raw) : { type: 'refused', reason: 'too-large' };
}

export function readSetupFile(content: string): SetupFile {
  if (content.length > MAX_FILE) return { type: 'refused', reason: 'too-large' };
  return readDocument(parsed(content));
}

const fitsItem = (kept: Json): boolean =>
  new TextEncoder().encode(JSON.stringify(kept)).length <= MAX_IN_ITEM;

function readDocument(raw: unknown): SetupFile {
  if (!isObject(raw) || raw['app'] !== APP) return { type: 'refused', reason: 'not-a-set-up' };
  const opened = openEnvelope(raw['set'], VERSION, migrations);
  if (opened.type === 'newer') return { type: 'refused', reason: 'newer' };
  const value = v.safeParse(setupDocument, raw['set']);
  if (!value.success) return { type: 'refused', reason: 'not-a-set-up' };
  const name = v.safeParse(text(MAX_NAME), raw['name']);
  return { type: 'set-up', name: name.success ? name.output : '', setup: value.output };
}

function parsed(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    // Whatever it is, it is no file of ours.
    return undefined;
  }
}
