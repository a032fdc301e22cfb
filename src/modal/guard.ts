/**
 * A modal appears under people's hands while they type and click on the board. Nothing is accepted
 * in its first 700 ms, and nothing that began in them: a button pressed before and released after
 * does not count.
 */
export const DEAF_MS = 700;

export class Guard {
  #now: () => number;
  #shownAt: number;
  #beganAt: number | undefined;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
    this.#shownAt = now();
  }

  /** A pointer or a key went down. */
  began(): void {
    this.#beganAt = this.#now();
  }

  /** Whether what just happened may answer the question. A click without any press (from assistive technology) may. */
  accepts(): boolean {
    const open = this.#shownAt + DEAF_MS;
    return this.#now() >= open && (this.#beganAt ?? open) >= open;
  }
}
