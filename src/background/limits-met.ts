import { BoardError, isRateLimit } from '../board/errors';
import type { Timers } from '../board/timers';
import type { Millis } from '../breakout/ids';

/**
 * [A7] Whether Miro lets this user act. Its limits are theirs, not a tab's: as long as it refuses this one,
 * it refuses the others, too, and their silence says nothing.
 */
export class LimitsMet {
  readonly #timers: Pick<Timers, 'monotonic'>;
  #since: Millis | 'refused' = -Infinity;

  constructor(timers: Pick<Timers, 'monotonic'>) {
    this.#timers = timers;
  }

  /** How long it has let them; `Infinity`: it has always done. */
  get grantedMs(): Millis {
    return this.#since === 'refused' ? 0 : this.#timers.monotonic() - this.#since;
  }

  worked(): void {
    if (this.#since === 'refused') this.#since = this.#timers.monotonic();
  }

  failed(error: unknown): void {
    if (error instanceof BoardError && isRateLimit(error.code)) this.#since = 'refused';
  }
}
