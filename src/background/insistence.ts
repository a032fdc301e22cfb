import type { Stop } from '../board/port';
import type { Timers } from '../board/timers';
import type { Millis } from '../breakout/ids';

const FIRST_MS: Millis = 2_000;
const LONGEST_MS: Millis = 60_000;

export interface InsistenceOptions {
  readonly timers: Timers;
  /** @throws whatever went wrong: it is done again, ever more rarely */
  readonly job: () => Promise<void>;
  /** It has failed, or after a failure worked. */
  readonly changed?: () => void;
}

/** Does one thing until it works: without it something would be missing that nobody looks for. */
export class Insistence {
  readonly #options: InsistenceOptions;
  #running: Promise<void> | undefined;
  #failure: unknown;
  #waitMs = FIRST_MS;
  #stopWaiting: Stop | undefined;
  #ended = false;

  constructor(options: InsistenceOptions) {
    this.#options = options;
  }

  /** What it failed with last; `undefined`: it works, or has not been tried. */
  get failure(): unknown {
    return this.#failure;
  }

  /** Does it now, unless it is under way. Never rejects. */
  now(): Promise<void> {
    this.#running ??= this.#run();
    return this.#running;
  }

  /** "Try again": what waits to be done again is done at once. */
  hurry(): void {
    this.#waitMs = FIRST_MS;
    if (this.#stopWaiting !== undefined) void this.now();
  }

  end(): void {
    this.#ended = true;
    this.#rest();
  }

  async #run(): Promise<void> {
    this.#rest();
    const failedBefore = this.#failure !== undefined;
    try {
      await this.#options.job();
      this.#failure = undefined;
      this.#waitMs = FIRST_MS;
      if (failedBefore) this.#options.changed?.();
    } catch (error) {
      this.#failure = error;
      this.#again();
      this.#options.changed?.();
    } finally {
      this.#running = undefined;
    }
  }

  #again(): void {
    if (this.#ended) return;
    this.#stopWaiting = this.#options.timers.after(this.#waitMs, () => void this.now());
    this.#waitMs = Math.min(LONGEST_MS, this.#waitMs * 2);
  }

  #rest(): void {
    this.#stopWaiting?.();
    this.#stopWaiting = undefined;
  }
}
