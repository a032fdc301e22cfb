import type { Json } from '../../breakout/json';
import { canonical } from '../../records/canonical';
import { valueAt, type Changes, type Doc } from '../../records/merge';

/** Registers that say who did something: two who do the same differ in nothing else. */
const SIGNED = /^epoch\/\d+\/(changedBy|order)$/;

/** What was wanted here last, per register: to tell a lost edit from one that both have made. */
export class OwnWishes {
  readonly #wanted = new Map<string, Json>();

  note(changes: Changes): void {
    for (const [path, value] of Object.entries(changes)) {
      if (!SIGNED.test(path)) this.#wanted.set(path, value);
    }
  }

  /** [I2] Where another's edit stands in place of ours. Two who press "+5" want the same. */
  contradicted(doc: Doc, paths: readonly string[]): readonly string[] {
    return paths.filter((path) => {
      const wanted = this.#wanted.get(path);
      return wanted !== undefined && canonical(valueAt(doc, path) ?? null) !== canonical(wanted);
    });
  }
}
