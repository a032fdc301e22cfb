import type { Millis } from '../breakout/ids';
import type { Timers } from '../board/timers';
import type { Telling } from '../breakout/showing';

/** What could not be told for so long, because a question was on the screen, is told no more. */
const STALE_AFTER_MS: Millis = 20_000;

type Notice = Extract<Telling, { kind: 'notice' }>;

/** Notifications that wait for their turn as windows, for a user who chose so. */
export class Tellings {
  readonly #timers: Timers;
  #waiting: readonly { readonly notice: Notice; readonly sinceAt: Millis }[] = [];

  constructor(timers: Timers) {
    this.#timers = timers;
  }

  add(notice: Notice): void {
    this.#waiting = [...this.#waiting, { notice, sinceAt: this.#timers.monotonic() }];
  }

  /** The oldest that still says something true. */
  next(epoch: number): Notice | undefined {
    const now = this.#timers.monotonic();
    this.#waiting = this.#waiting.filter(
      ({ notice, sinceAt }) => notice.epoch === epoch && now - sinceAt < STALE_AFTER_MS,
    );
    return this.#waiting[0]?.notice;
  }

  told(notice: Telling): void {
    this.#waiting = this.#waiting.filter((waiting) => waiting.notice !== notice);
  }
}
