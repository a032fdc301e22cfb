/** What the records' schemas are made of. Counts and sizes are bounded: anyone may have written. */
import * as v from 'valibot';
import { frameId, roomId, sessionId, tabId, userId } from '../breakout/ids';
import { MAX_COUNTER } from './merge';
import { clip } from './text';

/** Ids become parts of paths and keys, so they hold nothing that separates those. */
const id = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/));

export const user = v.pipe(id, v.transform(userId));
export const room = v.pipe(id, v.transform(roomId));
export const tab = v.pipe(id, v.transform(tabId));
/** Miro's own, which we only hand back. */
const foreign = v.pipe(v.string(), v.minLength(1), v.maxLength(128));
export const frame = v.pipe(foreign, v.transform(frameId));
export const session = v.pipe(foreign, v.transform(sessionId));

/** A longer text than our own screens write is cut, not refused: one name must not hide the rest. */
export const text = (longest: number) =>
  v.pipe(
    v.string(),
    v.transform((raw) => clip(raw, longest)),
  );

/** Epochs, terms, places in a list, numbers of questions. */
export const counter = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_COUNTER));

/** Any finite number: coordinates and points in time. */
export const finite = v.pipe(v.number(), v.finite());

/** A duration; a hundred days is as good as for ever. */
export const duration = v.pipe(finite, v.minValue(0), v.maxValue(8_640_000_000));

export const length = v.union([v.literal('none'), duration]);

/** `undefined` is not JSON: it is stored as `null`, so that the schema yields the domain's type. */
export const orNone = <S extends v.GenericSchema>(schema: S) =>
  v.pipe(
    v.nullable(schema),
    v.transform((value): v.InferOutput<S> | undefined => value ?? undefined),
  );

export const list = <S extends v.GenericSchema>(item: S, most: number) =>
  v.pipe(v.array(item), v.maxLength(most));

/** A map is stored as a list of pairs. */
export const map = <K extends v.GenericSchema, V extends v.GenericSchema>(
  key: K,
  value: V,
  most: number,
) =>
  v.pipe(
    list(v.tuple([key, value]), most),
    v.transform((pairs): ReadonlyMap<v.InferOutput<K>, v.InferOutput<V>> => new Map(pairs)),
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
      'unknown',
    ]),
    'unknown',
  ),
  detail: text(300),
  at: finite,
});
