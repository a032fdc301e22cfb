import type { Millis } from '../breakout/ids';
import type { Stop } from './port';

/** Clocks, delays and chance, injected so that the same code runs in real and in virtual time. */
export interface Timers {
  /** Wall clock. May be wrong, and may jump. */
  now(): Millis;
  /** Never jumps; only differences mean something. */
  monotonic(): Millis;
  /** Runs `action` once, `ms` later, unless stopped. Hidden pages may run it up to a minute late. */
  after(ms: Millis, action: () => void): Stop;
  /** In [0, 1). */
  random(): number;
}

export const realTimers: Timers = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  after(ms, action) {
    const timer = setTimeout(action, ms);
    return () => clearTimeout(timer);
  },
  random: () => Math.random(),
};
