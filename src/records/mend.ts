import type { StoragePort } from '../board/port';
import type { UserId } from '../breakout/ids';
import { compact } from './compact';
import type { OwnedDefinition } from './definition';
import { emptyDoc, isExhausted, type Doc } from './merge';
import type { EditRefusal, MergedRecord } from './merged-record';
import type { OwnedCopy } from './owned-copy';
import type { People } from './people';
import { personRecord } from './person';
import type { Unreadable } from './reading';

/**
 * What a facilitator can be offered for a record that is malformed, or that somebody has brought to
 * its bounds: `repair` writes this copy over it; where there is none, `afresh` an empty record.
 */
export type Mending = 'repair' | 'afresh';

export function mendingOf(record: {
  readonly unreadable: Unreadable | undefined;
  /** There is a copy to go on with. */
  readonly usable: boolean;
  readonly doc?: Doc;
}): Mending | undefined {
  const { unreadable, usable, doc } = record;
  if (unreadable === undefined) return doc && isWorn(doc) ? 'repair' : undefined;
  if (unreadable.newer) return undefined;
  return usable ? 'repair' : 'afresh';
}

/**
 * Writes this copy over what cannot be read; what has been brought to its bounds begins a new
 * generation with all that this version knows. For a facilitator's press alone: others may have a
 * better copy, or the means to read what stands there.
 * @returns why not, if not
 */
export function mend(record: Mendable): EditRefusal | undefined {
  if (mendingOf(record) === undefined) return undefined;
  const { doc, definition, unreadable } = record;
  const atBounds = unreadable?.overgrown === true || isWorn(doc);
  const mended = atBounds ? compact(doc, (path) => definition.knows(path)) : doc;
  if (atBounds && mended === doc) return 'out-of-bounds';
  record.replace(mended);
  return undefined;
}

/**
 * As `mend`, for a record with one writer: the last good value, or else `afresh`, is written over what
 * cannot be read. Whoever knows a newer one writes that then.
 * @throws {BoardError} it could not be written
 */
export async function mendOwned<T extends object>(
  record: Pick<OwnedCopy<T>, 'unreadable' | 'usable' | 'value'>,
  definition: OwnedDefinition<T>,
  storage: Pick<StoragePort, 'write'>,
  afresh?: T,
): Promise<void> {
  const written = record.value ?? afresh;
  if (mendingOf(record) === undefined || written === undefined) return;
  await storage.write(definition.key, definition.write(written, undefined));
}

/**
 * As `mend`, for somebody else's record: our copy of it, or an empty one.
 * @throws {BoardError} it could not be written
 */
export async function mendTheirs(
  people: Pick<People, 'unreadable' | 'docOf'>,
  user: UserId,
  storage: Pick<StoragePort, 'write'>,
): Promise<void> {
  if (people.unreadable.get(user)?.newer !== false) return;
  const { key, write } = personRecord(user);
  await storage.write(key, write(people.docOf(user) ?? emptyDoc));
}

type Mendable = Pick<
  MergedRecord<unknown>,
  'status' | 'unreadable' | 'usable' | 'doc' | 'definition' | 'replace'
>;

/** A screen asks with each change of anything. */
const worn = new WeakMap<Doc, boolean>();

function isWorn(doc: Doc): boolean {
  const known = worn.get(doc) ?? isExhausted(doc);
  worn.set(doc, known);
  return known;
}
