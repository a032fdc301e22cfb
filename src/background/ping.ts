import type { Millis } from '../breakout/ids';

/** [C4] The sign of life that is asked of the conductor, above all by a reloaded tab of its predecessor. */
export class Ping {
  #sent: { readonly at: Millis; readonly answered: boolean } | undefined;

  /** What it has answered once stays answered: it lives, and is judged like anybody else's. */
  sent(monotonic: Millis): void {
    this.#sent ??= { at: monotonic, answered: false };
  }

  heard(): void {
    if (this.#sent !== undefined) this.#sent = { ...this.#sent, answered: true };
  }

  /** Whether our own other tab lives is asked of each conductor anew. */
  forget(): void {
    this.#sent = undefined;
  }

  get answered(): boolean {
    return this.#sent?.answered ?? false;
  }

  /** Since the first one; `undefined`: not asked. */
  lastedMs(monotonic: Millis): Millis | undefined {
    return this.#sent && monotonic - this.#sent.at;
  }
}
