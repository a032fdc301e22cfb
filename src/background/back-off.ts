import type { Millis } from '../breakout/ids';

const FIRST_MS: Millis = 2_000;
const LONGEST_MS: Millis = 60_000;

/** Which steps may be tried now: one at a time each, and after a failure ever more rarely. */
export class BackOff {
  readonly #running = new Set<string>();
  readonly #failed = new Map<string, { readonly againAt: Millis; readonly waitMs: Millis }>();

  mayTry(key: string, monotonicAt: Millis): boolean {
    const failed = this.#failed.get(key);
    return !this.#running.has(key) && (failed === undefined || monotonicAt >= failed.againAt);
  }

  begin(key: string): void {
    this.#running.add(key);
  }

  succeeded(key: string): void {
    this.#running.delete(key);
    this.#failed.delete(key);
  }

  failed(key: string, monotonicAt: Millis): void {
    this.#running.delete(key);
    const before = this.#failed.get(key)?.waitMs;
    const waitMs = before === undefined ? FIRST_MS : Math.min(LONGEST_MS, before * 2);
    this.#failed.set(key, { againAt: monotonicAt + waitMs, waitMs });
  }

  /** Everything may be tried at once again ("Try again"). */
  reset(): void {
    this.#failed.clear();
  }

  get running(): number {
    return this.#running.size;
  }

  /** When the next step that failed may be tried again. */
  nextAt(): Millis | undefined {
    const times = [...this.#failed.values()].map(({ againAt }) => againAt);
    return times.length === 0 ? undefined : Math.min(...times);
  }
}
