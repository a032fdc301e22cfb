import { compact } from './compact';
import type { EditRefusal, MergedRecord } from './merged-record';

/**
 * Writes this copy over what cannot be read; what has been brought to its bounds begins a new
 * generation with all that this version knows. For a facilitator's press alone: others may have a
 * better copy, or the means to read what stands there.
 * @returns why not, if not
 */
export function mend(record: Mendable): EditRefusal | undefined {
  if (record.mending === undefined) return undefined;
  const { doc, definition, atBounds } = record;
  const mended = atBounds ? compact(doc, (path) => definition.knows(path)) : doc;
  if (atBounds && mended === doc) return 'out-of-bounds';
  record.replace(mended);
  return undefined;
}

/**
 * A new generation without what was removed and what `keep` says no to. What others edit meanwhile
 * they edit again.
 * @returns why not, if not
 */
export function renew(
  record: Mendable,
  keep: (path: string) => boolean = () => true,
): EditRefusal | undefined {
  if (record.status === 'loading') return 'loading';
  if (record.status !== 'ready') return 'unreadable';
  const renewed = compact(record.doc, keep);
  if (renewed === record.doc) return 'out-of-bounds';
  record.replace(renewed);
  return undefined;
}

type Mendable = Pick<
  MergedRecord<unknown>,
  'status' | 'mending' | 'doc' | 'definition' | 'atBounds' | 'replace'
>;
