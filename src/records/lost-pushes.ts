import type { Stop } from '../board/port';
import type { Timers } from '../board/timers';
import type { Beat } from '../breakout/beat';
import type { Epoch, Millis } from '../breakout/ids';
import { runVersion, type Run } from '../breakout/run';

/** A push may be late; one that is later than this is taken for lost. */
const LATE_MS: Millis = 5_000;
/** Beats come every ten seconds; without any for so long, they may have been lost, too. */
const SILENT_MS: Millis = 25_000;

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
 * differs from it five seconds later is read again, once for each beat. As long as a run goes on
 * without beats it is read again, too: it may have ended, and nobody beats after that.
 */
export class LostPushes {
  readonly #deps: LostPushesDeps;
  #stop: Stop = () => undefined;
  #stopListening: Stop = () => undefined;
  #closed = false;

  constructor(deps: LostPushesDeps) {
    this.#deps = deps;
    this.#listen();
  }

  heard(beat: Beat): void {
    this.#stop();
    this.#stop = this.#deps.timers.after(LATE_MS, () => {
      // Storage that does not answer now is asked again with the next beat.
      const copies = [...this.#differing(beat), this.#deps.people];
      void Promise.allSettled(copies.map((copy) => copy.reread()));
    });
    this.#listen();
  }

  close(): void {
    this.#closed = true;
    this.#stop();
    this.#stopListening();
  }

  /** Armed anew by storage's reply: a timer that a timer has armed is slow in a hidden page. */
  #listen(): void {
    this.#stopListening();
    if (this.#closed) return;
    this.#stopListening = this.#deps.timers.after(SILENT_MS, () => {
      const { run } = this.#deps;
      if (run.value === undefined || run.value.phase === 'closed') return;
      void Promise.allSettled([run.reread()]).then(() => this.#listen());
    });
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
