import type { Core } from './core';
import type { User } from './model';
import { sentences } from './sentences';

/** D:websdk-reference-rate-limiting, "subject to change without notice". */
export const CREDITS_PER_MINUTE = 100_000;
export const CREDITS_PER_HOUR = 1_000_000;
export const LEVEL_1 = 50;
export const LEVEL_3 = 500;

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/** One interval's budget. New credits come when the interval that the first call began has elapsed. */
interface Window {
  since: number;
  used: number;
}
interface Budget {
  readonly minute: Window;
  readonly hour: Window;
}

export interface Credits {
  /** @throws with the documented sentence; nothing has been charged then */
  charge(user: User, price: number): void;
  used(user: User): { readonly minute: number; readonly hour: number };
}

export function createCredits(core: Core): Credits {
  const budgets = new Map<string, Budget>();

  const fresh = (): Budget => ({ minute: { since: 0, used: 0 }, hour: { since: 0, used: 0 } });
  const current = (window: Window, lengthMs: number): Window => {
    const now = core.clock.now();
    if (now - window.since >= lengthMs) Object.assign(window, { since: now, used: 0 });
    return window;
  };
  function budgetOf(user: User): Budget {
    const key = core.dialect.creditsPer === 'user' ? user.id : 'app';
    const known = budgets.get(key) ?? fresh();
    budgets.set(key, known);
    current(known.minute, MINUTE_MS);
    current(known.hour, HOUR_MS);
    return known;
  }

  return {
    charge(user, price) {
      if (price === 0) return;
      const { minute, hour } = budgetOf(user);
      if (hour.used + price > CREDITS_PER_HOUR)
        throw new Error(sentences.rateLimit(CREDITS_PER_HOUR, 'hour'));
      if (minute.used + price > CREDITS_PER_MINUTE)
        throw new Error(sentences.rateLimit(CREDITS_PER_MINUTE, 'minute'));
      minute.used += price;
      hour.used += price;
    },
    used(user) {
      const { minute, hour } = budgetOf(user);
      return { minute: minute.used, hour: hour.used };
    },
  };
}
