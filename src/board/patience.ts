import type { Millis } from '../breakout/ids';
import { BoardError, type BoardFault } from './errors';
import type { Timers } from './timers';

const FIRST_MS: Millis = 1_000;
const LONGEST_MS: Millis = 30_000;

/**
 * Faults of the moment: the same call may work a little later. One that nobody knows counts as such:
 * a page that gave up would be dead until it is reloaded, and nobody would see why.
 */
const PASSING: readonly BoardFault[] = [
  'timed-out',
  'disconnected',
  'rate-limited-minute',
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
      await new Promise<void>((resolve) => timers.after(waitMs, resolve));
    }
  }
}
