/**
 * Which screen the board is at. Facilitators see what has been ordered as soon as it is, so a
 * button answers at once; participants see only what has been done.
 */
import { conductorNow } from '../breakout/clock';
import { elapsedMs } from '../breakout/countdown';
import type { Epoch, Millis } from '../breakout/ids';
import { OPENING_MS } from '../breakout/phases';
import type { Length, Plan, Wanted } from '../breakout/plan';
import type { Run } from '../breakout/run';
import type { Snapshot } from './snapshot';

export type Stage =
  | { readonly at: 'prepare'; readonly epoch: Epoch }
  | { readonly at: 'opening'; readonly epoch: Epoch; readonly opensInMs: Millis }
  | { readonly at: 'open'; readonly epoch: Epoch; readonly run: Run }
  | {
      readonly at: 'closing';
      readonly epoch: Epoch;
      readonly run: Run;
      readonly closesInMs: Millis;
      readonly ending: boolean;
      readonly cancellable: boolean;
    }
  | { readonly at: 'after'; readonly epoch: Epoch; readonly run: Run };

/** A run of epoch 0 is what remains of a first opening that was cancelled: none. */
export function lastRun(run: Run | undefined): Run | undefined {
  return run === undefined || run.epoch === 0 ? undefined : run;
}

/** The run that is under way, by its own word. */
export function activeRun(run: Run | undefined): Run | undefined {
  return run === undefined || run.phase === 'closed' ? undefined : run;
}

/** The epoch that is being prepared, or would be, as soon as the current one is over. */
export function nextEpoch(run: Run | undefined): Epoch {
  return (run?.epoch ?? 0) + 1;
}

export function facilitatorStage(snapshot: Snapshot): Stage {
  const { plan, run } = snapshot;
  const now = conductorNow(snapshot.estimate, snapshot.now);
  const active = activeRun(run);
  if (active !== undefined) return underWay(active, plan, now);

  const epoch = nextEpoch(run);
  const last = lastRun(run);
  if (last !== undefined && plan.prepared < epoch)
    return { at: 'after', epoch: last.epoch, run: last };
  return plan.wanted(epoch).phase === 'open'
    ? { at: 'opening', epoch, opensInMs: OPENING_MS }
    : { at: 'prepare', epoch };
}

function underWay(run: Run, plan: Plan, now: Millis): Stage {
  const { epoch } = run;
  const wanted = plan.wanted(epoch);
  if (run.phase === 'opening') {
    return wanted.phase === 'open'
      ? { at: 'opening', epoch, opensInMs: Math.max(0, run.opensAt - now) }
      : { at: 'prepare', epoch };
  }
  if (run.phase !== 'ending' && shouldBeOpen(run, wanted, now)) return { at: 'open', epoch, run };
  const fullMs = wanted.phase === 'closed' ? 0 : plan.settings.closingMs;
  return {
    at: 'closing',
    epoch,
    run,
    closesInMs: run.closesAt === undefined ? fullMs : Math.max(0, run.closesAt - now),
    ending: run.phase === 'ending',
    cancellable: run.phase !== 'ending' && hasTimeLeft(run, wanted.length, now),
  };
}

/**
 * What the conductor will make of it ([H4]): rooms that were cancelled too late are open ([H2]). That
 * the time is up is for the conductor's clock to say: ours may be anything until a live beat has come.
 */
function shouldBeOpen(run: Run, { phase, length }: Wanted, now: Millis): boolean {
  if (phase === 'closing' || phase === 'closed') return false;
  return run.phase === 'open' || (phase === 'open' && hasTimeLeft(run, length, now));
}

function hasTimeLeft(run: Run, length: Length, now: Millis): boolean {
  return length === 'none' || length > elapsedMs(run, now);
}
