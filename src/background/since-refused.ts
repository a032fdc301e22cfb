import { BoardError, isRateLimit } from '../board/errors';
import type { Timers } from '../board/timers';
import type { Millis } from '../breakout/ids';

/**
 * [A7] How long ago Miro refused this user a step for its limits. These are the user's, not a tab's: what it
 * refuses to this one it refuses to the others, too, and then their silence says nothing.
 */
export class SinceRefused {
  readonly #timers: Pick<Timers, 'monotonic'>;
  #since: Millis | 'refused yet' = -Infinity;

  constructor(timers: Pick<Timers, 'monotonic'>) {
    this.#timers = timers;
  }

  /** 0 as long as it is refused; `Infinity`: none ever was. */
  get ms(): Millis {
    return this.#since === 'refused yet' ? 0 : this.#timers.monotonic() - this.#since;
  }

  failed(error: unknown): void {
    if (error instanceof BoardError && isRateLimit(error.code)) this.#since = 'refused yet';
  }

  /** A step has worked, or none is tried any more. @returns whether that is so since now */
  over(): boolean {
    if (this.#since !== 'refused yet') return false;
    this.#since = this.#timers.monotonic();
    return true;
  }
}
