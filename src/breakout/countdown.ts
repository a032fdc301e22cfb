/** Time left. Always computed from a deadline at the moment of painting, never accumulated. */
import type { Millis } from './ids';
import type { Run } from './run';

/** A breakout without a length is over after so long without a beat. */
export const UNATTENDED_LIMIT_MS: Millis = 30 * 60_000;
/** After the end of the closing countdown, attendants wait so long for the conductor's word. */
export const CLOSING_GRACE_MS: Millis = 10_000;

/** Milliseconds until the deadline by the conductor's clock; `undefined`: no end was set. */
export function remainingMs(run: Run, conductorNow: Millis): Millis | undefined {
  if (run.paused) return run.remainingMs;
  return run.deadlineAt === undefined ? undefined : Math.max(0, run.deadlineAt - conductorNow);
}

/** How long the breakout has been open, pauses not counted. The wanted length is compared to it. */
export function elapsedMs(run: Run, conductorNow: Millis): Millis {
  const left = remainingMs(run, conductorNow);
  if (run.length === 'none' || left === undefined) return Math.max(0, conductorNow - run.openedAt);
  return Math.max(0, run.length - left);
}

/**
 * [T3] The latest moment at which this breakout can still be going on, whatever `run` says later:
 * deadline, closing countdown and grace. `undefined` while paused or without a length.
 */
export function certainlyOverAt(run: Run, closingMs: Millis): Millis | undefined {
  if (run.phase === 'closing' && run.closesAt !== undefined) return run.closesAt + CLOSING_GRACE_MS;
  if (run.paused || run.deadlineAt === undefined) return undefined;
  return run.deadlineAt + closingMs + CLOSING_GRACE_MS;
}

/** Whose clock is wrong by less is not told from whose page begins at the end. */
const NEAR_MS: Millis = 20 * 60_000;

/** [A6] The end that `run` has is near, before or after, by a clock that may be wrong by minutes. */
export function isEndNear({ closedAt, closesAt, deadlineAt }: Run, now: Millis): boolean {
  const endAt = closedAt ?? closesAt ?? deadlineAt;
  return endAt !== undefined && Math.abs(now - endAt) < NEAR_MS;
}
