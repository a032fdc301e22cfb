import type { Millis } from '../breakout/ids';

/** What a press on "+3 min" gives to those who ask for more time. */
export const MORE_TIME_MS: Millis = 3 * 60_000;
