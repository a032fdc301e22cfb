import type { Json } from '../breakout/json';

/** Unit: bytes. Miro refuses values over 64 KB; the rest is for whatever it counts besides ours. */
const MAX_BYTES = 60_000;

/** Whether a record still fits under its key, in UTF-8. */
export function fits(value: Json): boolean {
  const text = JSON.stringify(value);
  return text.length <= MAX_BYTES && new TextEncoder().encode(text).length <= MAX_BYTES;
}
