/** Time left. Always computed from a deadline at the moment of painting, never accumulated. */
import type { Millis } from './ids';
import type { Run } from './run';

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

/** Whose clock is wrong by less is not told from whose page begins at the end. */
const NEAR_MS: Millis = 20 * 60_000;

/** [A6] The end that `run` has is near, before or after, by a clock that may be wrong by minutes. */
export function isEndNear({ closedAt, closesAt, deadlineAt }: Run, now: Millis): boolean {
  const endAt = closedAt ?? closesAt ?? deadlineAt;
  return endAt !== undefined && Math.abs(now - endAt) < NEAR_MS;
}
