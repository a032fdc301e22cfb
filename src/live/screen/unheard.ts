import type { Timers } from '../../board/timers';
import type { Beat } from '../../breakout/beat';
import { SILENCE_HIDDEN_MS, SILENCE_VISIBLE_MS } from '../../breakout/election';
import type { Millis } from '../../breakout/ids';
import { workIn } from '../../breakout/phases';
import type { Plan } from '../../breakout/plan';
import type { Run } from '../../breakout/run';
import { Silence } from '../../breakout/silence';

/** So long the next facilitator's background has to take over before anything is said. */
const TAKING_OVER_MS: Millis = 10_000;

/** [R7] Whether nobody conducts though there is work: then nothing on this screen moves on. */
export class Unheard {
  readonly #timers: Timers;
  #silence: Silence | undefined;
  #beat: Beat | undefined;

  constructor(timers: Timers) {
    this.#timers = timers;
  }

  /** To be asked with every picture of the situation; silence counts from when there is work. */
  isLost(plan: Plan, run: Run | undefined, beat: Beat | undefined): boolean {
    const now = this.#timers.monotonic();
    if (workIn(run, plan) === 'none') this.#silence = undefined;
    else this.#silence ??= new Silence(now);
    if (beat !== this.#beat) this.#silence?.heard(now);
    this.#beat = beat;
    if (this.#silence === undefined) return false;
    this.#silence.tick(now);
    const patienceMs = beat?.visible === false ? SILENCE_HIDDEN_MS : SILENCE_VISIBLE_MS;
    return this.#silence.lastedMs(now) >= patienceMs + TAKING_OVER_MS;
  }
}
