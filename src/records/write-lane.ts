import { BoardError, type BoardFault } from '../board/errors';
import type { StoragePort, Stop } from '../board/port';
import type { Timers } from '../board/timers';
import type { Millis } from '../breakout/ids';
import type { Json } from '../breakout/json';
import { FIRST_RETRY_MS, HOUR_RETRY_MS, LONGEST_RETRY_MS } from './retrying';
import { fits } from './size';

export interface WriteFailure {
  readonly fault: BoardFault;
  /** Miro's own sentence, to be shown as text. */
  readonly detail: string;
}

interface WriteLaneOptions {
  readonly storage: StoragePort;
  readonly key: string;
  readonly timers: Timers;
  /**
   * The newest value, asked for when a write begins, and once more by a storage that reads before it writes;
   * `undefined`: nothing to write after all.
   */
  readonly next: () => Json | undefined;
  /** A write has settled, well or not; `failure` says which. */
  readonly settled: () => void;
}

/**
 * Writes one key: one write in flight at a time, always the newest value, several requests of one
 * turn as one write. A failed write is tried again ever more rarely; when the hour's credits are used
 * up every ten minutes, and not at all by itself when the value does not fit.
 */
export class WriteLane {
  readonly #options: WriteLaneOptions;
  #state: 'idle' | 'requested' | 'writing' | 'waiting' | 'stopped' = 'idle';
  /** Requested again while writing. */
  #again = false;
  #failure: WriteFailure | undefined;
  #failedAt: Millis = 0;
  #retryMs = FIRST_RETRY_MS;
  #stopWaiting: Stop = () => undefined;
  #closed = false;

  constructor(options: WriteLaneOptions) {
    this.#options = options;
  }

  /** A write is under way, about to begin, or to be tried again. */
  get busy(): boolean {
    return this.#state !== 'idle' && this.#state !== 'stopped';
  }

  get failure(): WriteFailure | undefined {
    return this.#failure;
  }

  request(): void {
    if (this.#state === 'writing') this.#follow();
    if (this.#state === 'idle' || (this.#state === 'stopped' && this.#rested())) this.#begin();
  }

  /** Tries again at once what has failed. */
  retry(): void {
    if (this.#failure === undefined || this.#state === 'writing') return;
    this.#begin();
  }

  /** What is under way or requested is still written, and at once; nothing is tried again. */
  close(): void {
    this.#closed = true;
    this.#stopWaiting();
    if (this.#again) this.#follow();
    if (this.#state === 'waiting') this.#state = 'stopped';
  }

  /** A page that goes does not live to see its write answered: the next one follows it closely. */
  #follow(): void {
    this.#again = !this.#closed;
    if (this.#closed) void this.#write();
  }

  /** A new edit may try again what is not tried again by itself, but not in quick succession. */
  #rested(): boolean {
    return this.#options.timers.monotonic() - this.#failedAt >= LONGEST_RETRY_MS;
  }

  #wait(ms: Millis): void {
    this.#stopWaiting = this.#options.timers.after(ms, () => this.#begin());
  }

  #begin(): void {
    this.#stopWaiting();
    this.#again = false;
    this.#state = 'requested';
    queueMicrotask(() => void this.#write());
  }

  async #write(): Promise<void> {
    const { storage, key, next, settled } = this.#options;
    const value = next();
    this.#state = value === undefined ? 'idle' : 'writing';
    if (value === undefined) return;
    try {
      if (!fits(value)) throw new BoardError('too-large', 'The record would exceed 60 KB.');
      await storage.write(key, value, () => this.#newest());
      this.#failure = undefined;
      this.#retryMs = FIRST_RETRY_MS;
      this.#stored();
    } catch (error) {
      this.#failed(error);
    }
    settled();
  }

  /** What was requested meanwhile goes with this write. */
  #newest(): Json | undefined {
    this.#again = false;
    return this.#options.next();
  }

  #stored(): void {
    this.#state = 'idle';
    if (this.#again) this.#begin();
  }

  #failed(error: unknown): void {
    const { timers } = this.#options;
    const fault = error instanceof BoardError ? error.code : 'unknown';
    const detail = error instanceof Error ? error.message : String(error);
    this.#failure = { fault, detail };
    this.#failedAt = timers.monotonic();
    const hour = fault === 'rate-limited-hour';
    if (hour || fault === 'too-large' || this.#closed) {
      this.#state = 'stopped';
      if (hour && !this.#closed) this.#wait(HOUR_RETRY_MS);
      return;
    }
    this.#state = 'waiting';
    this.#wait(this.#retryMs);
    this.#retryMs = Math.min(LONGEST_RETRY_MS, this.#retryMs * 2);
  }
}
