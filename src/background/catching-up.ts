import type { Timers } from '../board/timers';
import type { Millis } from '../breakout/ids';
import type { Held } from './held';

/** What could not be read is read again after so long. */
const AGAIN_MS: Millis = 2_000;

export interface CatchingUpDeps {
  readonly timers: Timers;
  readonly held: Pick<Held, 'run' | 'beat' | 'plan'>;
  readonly wake: () => void;
}

/**
 * [C3] Pushes may have been lost while we slept or loaded: what is stored is read before anything is taken over,
 * or gone on with. If storage does not answer, it is not.
 */
export class CatchingUp {
  readonly #deps: CatchingUpDeps;
  #behind = false;
  #isReading = false;
  #againAt: Millis = 0;

  constructor(deps: CatchingUpDeps) {
    this.#deps = deps;
  }

  /** We have slept, and have not read yet what others have done meanwhile. */
  get behind(): boolean {
    return this.#behind;
  }

  hasSlept(): void {
    this.#behind = true;
  }

  /** To be called as long as there is something to do first: a read that fails is not repeated at once. */
  async before(act: () => void): Promise<void> {
    const { held, timers, wake } = this.#deps;
    if (this.#isReading || timers.monotonic() < this.#againAt) return;
    this.#isReading = true;
    try {
      await Promise.all([held.run.reread(), held.beat.reread(), held.plan.reread()]);
      this.#behind = false;
      act();
    } catch {
      this.#againAt = timers.monotonic() + AGAIN_MS;
    } finally {
      this.#isReading = false;
      wake();
    }
  }
}
