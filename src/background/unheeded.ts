import type { Millis } from '../breakout/ids';
import { runVersion, type Run } from '../breakout/run';

/** Whoever has just taken over does not do so again for this reason: two who miss each other would do it in turn. */
const ONCE_IN_MS: Millis = 30_000;
/** Whoever has answered may have gone since, if what they were asked about is still undone. */
const ANSWERED_FOR_MS: Millis = 10_000;

/** [C10] For how long something has been left undone by a conductor of whom nothing is heard meanwhile. */
export class Unheeded {
  /** Since when it has been seen to be undone. */
  #sinceAt: Millis | undefined;
  /** When the conductor was asked about it for a sign of life, and whether one has come since. */
  #asked: { readonly at: Millis; readonly answeredAt?: Millis } | undefined;
  #heardAt: Millis = 0;
  #claimedAt: Millis | undefined;
  #version: string | undefined;

  /** What the conductor writes is a sign of life, too. */
  note(isBehind: boolean, run: Run | undefined, monotonic: Millis): void {
    const version = run && runVersion(run);
    if (version !== this.#version) this.heard(monotonic);
    this.#version = version;
    if (isBehind) {
      this.#sinceAt ??= monotonic;
      return;
    }
    this.#sinceAt = undefined;
    this.#asked = undefined;
  }

  heard(monotonic: Millis): void {
    this.#heardAt = monotonic;
    if (this.#asked !== undefined) this.#asked = { answeredAt: monotonic, ...this.#asked };
  }

  asked(monotonic: Millis): void {
    if (this.#sinceAt !== undefined) this.#asked = { at: monotonic };
  }

  /** The question has not been sent: it is asked anew, like any other. */
  notAsked(monotonic: Millis): void {
    this.#asked = undefined;
    this.#heardAt = monotonic;
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

  /** For how long the conductor has left that unanswered; `undefined`: it has not been asked, or long ago. */
  unansweredMs(monotonic: Millis): Millis | undefined {
    if (this.#asked === undefined) return undefined;
    const { at, answeredAt } = this.#asked;
    if (answeredAt === undefined) return monotonic - at;
    return monotonic - answeredAt < ANSWERED_FOR_MS ? 0 : undefined;
  }
}
