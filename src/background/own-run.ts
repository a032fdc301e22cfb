import type { Timers } from '../board/timers';
import { MAX_COUNTER } from '../breakout/counter';
import type { Millis, TabId, UserId } from '../breakout/ids';
import { openedEpoch, type Run } from '../breakout/run';
import { aheadMs, inClockOf } from '../breakout/run-edits';
import type { Held } from './held';

export interface OwnRunDeps {
  readonly timers: Timers;
  readonly held: Held;
  readonly me: UserId;
  readonly tab: TabId;
  /** Something has changed: everything is to be evaluated again. */
  readonly wake: () => void;
}

/**
 * The run, while this background is the elected conductor: its only writer, so it keeps the run in memory
 * and writes each change.
 */
export class OwnRun {
  /** Whose clock the times in it are in. */
  readonly clock: Run['clock'];
  readonly #deps: OwnRunDeps;
  #value: Run | undefined;
  #term = 0;
  #active = false;

  constructor(deps: OwnRunDeps) {
    this.#deps = deps;
    this.clock = { user: deps.me, tab: deps.tab };
  }

  /** `undefined` while another conducts, and before the first breakout of a board. */
  get value(): Run | undefined {
    return this.#value;
  }

  /** This background conducts. */
  get active(): boolean {
    return this.#active;
  }

  get term(): number {
    return this.#term;
  }

  /** [H2] Rooms have opened that this conductor takes for cancelled, or for not open yet. */
  get overtaken(): boolean {
    const stored = this.#deps.held.run.value;
    if (this.#value === undefined || stored === undefined) return false;
    return openedEpoch(stored) > openedEpoch(this.#value);
  }

  /**
   * From now on it is ours, in `term`. `shiftMs` is our clock minus the clock the run is written in: its
   * times are rewritten in ours.
   */
  begin(term: number, stored: Run | undefined, shiftMs: Millis): void {
    this.#term = term;
    this.#active = true;
    this.#value = stored;
    if (stored === undefined) return;
    const { held, timers } = this.#deps;
    const { closingMs } = held.plan.value.settings;
    const tooLateMs = aheadMs(stored, timers.now() - shiftMs, closingMs);
    this.#shift(stored, shiftMs - tooLateMs);
  }

  resign(): void {
    this.#active = false;
    this.#value = undefined;
  }

  /** Our own clock was set by `shiftMs`: deadlines move along with it. */
  clockJumped(shiftMs: Millis): void {
    if (this.#value !== undefined) this.#shift(this.#value, shiftMs);
  }

  /** Makes `run` the fact: kept, written, and seen by everybody. */
  commit(run: Run): void {
    if (!this.#active || run === this.#value) return;
    this.#value = { ...run, term: this.#term, seq: this.#seqAfter(run), clock: this.clock };
    void this.#deps.held.run.write(this.#value);
    this.#deps.wake();
  }

  #shift(run: Run, shiftMs: Millis): void {
    this.commit(inClockOf(run, this.clock, this.#term, shiftMs));
  }

  /**
   * Whatever somebody else has written in our name is outranked. At its end a number is used again:
   * of two runs with one number the later one stands.
   */
  #seqAfter({ seq }: Run): number {
    const stored = this.#deps.held.run.value;
    const forged = stored?.term === this.#term && stored.seq > seq ? stored.seq : seq;
    return Math.min(MAX_COUNTER, forged + 1);
  }
}
