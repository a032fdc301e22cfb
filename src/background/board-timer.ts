import type { TimerPort } from '../board/port';
import type { Timers } from '../board/timers';
import type { Millis } from '../breakout/ids';
import { BackOff } from './back-off';

/** A running timer whose end is this close to the one we set is ours. */
const TOLERANCE_MS: Millis = 5_000;
/** How often is looked whether the timer that runs is still ours. */
const LOOK_MS: Millis = 60_000;
const ASK = 'ask';

const isOurs = (restMs: Millis, oursEndsAt: Millis | undefined, now: Millis): boolean =>
  oursEndsAt !== undefined && Math.abs(now + restMs - oursEndsAt) <= TOLERANCE_MS;

/**
 * Miro's board timer as a display of our deadline. There is one per board, anybody may use it, and
 * it has no owner: it is ours when it ends when we said. A timer of somebody else is never touched.
 */
export class BoardTimer {
  readonly #timer: TimerPort;
  readonly #timers: Pick<Timers, 'monotonic'>;
  readonly #onKnown: () => void;
  readonly #backOff = new BackOff();
  #state: 'unknown' | 'available' | 'unavailable' = 'unknown';
  #lookAgainAt: Millis = 0;

  constructor(
    timer: TimerPort,
    deps: { readonly timers: Pick<Timers, 'monotonic'>; readonly onKnown: () => void },
  ) {
    this.#timer = timer;
    this.#timers = deps.timers;
    this.#onKnown = deps.onKnown;
  }

  get state(): 'unknown' | 'available' | 'unavailable' {
    return this.#state;
  }

  /** Asks Miro whether there is a timer, unless it has said so; again and again if it does not. */
  find(): void {
    if (this.#state !== 'unknown' || !this.#backOff.mayTry(ASK, this.#timers.monotonic())) return;
    this.#backOff.begin(ASK);
    void this.#ask();
  }

  async #ask(): Promise<void> {
    try {
      this.#state = (await this.#timer.available()) ? 'available' : 'unavailable';
      this.#backOff.succeeded(ASK);
      this.#onKnown();
    } catch {
      // Not known is not unavailable.
      this.#backOff.failed(ASK, this.#timers.monotonic());
    }
  }

  /**
   * Makes the board timer end at `endsAt`, or stop when `undefined`. `oursEndsAt` is what we set
   * last. Resolves to false when a timer that is not ours is in the way; it is left alone.
   * @throws {BoardError}
   */
  async show(change: {
    readonly endsAt: Millis | undefined;
    readonly oursEndsAt: Millis | undefined;
    readonly now: () => Millis;
  }): Promise<boolean> {
    const { endsAt, oursEndsAt, now } = change;
    this.#lookAgainAt = this.#timers.monotonic() + LOOK_MS;
    const running = await this.#timer.state();
    if (running !== undefined) {
      if (!isOurs(running.restMs, oursEndsAt, now())) return endsAt === undefined;
      const laterMs = endsAt === undefined || oursEndsAt === undefined ? 0 : endsAt - oursEndsAt;
      if (endsAt !== undefined && laterMs > 0) {
        await this.#timer.prolong(laterMs);
        return true;
      }
      await this.#timer.stop();
    }
    if (endsAt !== undefined && endsAt > now()) await this.#timer.start(endsAt - now());
    return true;
  }

  /**
   * [T5] Whether somebody has put a timer of their own in the place of ours. That has to be looked
   * at, since Miro does not say who is told of it. Ours, once stopped by hand, is not replaced.
   */
  async isReplaced(oursEndsAt: Millis, now: () => Millis): Promise<boolean> {
    const at = this.#timers.monotonic();
    if (at < this.#lookAgainAt) return false;
    this.#lookAgainAt = at + LOOK_MS;
    try {
      const running = await this.#timer.state();
      return running !== undefined && !isOurs(running.restMs, oursEndsAt, now());
    } catch {
      return false;
    }
  }
}
