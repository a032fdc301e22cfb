import type { Json } from '../breakout/json';
import { MAX_REGISTERS } from './doc-codec';
import type { Doc } from './merge';
import { fits } from './size';

/**
 * Whether `merged`, what a copy would be with `stored` in it, is no larger than what can be stored.
 * Stored values are bounded, but a copy is made of many: without a bound of its own it would grow
 * with everything that anybody ever wrote.
 */
export function isBounded(merged: Doc, stored: Doc, write: (doc: Doc) => Json): boolean {
  const count = Object.keys(merged.registers).length;
  // With no path of its own it is no larger than what the board has just taken.
  if (count === Object.keys(stored.registers).length) return true;
  return count <= MAX_REGISTERS && fits(write(merged));
}
