export interface Rate {
  /** Added every second, up to `atOnce`. */
  readonly perSecond: number;
  readonly atOnce: number;
}

/** How many messages somebody may still send: a bucket that fills steadily. */
export class Allowance {
  readonly #rate: Rate;
  #left: number;
  #countedAt: number;

  /** @param now in milliseconds, on any steady clock; as in `take` */
  constructor(rate: Rate, now: number) {
    this.#rate = rate;
    this.#left = rate.atOnce;
    this.#countedAt = now;
  }

  /** @returns false if this one is too many */
  take(now: number): boolean {
    const { perSecond, atOnce } = this.#rate;
    const added = (Math.max(0, now - this.#countedAt) / 1000) * perSecond;
    this.#left = Math.min(atOnce, this.#left + added);
    this.#countedAt = now;
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }
}
