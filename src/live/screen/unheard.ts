import type { Timers } from '../../board/timers';
import type { Beat } from '../../breakout/beat';
import { SILENCE_HIDDEN_MS, SILENCE_VISIBLE_MS } from '../../breakout/election';
import type { Millis } from '../../breakout/ids';
import { Silence } from '../../breakout/silence';

/** So long the next facilitator's background has to take over before anything is said. */
const TAKING_OVER_MS: Millis = 10_000;

/** [I11] Whether nobody conducts though there is work: then nothing on this screen moves on. */
export class Unheard {
  readonly #timers: Timers;
  #silence: Silence | undefined;

  constructor(timers: Timers) {
    this.#timers = timers;
  }

  heard(): void {
    this.#silence?.heard(this.#timers.monotonic());
  }

  /** To be asked with every picture of the situation; silence counts from when there is work. */
  isLost(hasWork: boolean, beat: Beat | undefined): boolean {
    if (!hasWork) this.#silence = undefined;
    else this.#silence ??= new Silence(this.#timers.monotonic());
    if (this.#silence === undefined) return false;
    const now = this.#timers.monotonic();
    this.#silence.tick(now);
    const patienceMs = beat?.visible === false ? SILENCE_HIDDEN_MS : SILENCE_VISIBLE_MS;
    return this.#silence.lastedMs(now) >= patienceMs + TAKING_OVER_MS;
  }
}
