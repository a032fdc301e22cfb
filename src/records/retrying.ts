/** How patiently storage is asked again: ever more rarely after a failure. */
import type { Millis } from '../breakout/ids';

export const FIRST_RETRY_MS: Millis = 1_000;
export const LONGEST_RETRY_MS: Millis = 60_000;
/** The hour's credits are used up: asking more often would not help. */
export const HOUR_RETRY_MS: Millis = 600_000;
