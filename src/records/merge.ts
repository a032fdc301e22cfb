/**
 * Merged records: what several people may write at once, as a flat map of registers. Storage has
 * no compare-and-set, so every writer may overwrite another's value; merging brings it back.
 *
 * Merging is commutative, associative and idempotent, so copies that have seen the same writes,
 * in whatever order, agree.
 */
import { MAX_COUNTER } from '../breakout/counter';
import type { WriterId } from '../breakout/ids';
import type { Json } from '../breakout/json';
import { canonical, compare } from './canonical';
import { digestOf } from './digest';
import { once } from './once';

/**
 * The clock is logical: one more than the greatest seen at this path, never wall time. The writer
 * is an iframe instance, not a user: with the user, two tabs of one person could write different
 * values under one stamp. A value of `null` means removed.
 */
export type Register = readonly [value: Json, clock: number, writer: WriterId];
export type Registers = Readonly<Record<string, Register>>;

export interface Doc {
  /** A greater one replaces a smaller one whole: that is how registers are ever dropped. */
  readonly generation: number;
  readonly registers: Registers;
}

/** Path → new value; `null` removes. */
export type Changes = Readonly<Record<string, Json>>;

export { MAX_COUNTER } from '../breakout/counter';

export const emptyDoc: Doc = { generation: 0, registers: {} };

/** Paths come from outside: `constructor` must not find what every object inherits. */
export function registerAt({ registers }: Doc, path: string): Register | undefined {
  return Object.hasOwn(registers, path) ? registers[path] : undefined;
}

/** `undefined` for what was never set and for what was removed. */
export function valueAt(doc: Doc, path: string): Json | undefined {
  return registerAt(doc, path)?.[0] ?? undefined;
}

/** Positive when `a` outranks `b`: the greater clock, then writer, then JSON of the value. */
export function compareRegisters(a: Register, b: Register): number {
  return compare(a[1], b[1]) || compare(a[2], b[2]) || compareValues(a[0], b[0]);
}

/** Copies of one record mostly agree: what is the same needs no JSON. */
function compareValues(a: Json, b: Json): number {
  return a === b ? 0 : compare(canonical(a), canonical(b));
}

/**
 * Returns `a` itself when `b` brings nothing new, so that callers can compare by identity; `b` itself
 * when `a` has nothing that it lacks: what has been made of it once holds for each copy.
 */
export function merge(a: Doc, b: Doc): Doc {
  if (a.generation !== b.generation) return a.generation > b.generation ? a : b;
  const news = Object.entries(b.registers).filter(([path, theirs]) => {
    const ours = registerAt(a, path);
    return ours === undefined || compareRegisters(theirs, ours) > 0;
  });
  if (news.length === 0) return a;
  return lacks(b, a).length === 0 ? b : withRegisters(a, news);
}

/** A value that is there already gets no new stamp: it would only start rewrites. */
export function edit(doc: Doc, changes: Changes, writer: WriterId): Doc {
  const news = Object.entries(changes).flatMap(([path, value]): [string, Register][] => {
    const [before, clock] = registerAt(doc, path) ?? [null, 0];
    return canonical(before) === canonical(value) ? [] : [[path, [value, clock + 1, writer]]];
  });
  return news.length === 0 ? doc : withRegisters(doc, news);
}

/** Outranks every copy of a smaller generation, wherever somebody still holds one. */
export function generationAfter(generation: number): number {
  return Math.min(MAX_COUNTER, generation + 1);
}

/** Some register can be edited no more: its clock has been forged. */
export function isExhausted({ registers }: Doc): boolean {
  return Object.values(registers).some(([, clock]) => clock >= MAX_COUNTER);
}

/** Paths at which writing `wanted` over `stored` would bring something back or in. */
export function lacks(stored: Doc, wanted: Doc): readonly string[] {
  if (stored.generation > wanted.generation) return [];
  if (stored.generation < wanted.generation) return Object.keys(wanted.registers);
  return Object.entries(wanted.registers)
    .filter(([path, ours]) => {
      const theirs = registerAt(stored, path);
      return theirs === undefined || compareRegisters(ours, theirs) > 0;
    })
    .map(([path]) => path);
}

/** Short and canonical: equal exactly when two copies hold the same registers and stamps. */
export const digest: (doc: Doc) => string = once(({ generation, registers }: Doc) => {
  const lines = Object.entries(registers)
    .map(([path, register]) => `${path} ${canonical(register)}`)
    .sort(compare);
  return digestOf(`${generation}\n${lines.join('\n')}`);
});

/** `fromEntries` defines properties, so that a path `__proto__` stays a path. */
function withRegisters({ generation, registers }: Doc, news: readonly [string, Register][]): Doc {
  return {
    generation,
    registers: Object.fromEntries([...Object.entries(registers), ...news]),
  };
}
