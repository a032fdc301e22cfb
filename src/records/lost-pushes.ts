import type { Stop } from '../board/port';
import type { Timers } from '../board/timers';
import type { Beat } from '../breakout/beat';
import type { Epoch, Millis } from '../breakout/ids';
import type { GoingOn } from '../breakout/phases';
import { runVersion, type Run } from '../breakout/run';

/** A push may be late; one that is later than this is taken for lost. */
const LATE_MS: Millis = 5_000;
/** Beats come every ten seconds, or every twenty: without any for longer, nobody tells what was lost. */
const SILENT_MS: Millis = 25_000;
/** Whoever takes up an order beats at once. */
const ORDERED_MS: Millis = 5_000;

interface Rereadable {
  /** @throws {BoardError} storage did not answer */
  reread(): Promise<void>;
}
interface Copy extends Rereadable {
  readonly digest: string;
}

export interface LostPushesDeps {
  readonly timers: Timers;
  readonly plan: Copy;
  readonly run: Rereadable & { readonly value: Run | undefined };
  readonly seats: (epoch: Epoch) => Copy;
  /** Have no digest; some of them are read again each time. */
  readonly people: Rereadable;
  /** This user's own record, which has none either, and is read again with every second beat elsewhere. */
  readonly own: Rereadable;
  /** As far as is known here. */
  readonly goingOn: () => GoingOn;
  /** [R8] Stores the plan once more: a background may have lost the push with the order. */
  readonly order?: (() => void) | undefined;
}

/**
 * A push from storage may be lost for good. The beat says what the conductor holds; a copy that
 * differs from it five seconds later is read again, once for each beat. But nobody beats before a
 * breakout has begun, nor after it has ended: whoever believes that something goes on and hears no
 * beat reads everything again.
 */
export class LostPushes {
  /** Why storage did not answer when nobody had been heard, the last time. */
  failure: unknown;
  readonly #deps: LostPushesDeps;
  #stop: Stop = () => undefined;
  #stopListening: Stop = () => undefined;
  #goingOn: GoingOn = 'nothing';

  constructor(deps: LostPushesDeps) {
    this.#deps = deps;
  }

  heard(beat: Beat): void {
    this.#stop();
    this.#stop = this.#deps.timers.after(LATE_MS, () => {
      // Storage that does not answer now is asked again with the next beat.
      readAgain([...this.#differing(beat), this.#deps.people]).catch(() => undefined);
    });
    this.#listen();
  }

  /** To be called whenever it may be another thing that goes on. */
  look(): void {
    const goingOn = this.#deps.goingOn();
    if (goingOn === this.#goingOn) return;
    this.#goingOn = goingOn;
    this.#listen();
  }

  close(): void {
    this.#goingOn = 'nothing';
    this.#stop();
    this.#stopListening();
  }

  /** Armed anew by storage's reply: a timer that a timer has armed is slow in a hidden page. */
  #listen(): void {
    this.#stopListening();
    if (this.#goingOn === 'nothing') return;
    const { timers, order } = this.#deps;
    const ms = this.#goingOn === 'ordered' && order !== undefined ? ORDERED_MS : SILENT_MS;
    this.#stopListening = timers.after(ms, () => void this.#ask());
  }

  async #ask(): Promise<void> {
    const { plan, run, seats, people, own, order } = this.#deps;
    const epoch = (run.value?.epoch ?? 0) + (this.#goingOn === 'running' ? 0 : 1);
    try {
      await readAgain([plan, run, seats(epoch), own, people]);
      this.failure = undefined;
      // Read first: what others have written stays.
      if (this.#goingOn === 'ordered') order?.();
    } catch (error) {
      // It is asked again in the next turn.
      this.failure = error;
    }
    this.#listen();
  }

  #differing(beat: Beat): readonly Rereadable[] {
    const { plan, run, seats } = this.#deps;
    const known = run.value;
    const chart = known && seats(known.epoch);
    return [
      beat.runDigest !== '' && beat.runDigest !== (known && runVersion(known)) && run,
      beat.planDigest !== plan.digest && plan,
      beat.seatsDigest !== chart?.digest && chart,
    ].filter((copy) => !!copy);
  }
}

const readAgain = (copies: readonly Rereadable[]): Promise<unknown> =>
  Promise.all(copies.map((copy) => copy.reread()));
