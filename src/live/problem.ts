import { BoardError, type BoardFault } from '../board/errors';
import type { Millis } from '../breakout/ids';
import type { Problem } from '../breakout/run';

const REASONS: Readonly<Record<BoardFault, Problem['reason']>> = {
  forbidden: 'forbidden',
  'rate-limited-minute': 'rate-limited',
  'rate-limited-hour': 'rate-limited',
  'paid-only': 'timer-unavailable',
  'not-found': 'not-found',
  'too-large': 'unknown',
  'sessions-taken': 'sessions-taken',
  'timed-out': 'offline',
  'not-loaded': 'not-loaded',
  'window-taken': 'window-taken',
  disconnected: 'offline',
  unknown: 'unknown',
};

/** Longest piece of Miro's own sentence that is kept in a record. */
const DETAIL_LENGTH = 200;

/** A rejected board call as the screens show it: a reason to act on and Miro's own sentence. */
export function problemOf(error: unknown, at: Millis): Problem {
  const reason = error instanceof BoardError ? REASONS[error.code] : 'unknown';
  const detail = error instanceof Error ? error.message : String(error);
  return { reason, detail: detail.slice(0, DETAIL_LENGTH), at };
}
