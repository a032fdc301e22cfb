import type { TimerPort } from '../board/port';
import type { Timers } from '../board/timers';
import type { Millis } from '../breakout/ids';
import { Insistence } from './insistence';

/** A running timer whose end is this close to the one we set is ours. */
const TOLERANCE_MS: Millis = 5_000;

/**
 * Miro's board timer as a display of our deadline. There is one per board, anybody may use it, and
 * it has no owner: it is ours when it ends when we said. A timer of somebody else is never touched.
 */
export class BoardTimer {
  readonly #timer: TimerPort;
  readonly #asking: Insistence;
  #state: 'unknown' | 'available' | 'unavailable' = 'unknown';

  constructor(timer: TimerPort, deps: { readonly timers: Timers; readonly wake: () => void }) {
    this.#timer = timer;
    this.#asking = new Insistence({ ...deps, changed: deps.wake, job: () => this.#ask() });
    void this.#asking.now();
  }

  get state(): 'unknown' | 'available' | 'unavailable' {
    return this.#state;
  }

  close(): void {
    this.#asking.end();
  }

  /** Not known stays not known: Miro is asked again. */
  async #ask(): Promise<void> {
    this.#state = (await this.#timer.available()) ? 'available' : 'unavailable';
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
    const running = await this.#timer.state();
    if (running !== undefined) {
      const ours =
        oursEndsAt !== undefined && Math.abs(now() + running.restMs - oursEndsAt) <= TOLERANCE_MS;
      if (!ours) return endsAt === undefined;
      const laterMs = endsAt === undefined ? 0 : endsAt - oursEndsAt;
      if (endsAt !== undefined && laterMs > 0) {
        await this.#timer.prolong(laterMs);
        return true;
      }
      await this.#timer.stop();
    }
    if (endsAt !== undefined && endsAt > now()) await this.#timer.start(endsAt - now());
    return true;
  }
}
