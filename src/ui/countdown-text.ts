/** Time left in figures and in words. Floors, so that 0:00 is only ever shown when time is up. */
import type { Millis } from '../breakout/ids';
import { HOUR, MINUTE, SECOND } from './durations';

/** "8:42", "0:05", "1:02:03"; never negative. */
export function figures(remaining: Millis): string {
  const left = Math.max(0, remaining);
  const hours = Math.floor(left / HOUR);
  const minutes = Math.floor((left % HOUR) / MINUTE);
  const seconds = String(Math.floor((left % MINUTE) / SECOND)).padStart(2, '0');
  return hours === 0
    ? `${minutes}:${seconds}`
    : `${hours}:${String(minutes).padStart(2, '0')}:${seconds}`;
}

/** Whole minutes left for words that need not tick, at least 1. */
export const roundedMinutes = (remaining: Millis): number =>
  Math.max(1, Math.round(remaining / MINUTE));

/** Seconds of a short countdown, rounded up: three seconds begin with 3, and the last one is 1. */
export const wholeSeconds = (remaining: Millis): number =>
  Math.max(0, Math.ceil(remaining / SECOND));
