/** Reads what the board answered. A wrong shape is a fault of the mocked board, so it throws. */
import type { Json } from '../world/api';
import { isObject, type JsonObject } from '../world/args';

const wrong = (what: string, value: unknown): Error =>
  new Error(`The mocked board answered with a wrong ${what}: ${JSON.stringify(value)}`);

export function object(value: Json | undefined): JsonObject {
  if (!isObject(value)) throw wrong('object', value);
  return value;
}

export function list(value: Json | undefined): readonly Json[] {
  if (!Array.isArray(value)) throw wrong('list', value);
  return value;
}

export function string(value: Json | undefined): string {
  if (typeof value !== 'string') throw wrong('text', value);
  return value;
}

export function number(value: Json | undefined): number {
  if (typeof value !== 'number') throw wrong('number', value);
  return value;
}

export function boolean(value: Json | undefined): boolean {
  if (typeof value !== 'boolean') throw wrong('yes or no', value);
  return value;
}

export const rect = (value: Json | undefined) => {
  const { x, y, width, height } = object(value);
  return { x: number(x), y: number(y), width: number(width), height: number(height) };
};

export const user = (value: Json | undefined) => {
  const { id, name } = object(value);
  return { id: string(id), name: string(name) };
};

/**
 * Data whose type the app chose when it stored or sent them: `get<T>`, `getPanelData<T>` … Nobody
 * checks that, at Miro either.
 */
export const trusted = <T>(value: unknown): T => value as T;
