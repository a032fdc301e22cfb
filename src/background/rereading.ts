import type { Epoch } from '../breakout/ids';

/** The own record is read again with every second beat. */
const PERSON_EVERY = 2;

interface Rereadable {
  /** @throws {BoardError} storage did not answer */
  reread(): Promise<void>;
}

/** What a background holds. */
export type RereadingDeps = Readonly<
  Record<'plan' | 'run' | 'beat' | 'person' | 'people', Rereadable>
> & {
  seats(epoch: Epoch): Rereadable;
};

/** Reads again what a lost push or a sleep may have kept from us. A read that fails: the next one. */
export class Rereading {
  readonly #held: RereadingDeps;
  #beats = 0;

  constructor(held: RereadingDeps) {
    this.#held = held;
  }

  /**
   * Nobody tells the conductor which pushes it has lost, of people's records neither, nor anybody
   * which of their own: so these are read again, at the pace of the beats.
   *
   * @param epoch of the run
   */
  atBeat(epoch: Epoch | undefined, conducting: boolean): void {
    const { plan, run, person, people } = this.#held;
    const seats = epoch === undefined ? [] : [this.#held.seats(epoch)];
    this.#beats++;
    const mine = this.#beats % PERSON_EVERY === 0 ? [person] : [];
    const read = [...(conducting ? [plan, run, ...seats, people] : []), ...mine];
    void Promise.allSettled(read.map((record) => record.reread()));
  }

  afterSleep(): void {
    const { run, beat } = this.#held;
    void Promise.allSettled([run.reread(), beat.reread()]);
  }
}
