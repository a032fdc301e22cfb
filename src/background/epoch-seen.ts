import type { Timers } from '../board/timers';
import type { Epoch, Millis } from '../breakout/ids';
import type { RunPhase } from '../breakout/run';

/** Our seats may differ from the run's for so long; then we ask by what we have. */
const SEATS_LIMIT_MS: Millis = 5_000;

/** What this tab has seen of an epoch itself: that it went on, that it ended, and its seats. */
export class EpochSeen {
  readonly #timers: Timers;
  #goingOn: Epoch = 0;
  #over: { readonly epoch: Epoch; readonly sinceAt: Millis } | undefined;
  #seats: { readonly epoch: Epoch; readonly sinceAt: Millis; readonly held: boolean } | undefined;

  constructor(timers: Timers) {
    this.#timers = timers;
  }

  /** @returns that it has just ended */
  note(epoch: Epoch, over: boolean): boolean {
    if (!over) {
      this.#goingOn = epoch;
      this.#over = undefined;
      return false;
    }
    if (this.#over?.epoch === epoch) return false;
    const seen = this.#goingOn === epoch;
    this.#over = seen ? { epoch, sinceAt: this.#timers.monotonic() } : undefined;
    return seen;
  }

  /** Since this tab saw it end; `undefined`: not over, or it was over when the tab was opened. */
  overMs(): Millis | undefined {
    return this.#over && this.#timers.monotonic() - this.#over.sinceAt;
  }

  /**
   * [A3] Whether our seats may be asked by. Once they have been those of the run (`same`), later
   * moves need no gate: a move is a question.
   */
  seatsHeld({ epoch, phase }: { epoch: Epoch; phase: RunPhase }, same: boolean): boolean {
    const now = this.#timers.monotonic();
    if (this.#seats?.epoch !== epoch || phase === 'opening') {
      this.#seats = { epoch, sinceAt: now, held: false };
    }
    const waited = now - this.#seats.sinceAt >= SEATS_LIMIT_MS;
    if (same || waited) this.#seats = { ...this.#seats, held: true };
    return this.#seats.held;
  }
}
