import type { Epoch, UserId } from '../breakout/ids';
import { isFacilitator } from '../breakout/plan';
import type { Held } from './held';

/** The own record is read again with every second beat. */
const PERSON_EVERY = 2;

export interface RereadingDeps {
  readonly held: Held;
  readonly me: UserId;
}

/** Reads again what a lost push or a sleep may have kept from us. A read that fails: the next one. */
export class Rereading {
  readonly #held: Held;
  readonly #me: UserId;
  #beats = 0;

  constructor({ held, me }: RereadingDeps) {
    this.#held = held;
    this.#me = me;
  }

  /**
   * Nobody tells the conductor which pushes it has lost, of people's records neither, nor anybody
   * which of their own record, nor its heirs who is there: so these are read again, at the pace of the beats.
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
    const facilitates = isFacilitator(plan.value, this.#me);
    if (facilitates) this.#held.rereadOnline().catch(() => undefined);
  }
}
