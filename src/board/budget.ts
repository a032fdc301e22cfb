import type { Millis } from '../breakout/ids';
import { CREDITS_PER_HOUR, CREDITS_PER_MINUTE } from './limits';
import type { Timers } from './timers';

const MINUTE_MS: Millis = 60_000;
const HOUR_MS: Millis = 3_600_000;
/** We stay below Miro's limits by this share: the user's other iframes of this app spend, too. */
const SHARE = 0.5;

/**
 * Keeps one iframe under Miro's rate limits by waiting before a call that would pass them. Never
 * rejects: a breakout that goes on slowly is better than one that stops.
 */
export class Budget {
  readonly #timers: Timers;
  readonly #spent: { readonly at: Millis; readonly credits: number }[] = [];
  #minute = 0;
  #hour = 0;
  #minuteFrom = 0;
  #hourFrom = 0;

  constructor(timers: Timers) {
    this.#timers = timers;
  }

  /** Books a call, after waiting until it fits into the minute and the hour. */
  async spend(credits: number): Promise<void> {
    for (;;) {
      const waitMs = this.#waitFor(credits);
      if (waitMs === 0) break;
      await new Promise<void>((resolve) => this.#timers.after(waitMs, resolve));
    }
    this.#spent.push({ at: this.#timers.monotonic(), credits });
    this.#minute += credits;
    this.#hour += credits;
  }

  #waitFor(credits: number): Millis {
    const now = this.#timers.monotonic();
    this.#forget(now);
    const minuteFull = this.#minute + credits > CREDITS_PER_MINUTE * SHARE;
    const hourFull = this.#hour + credits > CREDITS_PER_HOUR * SHARE;
    const oldest = hourFull
      ? (this.#spent[this.#hourFrom]?.at ?? now) + HOUR_MS
      : (this.#spent[this.#minuteFrom]?.at ?? now) + MINUTE_MS;
    return minuteFull || hourFull ? Math.max(1, oldest - now) : 0;
  }

  #forget(now: Millis): void {
    for (; this.#minuteFrom < this.#spent.length; this.#minuteFrom++) {
      const call = this.#spent[this.#minuteFrom];
      if (call === undefined || call.at > now - MINUTE_MS) break;
      this.#minute -= call.credits;
    }
    for (; this.#hourFrom < this.#spent.length; this.#hourFrom++) {
      const call = this.#spent[this.#hourFrom];
      if (call === undefined || call.at > now - HOUR_MS) break;
      this.#hour -= call.credits;
    }
    if (this.#hourFrom > 1_000) {
      this.#spent.splice(0, this.#hourFrom);
      this.#minuteFrom -= this.#hourFrom;
      this.#hourFrom = 0;
    }
  }
}
