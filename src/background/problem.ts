import { BoardError } from '../board/errors';
import type { Millis } from '../breakout/ids';
import type { Problem } from '../breakout/run';

const REASONS: Readonly<Record<BoardError['code'], Problem['reason']>> = {
  forbidden: 'forbidden',
  'rate-limited-minute': 'rate-limited',
  'rate-limited-hour': 'rate-limited',
  'paid-only': 'timer-unavailable',
  'not-found': 'not-found',
  'too-large': 'unknown',
  'sessions-taken': 'sessions-taken',
  'timed-out': 'offline',
  disconnected: 'offline',
  unknown: 'unknown',
};

/** Longest piece of Miro's own sentence that is kept in a record. */
const DETAIL_LENGTH = 200;

/** A failed call, as it is kept in a record and shown to facilitators. */
export function problemOf(error: unknown, at: Millis): Problem {
  const detail = error instanceof Error ? error.message : String(error);
  return {
    reason: error instanceof BoardError ? REASONS[error.code] : 'unknown',
    detail: detail.slice(0, DETAIL_LENGTH),
    at,
  };
}
