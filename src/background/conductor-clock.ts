import type { Timers } from '../board/timers';
import {
  clockJumped,
  conductorNow,
  noEstimate,
  offsetMs,
  withSample,
  type BeatStamp,
} from '../breakout/clock';
import type { Millis } from '../breakout/ids';
import type { Run } from '../breakout/run';

/** The conductor's clock as this background estimates it, and whether its own was set. */
export class ConductorClock {
  readonly #timers: Timers;
  #estimate = noEstimate;
  #read: { readonly wall: Millis; readonly monotonic: Millis };
  #timesSet = 0;

  constructor(timers: Timers) {
    this.#timers = timers;
    this.#read = { wall: timers.now(), monotonic: timers.monotonic() };
  }

  /** How often the own clock was set, for the beat; `undefined`: never. */
  get timesSet(): number | undefined {
    return this.#timesSet === 0 ? undefined : this.#timesSet;
  }

  /** The conductor's clock now; the own one as long as no live beat has come. */
  now(): Millis {
    return conductorNow(this.#estimate, this.#timers.now());
  }

  /** The own clock minus the conductor's; `undefined` as long as no live beat has come. */
  offsetMs(): Millis | undefined {
    return offsetMs(this.#estimate);
  }

  /** [T1] To be called with beats that have just been sent, never with one from storage. */
  heard(beat: BeatStamp): void {
    this.#estimate = withSample(this.#estimate, beat, this.#timers.now());
  }

  /** Our clock minus the one the run is written in. Unknown counts as equal: better than nothing. */
  shiftFrom(run: Run | undefined): Millis {
    const { clock } = this.#estimate;
    const same = clock?.user === run?.clock.user && clock?.tab === run?.clock.tab;
    return same ? (offsetMs(this.#estimate) ?? 0) : 0;
  }

  /** [T2] By how much the own clock has been set since the last call, or `undefined`. */
  jumpMs(): Millis | undefined {
    const before = this.#read;
    this.#read = { wall: this.#timers.now(), monotonic: this.#timers.monotonic() };
    if (!clockJumped(before, this.#read)) return undefined;
    this.#timesSet++;
    this.#estimate = noEstimate;
    return this.#read.wall - before.wall - (this.#read.monotonic - before.monotonic);
  }
}
