/**
 * How a merged record is stored: registers grouped by stamp and value. One split of a thousand
 * people is one stamp and a few dozen values, so the people cost their ids and little more.
 *
 *     { g: generation, r: [[clock, writer, [[value, path, path, …], …]], …] }
 */
import { writerId, type WriterId } from '../breakout/ids';
import type { Json } from '../breakout/json';
import { canonical, compare } from './canonical';
import { isArray, isCounter, isJson, isObject } from './is-json';
import type { Doc, Register } from './merge';

export const MAX_REGISTERS = 10_000;
const MAX_PATH = 200;
const MAX_WRITER = 64;

/** Canonical: equal documents give equal JSON. */
export function encodeDoc({ generation, registers }: Doc): Json {
  const stamps = new Map<string, { clock: number; writer: string; values: Map<string, Group> }>();
  const entries = Object.entries(registers).sort(([a], [b]) => compare(a, b));
  for (const [path, [value, clock, writer]] of entries) {
    const key = `${String(clock).padStart(10, '0')} ${writer}`;
    const stamp = stamps.get(key) ?? { clock, writer, values: new Map<string, Group>() };
    stamps.set(key, stamp);
    const valueKey = canonical(value);
    const group = stamp.values.get(valueKey) ?? { value, paths: [] };
    stamp.values.set(valueKey, group);
    group.paths.push(path);
  }
  const groups = sorted(stamps).map(({ clock, writer, values }) => [
    clock,
    writer,
    sorted(values).map(({ value, paths }) => [value, ...paths]),
  ]);
  return { g: generation, r: groups };
}

interface Group {
  readonly value: Json;
  readonly paths: string[];
}

function sorted<T>(map: ReadonlyMap<string, T>): T[] {
  return [...map].sort(([a], [b]) => compare(a, b)).map(([, value]) => value);
}

/**
 * Anyone on the board may have written it. Says what is wrong instead of throwing.
 * @returns the document, or a sentence for a bug report
 */
export function decodeDoc(raw: unknown): Doc | string {
  if (!isObject(raw)) return 'the record is not an object';
  const { g: generation, r: stamps } = raw;
  if (!isCounter(generation)) return 'the generation is not a counter';
  if (!isArray(stamps)) return 'the registers are not a list';
  const registers = new Map<string, Register>();
  for (const stamp of stamps) {
    const wrong = decodeStamp(stamp, registers);
    if (wrong !== undefined) return wrong;
    if (registers.size > MAX_REGISTERS) return 'there are too many registers';
  }
  return { generation, registers: Object.fromEntries(registers) };
}

function decodeStamp(raw: unknown, registers: Map<string, Register>): string | undefined {
  if (!isArray(raw)) return 'a stamp is not a list';
  const [clock, writer, groups] = raw;
  if (!isCounter(clock)) return 'a clock is not a counter';
  if (!isText(writer, MAX_WRITER)) return 'a writer is not an id';
  if (!isArray(groups)) return 'the values of a stamp are not a list';
  const by: WriterId = writerId(writer);
  for (const group of groups) {
    if (!isArray(group)) return 'a value is not in a list with its paths';
    const [value, ...paths] = group;
    if (!isJson(value)) return 'a value is not plain JSON or nested too deeply';
    for (const path of paths) {
      if (!isPath(path)) return 'a path is not a short text';
      if (registers.has(path)) return `the path ${path} occurs twice`;
      registers.set(path, [value, clock, by]);
    }
  }
  return undefined;
}

export const isPath = (raw: unknown): raw is string => isText(raw, MAX_PATH);

function isText(raw: unknown, longest: number): raw is string {
  return typeof raw === 'string' && raw.length > 0 && raw.length <= longest;
}
