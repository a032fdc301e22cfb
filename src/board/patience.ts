import type { Millis } from '../breakout/ids';
import { BoardError, type BoardFault } from './errors';
import type { Timers } from './timers';

const FIRST_MS: Millis = 1_000;
const LONGEST_MS: Millis = 30_000;
/** The hour's credits are used up: asking more often would not help. */
const HOUR_MS: Millis = 600_000;

/**
 * Faults of the moment: the same call may work a little later. One that nobody knows counts as such:
 * a page that gave up would be dead until it is reloaded, and nobody would see why.
 */
const PASSING: readonly BoardFault[] = [
  'timed-out',
  'disconnected',
  'rate-limited-minute',
  'rate-limited-hour',
  'unknown',
];

/**
 * Tries to start until it works: somebody may open the board on a train. Every attempt begins from
 * nothing. @throws whatever is not a fault of the moment
 */
export async function patiently<T>(timers: Timers, start: () => Promise<T>): Promise<T> {
  for (let waitMs = FIRST_MS; ; waitMs = Math.min(LONGEST_MS, waitMs * 2)) {
    try {
      return await start();
    } catch (error) {
      if (!(error instanceof BoardError) || !PASSING.includes(error.code)) throw error;
      const pauseMs = error.code === 'rate-limited-hour' ? HOUR_MS : waitMs;
      await new Promise<void>((resolve) => timers.after(pauseMs, resolve));
    }
  }
}
