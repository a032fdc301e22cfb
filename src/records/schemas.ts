/** What the records' schemas are made of. Counts and sizes are bounded: anyone may have written. */
import * as v from 'valibot';
import { frameId, itemId, roomId, sessionId, tabId, userId } from '../breakout/ids';
import type { Length } from '../breakout/plan';
import { isCounter } from './is-json';
import { clip, visible } from './text';

/**
 * Checks of our own instead of valibot's pipes of small ones: the background has to stay small, and
 * what exactly is wrong with a number matters to nobody.
 */
const id = v.custom<string>((raw) => typeof raw === 'string' && /^[\w-]{1,64}$/.test(raw));
const shortText = (longest: number) =>
  v.custom<string>((raw) => typeof raw === 'string' && raw !== '' && raw.length <= longest);

/** Ids of people, rooms and tabs become parts of paths and keys: they hold nothing that separates. */
export const user = v.pipe(id, v.transform(userId));
export const room = v.pipe(id, v.transform(roomId));
export const tab = v.pipe(id, v.transform(tabId));
/** Miro's own ids, which we only hand back. */
export const frame = v.pipe(shortText(128), v.transform(frameId));
export const item = v.pipe(shortText(128), v.transform(itemId));
export const session = v.pipe(shortText(128), v.transform(sessionId));

/** Ids that mean something to nobody but us. */
export const token = id;

export const digest = v.custom<string>((raw) => typeof raw === 'string' && raw.length <= 32);

/** A longer text than our own screens write is cut, not refused: one name must not hide the rest. */
export const text = (longest: number): v.GenericSchema<string> =>
  v.pipe(
    v.string(),
    v.transform((raw) => clip(visible(raw), longest)),
  );

/** Epochs, terms, places in a list, numbers of questions. */
export const counter = v.custom<number>(isCounter);

/** Any finite number: coordinates and points in time. */
export const finite = v.custom<number>(Number.isFinite);

/** A hundred days is as good as for ever. */
const LONGEST_MS = 8_640_000_000;
const isDuration = (raw: unknown): raw is number =>
  typeof raw === 'number' && raw >= 0 && raw <= LONGEST_MS;
export const duration = v.custom<number>(isDuration);
export const length = v.custom<Length>((raw) => raw === 'none' || isDuration(raw));

/** `undefined` is not JSON: it is stored as `null`, so that the schema yields the domain's type. */
export const orNone = <S extends v.GenericSchema>(
  schema: S,
): v.GenericSchema<v.InferInput<S> | null, v.InferOutput<S> | undefined> =>
  v.pipe(
    v.nullable(schema),
    v.transform((value) => value ?? undefined),
  );

export const list = <S extends v.GenericSchema>(
  item: S,
  most: number,
): v.GenericSchema<v.InferInput<S>[], v.InferOutput<S>[]> =>
  v.pipe(
    v.array(item),
    v.check((items) => items.length <= most),
  );

/** A map is stored as a list of pairs. */
export const map = <K extends v.GenericSchema, V extends v.GenericSchema>(
  key: K,
  value: V,
  most: number,
): v.GenericSchema<
  [v.InferInput<K>, v.InferInput<V>][],
  ReadonlyMap<v.InferOutput<K>, v.InferOutput<V>>
> =>
  v.pipe(
    list(v.tuple([key, value]), most),
    v.transform((pairs) => new Map(pairs)),
  );

/** @see Problem: `detail` is Miro's own sentence. */
export const problem = v.object({
  reason: v.fallback(
    v.picklist([
      'sessions-taken',
      'forbidden',
      'rate-limited',
      'timer-unavailable',
      'not-found',
      'offline',
      'cannot-end',
      'not-loaded',
      'window-taken',
      'unknown',
    ]),
    'unknown',
  ),
  detail: text(300),
  at: finite,
});

/** What somebody has chosen of the rooms: in their record, and as the result of their modal. */
export const choice = v.union([
  v.object({ kind: v.literal('room'), epoch: counter, ask: counter, room, seat: counter }),
  v.object({ kind: v.picklist(['later', 'never']), epoch: counter, ask: counter }),
]);
