import type { Timers } from '../board/timers';
import type { Beat } from '../breakout/beat';
import type { Millis } from '../breakout/ids';
import { runVersion, type Run } from '../breakout/run';
import type { Held } from './held';

/** A push may be late; one that is later than this is taken for lost. */
const LATE_MS: Millis = 5_000;

/**
 * A push from storage may be lost for good. The beat says what the conductor holds; a copy that
 * differs from it for five seconds is read again, once for each beat.
 */
export class LostPushes {
  readonly #timers: Timers;
  readonly #held: Held;
  #differs: { readonly beat: Beat; readonly sinceAt: Millis; read: boolean } | undefined;

  constructor(deps: { readonly timers: Timers; readonly held: Held }) {
    this.#timers = deps.timers;
    this.#held = deps.held;
  }

  evaluate(beat: Beat | undefined, run: Run | undefined): void {
    if (beat === undefined || this.#agree(beat, run)) {
      this.#differs = undefined;
      return;
    }
    const now = this.#timers.monotonic();
    if (this.#differs?.beat !== beat) this.#differs = { beat, sinceAt: now, read: false };
    if (this.#differs.read || now - this.#differs.sinceAt < LATE_MS) return;
    this.#differs.read = true;
    void this.#read(beat, run);
  }

  #agree(beat: Beat, run: Run | undefined): boolean {
    return this.#sameRun(beat, run) && this.#samePlan(beat) && this.#sameSeats(beat, run);
  }

  #sameRun(beat: Beat, run: Run | undefined): boolean {
    return beat.runDigest === '' || (run !== undefined && beat.runDigest === runVersion(run));
  }

  #samePlan(beat: Beat): boolean {
    return beat.planDigest === this.#held.plan.digest;
  }

  #sameSeats(beat: Beat, run: Run | undefined): boolean {
    return run === undefined || beat.seatsDigest === this.#held.seats(run.epoch).digest;
  }

  async #read(beat: Beat, run: Run | undefined): Promise<void> {
    const reads = [
      this.#sameRun(beat, run) ? undefined : this.#held.run.reread(),
      this.#samePlan(beat) ? undefined : this.#held.plan.reread(),
      run === undefined || this.#sameSeats(beat, run)
        ? undefined
        : this.#held.seats(run.epoch).reread(),
    ];
    await Promise.all(reads);
  }
}
