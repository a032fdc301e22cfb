import type { Stop } from '../board/port';
import type { Timers } from '../board/timers';
import type { Millis } from '../breakout/ids';

/**
 * When a screen is painted: once in a turn in which anything changed, and when time alone changes
 * what it shows.
 */
export class Repaint {
  readonly #timers: Timers;
  /** Paints, and says in how long it is to be done again at the latest. */
  readonly #paint: () => Millis;
  #pending = false;
  #disarm: Stop = () => undefined;
  #closed = false;

  constructor(timers: Timers, paint: () => Millis) {
    this.#timers = timers;
    this.#paint = paint;
  }

  /** Something has changed. May be called any number of times, also while painting. */
  request(): void {
    if (this.#pending || this.#closed) return;
    this.#pending = true;
    queueMicrotask(() => this.#run());
  }

  close(): void {
    this.#closed = true;
    this.#disarm();
  }

  #run(): void {
    this.#pending = false;
    if (this.#closed) return;
    this.#disarm();
    const againMs = this.#paint();
    this.#disarm = this.#timers.after(againMs, () => this.request());
  }
}
