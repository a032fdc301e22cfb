import type { Millis } from '../breakout/ids';
import type { Run } from '../breakout/run';

/** Whoever has just taken over does not do so again for this reason: two who miss each other would do it in turn. */
const ONCE_IN_MS: Millis = 30_000;

/** [C10] For how long something has been left undone by a conductor of whom nothing is heard meanwhile. */
export class Unheeded {
  /** Since when it has been seen to be undone. */
  #sinceAt: Millis | undefined;
  /** When the conductor was asked about it for a sign of life, and whether one has come since. */
  #asked: { readonly at: Millis; readonly answered: boolean } | undefined;
  #heardAt: Millis = 0;
  #claimedAt: Millis | undefined;
  #run: Run | undefined;

  /** What the conductor writes is a sign of life, too. */
  note(isBehind: boolean, run: Run | undefined, monotonic: Millis): void {
    if (run !== this.#run) this.heard(monotonic);
    this.#run = run;
    if (isBehind) {
      this.#sinceAt ??= monotonic;
      return;
    }
    this.#sinceAt = undefined;
    this.#asked = undefined;
  }

  heard(monotonic: Millis): void {
    this.#heardAt = monotonic;
    if (this.#asked !== undefined) this.#asked = { ...this.#asked, answered: true };
  }

  asked(monotonic: Millis): void {
    if (this.#sinceAt !== undefined) this.#asked = { at: monotonic, answered: false };
  }

  claimed(monotonic: Millis): void {
    this.#claimedAt = monotonic;
  }

  /** We have slept: an answer may have come meanwhile, and not been heard yet. */
  askAgain(): void {
    this.#asked = undefined;
  }

  get waits(): boolean {
    return this.#sinceAt !== undefined;
  }

  lastedMs(monotonic: Millis): Millis {
    if (this.#sinceAt === undefined) return 0;
    if (this.#claimedAt !== undefined && monotonic - this.#claimedAt < ONCE_IN_MS) return 0;
    return monotonic - Math.max(this.#sinceAt, this.#heardAt);
  }

  /** For how long the conductor has left that unanswered; `undefined`: it has not been asked. */
  unansweredMs(monotonic: Millis): Millis | undefined {
    if (this.#asked === undefined) return undefined;
    return this.#asked.answered ? 0 : monotonic - this.#asked.at;
  }
}
