import type { Timers } from '../board/timers';
import type { Millis } from '../breakout/ids';
import type { Json } from '../breakout/json';
import { compareRegisters, registerAt, type Changes, type Doc, type Register } from './merge';

const REMEMBERED_MS: Millis = 60_000;

/**
 * Our edits of the last minute. A new generation replaces a record whole, and may have been made by
 * somebody who had not seen them yet.
 */
export class OwnEdits {
  readonly #timers: Timers;
  readonly #edits = new Map<string, { readonly register: Register; readonly at: Millis }>();

  constructor(timers: Timers) {
    this.#timers = timers;
  }

  note(doc: Doc, paths: readonly string[]): void {
    const at = this.#timers.monotonic();
    for (const [path, edit] of this.#edits) {
      if (at - edit.at > REMEMBERED_MS) this.#edits.delete(path);
    }
    for (const path of paths) {
      const register = registerAt(doc, path);
      if (register !== undefined) this.#edits.set(path, { register, at });
    }
  }

  /**
   * What to edit again in a new generation. An empty one is a wipe, which is meant; and what
   * somebody had overruled or removed `before` it is not brought back.
   */
  missingIn(doc: Doc, before: Doc): Changes {
    if (Object.keys(doc.registers).length === 0) return {};
    const now = this.#timers.monotonic();
    const missing: [string, Json][] = [];
    for (const [path, { register, at }] of this.#edits) {
      const stood = registerAt(before, path);
      if (stood === undefined || compareRegisters(register, stood) < 0) continue;
      const there = registerAt(doc, path);
      const lost = there === undefined || compareRegisters(register, there) > 0;
      if (lost && now - at <= REMEMBERED_MS) missing.push([path, register[0]]);
    }
    return Object.fromEntries(missing);
  }

  forget(): void {
    this.#edits.clear();
  }
}
