import type { Json } from '../../breakout/json';
import { canonical } from '../../records/canonical';
import { valueAt, type Changes, type Doc } from '../../records/merge';

/** Registers that say who did something: two who do the same differ in nothing else. */
const SIGNED = /^epoch\/\d+\/(changedBy|order)$/;

/** What is told to whoever wants to know which of its edits have lost. */
export interface Wishes {
  note(changes: Changes): void;
  /** Somebody else's edits of these registers have won over ours. */
  overruled(doc: Doc, paths: readonly string[]): void;
}

/** What was wanted here last, per register: to tell a lost edit from one that both have made. */
export class OwnWishes implements Wishes {
  readonly #wanted = new Map<string, Json>();
  readonly #onLost: (paths: readonly string[]) => void;

  constructor(onLost: (paths: readonly string[]) => void) {
    this.#onLost = onLost;
  }

  note(changes: Changes): void {
    for (const [path, value] of Object.entries(changes)) {
      if (!SIGNED.test(path)) this.#wanted.set(path, value);
    }
  }

  /** [I2] Where another's edit stands in place of ours. Two who press "+5" want the same. */
  overruled(doc: Doc, paths: readonly string[]): void {
    const lost = paths.filter((path) => {
      const wanted = this.#wanted.get(path);
      return wanted !== undefined && canonical(valueAt(doc, path) ?? null) !== canonical(wanted);
    });
    if (lost.length > 0) this.#onLost(lost);
  }
}
