/** Reads what an iframe sent: it can be anything, so everything is checked before it is used. */
import type { Json } from './api';
import { sentences } from './sentences';

export type JsonObject = { [key: string]: Json };

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export function asObject(value: Json | undefined, what: string): JsonObject {
  if (!isObject(value)) throw new Error(sentences.invalid(what));
  return value;
}

export function text(args: JsonObject, key: string): string {
  const value = args[key];
  if (typeof value !== 'string') throw new Error(sentences.invalid(key));
  return value;
}

export function optionalText(args: JsonObject, key: string): string | undefined {
  const value = args[key];
  return typeof value === 'string' ? value : undefined;
}

export function amount(args: JsonObject, key: string): number {
  const value = args[key];
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new Error(sentences.invalid(key));
  return value;
}

export function optionalAmount(args: JsonObject, key: string): number | undefined {
  const value = args[key];
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

export function texts(args: JsonObject, key: string): readonly string[] {
  const value = args[key];
  if (!Array.isArray(value)) throw new Error(sentences.invalid(key));
  return value.map((entry) => {
    if (typeof entry !== 'string') throw new Error(sentences.invalid(key));
    return entry;
  });
}

/**
 * What is handed over shares nothing that anybody could change, as `postMessage` and the network
 * give: a copy, or the value itself if it is frozen (by `parseFrozen`, so throughout).
 */
export const handedOver = (value: Json | undefined): Json | undefined =>
  Object.isFrozen(value) ? value : parse(serialise(value));

/** `undefined` (and what JSON cannot say) stays `undefined`. */
export const serialise = (value: Json | undefined): string | undefined =>
  value === undefined ? undefined : JSON.stringify(value);

export const parse = (json: string | undefined): Json | undefined =>
  json === undefined ? undefined : (JSON.parse(json) as Json);

/** One copy for many readers: whoever tries to change it fails. */
export const parseFrozen = (json: string | undefined): Json | undefined => freeze(parse(json));

function freeze<T extends Json | undefined>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  for (const part of Object.values(value)) freeze(part);
  return Object.freeze(value);
}
