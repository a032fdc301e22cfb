/** Taking back the last undoable thing, without taking back what others have done since. */
import type { Json } from '../breakout/json';
import { canonical } from '../records/canonical';
import { valueAt, type Changes, type Doc } from '../records/merge';

/** How long "Undo" is offered. */
export const UNDO_MS = 8_000;

/** The changes that were made, and what stood there before. Taken before they are applied. */
export interface Undoing {
  readonly made: Changes;
  readonly before: Changes;
}

export function undoing(doc: Doc, made: Changes): Undoing {
  const before: Record<string, Json> = {};
  for (const path of Object.keys(made)) before[path] = valueAt(doc, path) ?? null;
  return { made, before };
}

/**
 * [I2] Only registers that still hold what we wrote: somebody else's later change stays.
 */
export function undone(doc: Doc, { made, before }: Undoing): Changes {
  const changes: Record<string, Json> = {};
  for (const [path, value] of Object.entries(before)) {
    const current = valueAt(doc, path) ?? null;
    if (canonical(current) === canonical(made[path] ?? null)) changes[path] = value;
  }
  return changes;
}
