import type { Millis } from '../breakout/ids';
import { CREDITS_PER_HOUR, CREDITS_PER_MINUTE } from './limits';
import type { Timers } from './timers';

const MINUTE_MS: Millis = 60_000;
const HOUR_MS: Millis = 3_600_000;
/**
 * We stay below Miro's limits by these shares: the user's other iframes of this app spend, too. Not
 * as much in an hour: the largest job and its undo have to fit into one.
 */
const SHARE = { minute: 0.5, hour: 0.625 } as const;
/** The rest of that is for what a person waits for: writes, joining, leaving, moving the view. */
const UNHURRIED_SHARE = 0.8;

/**
 * [I9] Keeps one iframe under Miro's rate limits by waiting before a call that would pass them.
 * Never rejects: a breakout that goes on slowly is better than one that stops.
 */
export class Budget {
  readonly #timers: Timers;
  readonly #minute = new Window(MINUTE_MS, CREDITS_PER_MINUTE * SHARE.minute);
  readonly #hour = new Window(HOUR_MS, CREDITS_PER_HOUR * SHARE.hour);

  constructor(timers: Timers) {
    this.#timers = timers;
  }

  /** Books a call, after waiting until it fits into the minute and the hour. */
  async spend(credits: number, { urgent }: { readonly urgent: boolean }): Promise<void> {
    const share = urgent ? 1 : UNHURRIED_SHARE;
    for (;;) {
      const now = this.#timers.monotonic();
      const windows = [this.#minute, this.#hour];
      const waitMs = Math.max(...windows.map((window) => window.waitMs(credits, share, now)));
      if (waitMs === 0) {
        for (const window of windows) window.book(credits, now);
        return;
      }
      await new Promise<void>((resolve) => this.#timers.after(waitMs, resolve));
    }
  }
}

/** What was spent in the last minute or hour, to the sixtieth of it. */
class Window {
  readonly #stepMs: Millis;
  readonly #lastsMs: Millis;
  readonly #credits: number;
  /** Oldest first. */
  readonly #steps: { readonly at: Millis; credits: number }[] = [];
  #spent = 0;

  constructor(lastsMs: Millis, credits: number) {
    this.#lastsMs = lastsMs;
    this.#stepMs = lastsMs / 60;
    this.#credits = credits;
  }

  book(credits: number, now: Millis): void {
    const last = this.#steps.at(-1);
    if (last !== undefined && now - last.at < this.#stepMs) last.credits += credits;
    else this.#steps.push({ at: now, credits });
    this.#spent += credits;
  }

  waitMs(credits: number, share: number, now: Millis): Millis {
    this.#forget(now);
    const oldest = this.#steps[0];
    if (oldest === undefined || this.#spent + credits <= this.#credits * share) return 0;
    return Math.max(1, this.#endsAt(oldest) - now);
  }

  #forget(now: Millis): void {
    for (;;) {
      const oldest = this.#steps[0];
      if (oldest === undefined || this.#endsAt(oldest) > now) return;
      this.#spent -= oldest.credits;
      this.#steps.shift();
    }
  }

  /** The last call of a step was made at its end at the latest. */
  #endsAt({ at }: { readonly at: Millis }): Millis {
    return at + this.#stepMs + this.#lastsMs;
  }
}
