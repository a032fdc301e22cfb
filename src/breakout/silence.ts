import type { Millis } from './ids';

/** A gap this long between two of our own ticks means that we slept, not that others were silent. */
const SLEPT_MS: Millis = 15_000;

/**
 * How long something has not been heard, counted only while this page was awake. A long gap
 * restarts the count, once per heard beat: without that, two hidden facilitators take over from
 * each other many times an hour; with more than once, a dead conductor would never be noticed.
 */
export class Silence {
  #sinceAt: Millis;
  #tickAt: Millis;
  #forgiven = false;

  /** @param monotonicAt `performance.now()`, which is not set by anybody */
  constructor(monotonicAt: Millis) {
    this.#sinceAt = monotonicAt;
    this.#tickAt = monotonicAt;
  }

  heard(monotonicAt: Millis): void {
    this.#sinceAt = monotonicAt;
    this.#tickAt = monotonicAt;
    this.#forgiven = false;
  }

  /** To be called at every evaluation. True: we have slept, so what we hold should be read anew. */
  tick(monotonicAt: Millis): boolean {
    const slept = monotonicAt - this.#tickAt > SLEPT_MS;
    this.#tickAt = monotonicAt;
    if (!slept || this.#forgiven) return false;
    this.#forgiven = true;
    this.#sinceAt = monotonicAt;
    return true;
  }

  lastedMs(monotonicAt: Millis): Millis {
    return monotonicAt - this.#sinceAt;
  }
}
