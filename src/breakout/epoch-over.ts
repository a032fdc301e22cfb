/** Whether a breakout is over for one user, whatever its record says. */
import type { AttendantView } from './attendant-view';
import type { Millis } from './ids';
import type { Plan } from './plan';
import type { Run } from './run';

/** A breakout without a length is over after so long without a beat. */
const UNATTENDED_LIMIT_MS: Millis = 30 * 60_000;
/** After the end of the closing countdown, attendants wait so long for the conductor's word. */
const CLOSING_GRACE_MS: Millis = 10_000;

/**
 * [A1] Whether this epoch is over for us, whatever `run` says later. `now` is in the conductor's
 * clock; without it (`undefined`) only the run's own word counts.
 */
export function isOver(run: Run, plan: Plan, now: Millis | undefined): boolean {
  if (run.phase === 'ending' || run.phase === 'closed') return true;
  if (now === undefined) return false;
  const lastAt = certainlyOverAt(run, plan.settings.closingMs);
  return lastAt !== undefined && now >= lastAt;
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

/** As `isOver`, for a background: it also knows for how long nobody has conducted. */
export function isOverOrAbandoned(
  run: Run,
  { plan, now, quietMs }: Pick<AttendantView, 'plan' | 'now' | 'quietMs'>,
): boolean {
  return isOver(run, plan, now) || isAbandoned(run, quietMs);
}

/** [A9] A breakout without an end, or paused, that nobody conducts any more is over after 30 minutes. */
function isAbandoned(run: Run, quietMs: Millis): boolean {
  return run.deadlineAt === undefined && quietMs >= UNATTENDED_LIMIT_MS;
}
