import type { Epoch } from '../../breakout/ids';
import { activeRun } from '../stage';
import type { Copies } from './copies';

/** The own record is read again with every second beat, as backgrounds do. */
const PERSON_EVERY = 2;

/**
 * [M10] What a facilitator's screen reads again, besides what a beat tells it to: of the own record no
 * beat tells, and what is pressed in a run may not wait for one.
 */
export class MissedPushes {
  readonly #copies: Copies;
  #beats = 0;
  #ordered: Epoch | undefined;

  constructor(copies: Copies) {
    this.#copies = copies;
  }

  /** For as long as the copies are open. */
  watch(): void {
    const [run, beat] = this.#copies.owned;
    run.subscribe(() => this.#lookForOrder());
    beat.subscribe((arrived) => {
      if (arrived?.changed === true) this.#heard();
    });
    this.#lookForOrder();
  }

  #heard(): void {
    this.#beats++;
    if (this.#beats % PERSON_EVERY !== 0) return;
    // Storage that does not answer now is asked again in its turn.
    this.#copies.person.reread().catch(() => undefined);
  }

  /**
   * A run was ordered in the plan. What is pressed on a screen that has not heard of the order would
   * carry the order's own stamp, and might count for less than what came before it.
   */
  #lookForOrder(): void {
    const { run, plan } = this.#copies;
    const epoch = activeRun(run.value)?.epoch;
    if (epoch === undefined || epoch === this.#ordered) return;
    if (plan.value.wanted(epoch).phase !== 'none') return;
    this.#ordered = epoch;
    plan.reread().catch(() => {
      this.#ordered = undefined;
    });
  }
}
