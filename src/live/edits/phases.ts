/** Opening, time, and bringing everyone back. The conductor turns these wishes into facts. */
import { conductorNow } from '../../breakout/clock';
import { elapsedMs } from '../../breakout/countdown';
import type { Millis } from '../../breakout/ids';
import type { Length } from '../../breakout/plan';
import { split } from '../../breakout/seating';
import { planEdits } from '../../records/plan-edits';
import type { Snapshot } from '../snapshot';
import { facilitatorStage } from '../stage';
import { noEdits, type Edits } from './edits';
import { divisionOf, idsOf, participantsOf, seatAll, seatedIn } from './seats-of';
import { seatUnseated } from './seating';

/** Shortening leaves at least so much. */
const LEAST_LEFT_MS: Millis = 60_000;

/** The seats to open with: everyone who has none gets one; evenly and at random if nobody has. */
export function seatForOpening(snapshot: Snapshot, random: () => number): Edits {
  const { epoch, at } = facilitatorStage(snapshot);
  if (at !== 'prepare') return noEdits;
  const { plan } = snapshot;
  // [S8] Who has a seat by hand or by a list keeps it; everyone else is going to choose.
  if (plan.settings.seating === 'chosen') return noEdits;
  const rooms = idsOf(plan.rooms);
  const people = participantsOf(snapshot);
  const begun = seatedIn(snapshot, epoch, rooms).size > 0 || snapshot.expectedOf(epoch).length > 0;
  if (begun) return seatUnseated(snapshot, people);
  return seatAll(snapshot, epoch, split(divisionOf(snapshot, epoch), random));
}

/**
 * The order to open, after `seatForOpening` was applied: it names the plan and seats that this
 * screen shows, and the conductor waits until it holds them.
 */
export function open(snapshot: Snapshot, seatsDigest: string): Edits {
  const stage = facilitatorStage(snapshot);
  const { plan, me, planDigest } = snapshot;
  if (stage.at !== 'prepare' || plan.rooms.length === 0) return noEdits;
  const order = { by: me.id, byName: me.name, planDigest, seatsDigest };
  return {
    plan: {
      ...planEdits.setPrepared(stage.epoch),
      ...planEdits.setWanted(stage.epoch, {
        phase: 'open',
        order,
        length: plan.length,
        paused: false,
        changedBy: undefined,
      }),
    },
  };
}

/** The epoch then never happened, and its number and seats are used by the next opening. */
export function cancelOpening(snapshot: Snapshot): Edits {
  const stage = facilitatorStage(snapshot);
  if (stage.at !== 'opening') return noEdits;
  return {
    plan: {
      ...planEdits.setPrepared(stage.epoch),
      ...planEdits.setWanted(stage.epoch, { phase: 'none' }),
    },
  };
}

/** Proposed for the next breakout; the running one is changed by `prolong`. */
export function setLength({ plan }: Snapshot, length: Length): Edits {
  return plan.length === length ? noEdits : { plan: planEdits.setLength(length) };
}

/**
 * [I2] Sets the length that was SEEN plus `byMs`, so two facilitators who press "+5" at the same
 * moment add five minutes. During the closing countdown it opens the rooms again: with what was
 * left, or, when the time was up, for `byMs` from now.
 */
export function prolong(snapshot: Snapshot, byMs: Millis): Edits {
  const stage = facilitatorStage(snapshot);
  if (stage.at !== 'open' && stage.at !== 'closing') return noEdits;
  if (stage.at === 'closing' && stage.ending) return noEdits;
  const { length } = snapshot.plan.wanted(stage.epoch);
  const elapsed = elapsedMs(stage.run, conductorNow(snapshot.estimate, snapshot.now));
  const from = length === 'none' ? elapsed : Math.max(length, elapsed);
  const wanted = Math.round(Math.max(from + byMs, elapsed + LEAST_LEFT_MS));
  const reopen = stage.at === 'closing' ? { phase: 'open' as const } : {};
  const changedBy = snapshot.me.name;
  return { plan: planEdits.setWanted(stage.epoch, { ...reopen, length: wanted, changedBy }) };
}

/** So that it ends in `leftMs`, a pause not counted; `none`: when a facilitator brings everyone back. */
export function setEnd(snapshot: Snapshot, leftMs: Millis | 'none'): Edits {
  const stage = facilitatorStage(snapshot);
  if (stage.at !== 'open') return noEdits;
  const elapsed = elapsedMs(stage.run, conductorNow(snapshot.estimate, snapshot.now));
  const length = leftMs === 'none' ? leftMs : Math.round(elapsed + Math.max(leftMs, LEAST_LEFT_MS));
  return { plan: planEdits.setWanted(stage.epoch, { length, changedBy: snapshot.me.name }) };
}

export function pause(snapshot: Snapshot, paused: boolean): Edits {
  const stage = facilitatorStage(snapshot);
  if (stage.at !== 'open' || snapshot.plan.wanted(stage.epoch).paused === paused) return noEdits;
  return { plan: planEdits.setWanted(stage.epoch, { paused, changedBy: snapshot.me.name }) };
}

/** Starts the closing countdown. */
export function bringBack(snapshot: Snapshot): Edits {
  const stage = facilitatorStage(snapshot);
  if (stage.at !== 'open') return noEdits;
  return { plan: planEdits.setWanted(stage.epoch, { phase: 'closing' }) };
}

export function cancelClosing(snapshot: Snapshot): Edits {
  const stage = facilitatorStage(snapshot);
  if (stage.at !== 'closing' || !stage.cancellable) return noEdits;
  return { plan: planEdits.setWanted(stage.epoch, { phase: 'open' }) };
}

/** Cuts the countdown short; final. */
export function closeNow(snapshot: Snapshot): Edits {
  const stage = facilitatorStage(snapshot);
  if (stage.at !== 'closing' && stage.at !== 'open') return noEdits;
  return { plan: planEdits.setWanted(stage.epoch, { phase: 'closed' }) };
}
