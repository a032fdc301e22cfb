import type { Timers } from '../board/timers';
import type { Millis } from '../breakout/ids';

/** Nobody has brought back for so long what storage lacks: whoever wrote it has gone, or has lost it, too. */
const GIVE_UP_MS: Millis = 30_000;

/** [M9] For how long every value that has arrived has lacked something of a copy. */
export class GivingUp {
  readonly #timers: Pick<Timers, 'monotonic'>;
  #sinceAt: Millis | undefined;

  constructor(timers: Pick<Timers, 'monotonic'>) {
    this.#timers = timers;
  }

  /** To be told with each value that arrives. @returns that it has lasted long enough to give up */
  isDue(lacking: boolean): boolean {
    const now = this.#timers.monotonic();
    this.#sinceAt = lacking ? (this.#sinceAt ?? now) : undefined;
    return this.#sinceAt !== undefined && now - this.#sinceAt >= GIVE_UP_MS;
  }
}
