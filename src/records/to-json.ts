import type { Json } from '../breakout/json';

/** Domain values as they are stored: maps as lists of pairs, `undefined` as `null`. */
export function toJson(value: unknown): Json {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError(`${value} cannot be stored`);
      return value;
    case 'undefined':
      return null;
    case 'object':
      return value === null ? null : objectToJson(value);
    default:
      throw new TypeError(`A ${typeof value} cannot be stored`);
  }
}

function objectToJson(value: object): Json {
  if (value instanceof Map || Array.isArray(value)) return Array.from(value, toJson);
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, toJson(field)]));
}
