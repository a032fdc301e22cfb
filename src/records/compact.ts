/**
 * Merging never drops anything, so a record grows until its generation is raised: the only way in
 * which a register ever goes. Pure; `mend` in mend.ts writes it.
 */
import { generationAfter, MAX_COUNTER, type Doc, type Register } from './merge';

/**
 * The same record without what was removed and what `keep` says no to, as a new generation. Stamps
 * stay, so that edits made meanwhile elsewhere find out whether they were seen; only a clock that
 * somebody has forged to its end begins anew.
 *
 * @returns `doc` itself when its generation can be raised no more
 */
export function compact(doc: Doc, keep: (path: string) => boolean = () => true): Doc {
  const generation = generationAfter(doc.generation);
  if (generation === doc.generation) return doc;
  const kept = Object.entries(doc.registers)
    .filter(([path, [value]]) => value !== null && keep(path))
    .map(([path, register]) => [path, renewed(register)] as const);
  return { generation, registers: Object.fromEntries(kept) };
}

function renewed(register: Register): Register {
  const [value, clock, writer] = register;
  return clock < MAX_COUNTER ? register : [value, 1, writer];
}
