import type { Timers } from '../board/timers';
import type { Millis } from '../breakout/ids';

/** Nobody has brought it back for so long: whoever wrote it has gone, or has lost it, too. */
const GIVE_UP_MS: Millis = 30_000;

/** [M9] For how long every value that has arrived has lacked something of what a copy knows. */
export class GivingUp {
  readonly #timers: Pick<Timers, 'monotonic'>;
  #sinceAt: Millis | undefined;

  constructor(timers: Pick<Timers, 'monotonic'>) {
    this.#timers = timers;
  }

  /** One has arrived that does. @returns that this has lasted long enough to give up */
  isDue(): boolean {
    const now = this.#timers.monotonic();
    this.#sinceAt ??= now;
    return now - this.#sinceAt >= GIVE_UP_MS;
  }

  /** Nothing is lacking any more. */
  reset(): void {
    this.#sinceAt = undefined;
  }
}
