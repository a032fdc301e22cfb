/**
 * What stored values say at a glance, for a background that has nothing to do: reading them in
 * full takes more code than all the rest of it. Whatever cannot be read here counts as a yes, and
 * is then read properly.
 */
import type { UserId } from '../breakout/ids';
import { decodeDoc } from './doc-codec';
import { isObject } from './is-json';
import { valueAt } from './merge';
import { openEnvelope } from './reading';

/** The version that these hints can read. Of an older or newer one they only say "perhaps". */
const VERSION = 1;

/** As stored; `undefined`: there is no such record. */
export interface RawRecords {
  readonly plan: unknown;
  readonly run: unknown;
  /** This user's own. */
  readonly person: unknown;
}

/**
 * [B1] Whether this user may have something to do on this board. Without a plan nobody has: no
 * breakout was ever prepared here.
 */
export function mayConcern(user: UserId, { plan, run, person }: RawRecords): boolean {
  if (plan === undefined) return false;
  return (
    person === undefined ||
    mayGoOn(run) ||
    mayHold(plan, `facilitator/${user}`) ||
    mayHold(person, 'at') ||
    mayHold(person, 'home') ||
    (keepsCounts(run) && mayHold(person, 'name'))
  );
}

/** [A7] By this user's own record. */
export function mayBeInRoom(person: unknown): boolean {
  return person !== undefined && mayHold(person, 'at');
}

function mayGoOn(run: unknown): boolean {
  const opened = openEnvelope(run, VERSION, {});
  if (opened.type !== 'ok') return opened.type !== 'missing';
  return !isObject(opened.value) || opened.value['phase'] !== 'closed';
}

/** [J5] A name that still stands there is to be removed. */
function keepsCounts(run: unknown): boolean {
  const opened = openEnvelope(run, VERSION, {});
  if (opened.type !== 'ok' || !isObject(opened.value)) return false;
  const { journal } = opened.value;
  return isObject(journal) && journal['keeps'] === 'counts';
}

/** Of a merged record: whether the register at `path` is set. */
function mayHold(raw: unknown, path: string): boolean {
  const opened = openEnvelope(raw, VERSION, {});
  if (opened.type !== 'ok') return true;
  const doc = decodeDoc(opened.value);
  return typeof doc === 'string' || valueAt(doc, path) !== undefined;
}
