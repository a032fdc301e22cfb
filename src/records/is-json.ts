import type { Json } from '../breakout/json';
import { MAX_COUNTER } from './merge';

/** Everything that walks a value later does so by recursion; ours are nested four deep at most. */
const MAX_DEPTH = 12;

export function isJson(raw: unknown, depth = MAX_DEPTH): raw is Json {
  if (raw === null || typeof raw === 'string' || typeof raw === 'boolean') return true;
  if (typeof raw === 'number') return Number.isFinite(raw);
  if (depth === 0) return false;
  if (isArray(raw)) return raw.every((item) => isJson(item, depth - 1));
  return isObject(raw) && Object.values(raw).every((field) => isJson(field, depth - 1));
}

/** `Array.isArray` would make it `any[]`. */
export function isArray(raw: unknown): raw is readonly unknown[] {
  return Array.isArray(raw);
}

export function isObject(raw: unknown): raw is Readonly<Record<string, unknown>> {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw);
}

export function isCounter(raw: unknown): raw is number {
  return typeof raw === 'number' && Number.isInteger(raw) && raw >= 0 && raw <= MAX_COUNTER;
}
