import { BoardError } from '../board/errors';
import type { StoragePort, Stop } from '../board/port';
import type { Timers } from '../board/timers';
import type { Millis } from '../breakout/ids';
import { FIRST_RETRY_MS, HOUR_RETRY_MS, LONGEST_RETRY_MS } from './retrying';

/**
 * `first`: what was stored when we came, perhaps hours old. `change`: pushed since. `reread`: asked
 * for again, because a push may have been lost.
 */
export type Arrival = 'first' | 'change' | 'reread';

interface FollowerOptions {
  readonly storage: StoragePort;
  readonly key: string;
  readonly timers: Timers;
  readonly arrived: (raw: unknown, arrival: Arrival) => void;
}

/** Follows one key: patiently until storage has answered, and sure before it says "missing". */
export class Follower {
  readonly #options: FollowerOptions;
  #opening: Promise<void> | undefined;
  #stopWatching: Stop | undefined;
  #stopWaiting: Stop = () => undefined;
  #answered = false;
  #exists = false;
  #closed = false;
  /** A push says that the key has gone; an older push that comes late says so, too. */
  #doubted = false;

  constructor(options: FollowerOptions) {
    this.#options = options;
  }

  get answered(): boolean {
    return this.#answered;
  }

  /** Resolves after the first answer; until storage answers, it is asked again and again. */
  open(): Promise<void> {
    this.#opening ??= this.#watch(FIRST_RETRY_MS);
    return this.#opening;
  }

  /**
   * Reads the key once.
   * @throws {BoardError} storage did not answer; the copy we have goes on being used
   */
  async reread(): Promise<void> {
    const { storage, key } = this.#options;
    const raw = await storage.read(key);
    this.#doubted = false;
    this.#deliver(raw, 'reread');
  }

  close(): void {
    this.#closed = true;
    this.#stopWaiting();
    this.#stopWatching?.();
  }

  async #watch(retryMs: Millis): Promise<void> {
    const { storage, key } = this.#options;
    try {
      this.#watching(await storage.watch(key, (raw) => this.#pushed(raw)));
    } catch (error) {
      const hour = error instanceof BoardError && error.code === 'rate-limited-hour';
      await this.#pause(hour ? HOUR_RETRY_MS : retryMs);
      await this.#watch(Math.min(LONGEST_RETRY_MS, retryMs * 2));
    }
  }

  /** Closing may come while storage is still being asked. */
  #watching(stop: Stop): void {
    if (this.#closed) stop();
    else this.#stopWatching = stop;
  }

  #pause(ms: Millis): Promise<void> {
    return new Promise((resolve) => {
      this.#stopWaiting = this.#options.timers.after(ms, resolve);
    });
  }

  #pushed(raw: unknown): void {
    if (raw !== undefined || !this.#exists) {
      this.#doubted = false;
      this.#deliver(raw, this.#answered ? 'change' : 'first');
    } else if (!this.#doubted) {
      this.#doubted = true;
      void this.#makeSure();
    }
  }

  async #makeSure(): Promise<void> {
    try {
      await this.reread();
    } catch {
      // What vanished may be believed a little later; anything that is stored ends the doubt.
      await this.#pause(LONGEST_RETRY_MS);
      if (this.#doubted && !this.#closed) await this.#makeSure();
    }
  }

  #deliver(raw: unknown, arrival: Arrival): void {
    if (this.#closed) return;
    this.#answered = true;
    this.#exists = raw !== undefined;
    this.#options.arrived(raw, arrival);
  }
}
