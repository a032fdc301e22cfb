/** Miro's numbers, each with where it stands. Credits: D:websdk-reference-rate-limiting (2026-03). */
import type { Millis } from '../breakout/ids';

/** A call that has not been answered by then counts as failed; Miro documents no limit of its own. */
export const CALL_LIMIT_MS: Millis = 15_000;
/** Miro gives a modal 10 s to load and then rejects; ours is a little longer, to hear that. */
export const MODAL_LIMIT_MS: Millis = 14_000;

/** Level 1 of the price table: storage, events, sessions, timer, viewport, users, creating items. */
export const CALL_CREDITS = 50;
/** Level 3: `board.get` and selections. */
export const LIST_CREDITS = 500;
export const CREDITS_PER_MINUTE = 100_000;
export const CREDITS_PER_HOUR = 1_000_000;

/** Longest notification, spaces included. D:websdk-reference-notifications */
export const NOTIFICATION_LENGTH = 80;
