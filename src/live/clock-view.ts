/** Time left as a screen shows it. Computed anew for each paint. */
import { conductorNow } from '../breakout/clock';
import { remainingMs } from '../breakout/countdown';
import type { Millis } from '../breakout/ids';
import type { Wanted } from '../breakout/plan';
import type { Run } from '../breakout/run';
import type { Snapshot } from './snapshot';
import type { ClockView } from './views';

/**
 * [I8] From the deadline in the conductor's clock. A length that is wanted but not yet in `run`
 * counts already, so "+5" answers at once and nothing jumps when the conductor follows.
 */
export function clockView(snapshot: Snapshot, run: Run): ClockView {
  const wanted = snapshot.plan.wanted(run.epoch);
  const paused = wanted.paused;
  const left = remainingOf(run, wanted, conductorNow(snapshot.estimate, snapshot.now));
  return {
    remainingMs: left,
    share: shareOf(left, wanted),
    endsAt: paused || left === undefined ? undefined : snapshot.now + left,
    paused,
    approximate: isApproximate(snapshot, run),
  };
}

function remainingOf(run: Run, wanted: Wanted, now: Millis): Millis | undefined {
  if (wanted.length === 'none') return undefined;
  const left = remainingMs(run, now);
  if (left !== undefined && run.length !== 'none') {
    return Math.max(0, left + wanted.length - run.length);
  }
  return Math.max(0, wanted.length - Math.max(0, now - run.openedAt));
}

function shareOf(left: Millis | undefined, { length }: Wanted): number {
  if (left === undefined || length === 'none' || length <= 0) return 1;
  return Math.min(1, left / length);
}

/**
 * Until a live beat has arrived the conductor's clock is not known, unless the conductor is this
 * user's own leading tab: the same computer, the same clock.
 */
function isApproximate({ estimate, me, people }: Snapshot, run: Run): boolean {
  if (run.clock.user === me.id && run.clock.tab === people.get(me.id)?.lead) return false;
  const { clock } = estimate;
  return clock?.user !== run.clock.user || clock.tab !== run.clock.tab;
}
