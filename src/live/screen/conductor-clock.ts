import type { Timers } from '../../board/timers';
import type { Beat } from '../../breakout/beat';
import { clockJumped, noEstimate, withSample, type ClockEstimate } from '../../breakout/clock';
import type { Millis } from '../../breakout/ids';
import type { Arrived } from '../../records/owned-copy';

/** The conductor's clock as this screen estimates it from live beats. */
export class ConductorClock {
  readonly #timers: Timers;
  #estimate: ClockEstimate = noEstimate;
  #looked: { readonly wall: number; readonly monotonic: number };

  constructor(timers: Timers) {
    this.#timers = timers;
    this.#looked = { wall: timers.now(), monotonic: timers.monotonic() };
  }

  /** As of now: an estimate from before the own clock was set is worth nothing. */
  get estimate(): ClockEstimate {
    const now = { wall: this.#timers.now(), monotonic: this.#timers.monotonic() };
    if (clockJumped(this.#looked, now)) this.#estimate = noEstimate;
    this.#looked = now;
    return this.#estimate;
  }

  /** The background's sample, for as long as there is no own one. */
  trust(offsetMs: Millis | undefined): void {
    if (offsetMs === undefined || this.estimate.samples.length > 0) return;
    this.#estimate = { clock: undefined, samples: [offsetMs] };
  }

  /** Only a beat that was pushed is a sample: the first value may be hours old. */
  hear(arrived: Arrived<Beat> | undefined): void {
    if (arrived?.changed !== true) return;
    this.#estimate = withSample(this.estimate, arrived.value, arrived.at);
  }
}
