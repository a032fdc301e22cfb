import type { Stop } from '../board/port';
import type { Timers } from '../board/timers';
import type { Beat } from '../breakout/beat';
import type { Epoch, Millis } from '../breakout/ids';
import { runVersion, type Run } from '../breakout/run';

/** A push may be late; one that is later than this is taken for lost. */
const LATE_MS: Millis = 5_000;

interface Copy {
  readonly digest: string;
  reread(): Promise<void>;
}

export interface LostPushesDeps {
  readonly timers: Timers;
  readonly plan: Copy;
  readonly run: { readonly value: Run | undefined; reread(): Promise<void> };
  readonly seats: (epoch: Epoch) => Copy;
  /** Has no digest; some of it is read again with each beat. */
  readonly people: { reread(): Promise<void> };
}

/**
 * A push from storage may be lost for good. The beat says what the conductor holds; a copy that
 * differs from it five seconds later is read again, once for each beat.
 */
export class LostPushes {
  readonly #deps: LostPushesDeps;
  #stop: Stop = () => undefined;

  constructor(deps: LostPushesDeps) {
    this.#deps = deps;
  }

  heard(beat: Beat): void {
    this.#stop();
    this.#stop = this.#deps.timers.after(LATE_MS, () => {
      // Storage that does not answer now is asked again with the next beat.
      const copies = [...this.#differing(beat), this.#deps.people];
      void Promise.allSettled(copies.map((copy) => copy.reread()));
    });
  }

  close(): void {
    this.#stop();
  }

  #differing(beat: Beat): readonly { reread(): Promise<void> }[] {
    const { plan, run, seats } = this.#deps;
    const differing: { reread(): Promise<void> }[] = [];
    const current = run.value;
    const version = current === undefined ? '' : runVersion(current);
    if (beat.runDigest !== '' && beat.runDigest !== version) differing.push(run);
    if (beat.planDigest !== plan.digest) differing.push(plan);
    const chart = current === undefined ? undefined : seats(current.epoch);
    if (chart !== undefined && beat.seatsDigest !== chart.digest) differing.push(chart);
    return differing;
  }
}
