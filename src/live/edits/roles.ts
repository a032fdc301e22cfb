/** Who may change the plan. */
import type { UserId } from '../../breakout/ids';
import { personEdits } from '../../records/person';
import { planEdits } from '../../records/plan-edits';
import { nameOf } from '../people';
import type { Snapshot } from '../snapshot';
import { activeRun, facilitatorStage } from '../stage';
import { noEdits, type Edits } from './edits';
import { seatUnseated } from './seating';
import { seatAll } from './seats-of';

/** "I'm running it", on an unclaimed board or after everyone else has gone: adds, never replaces. */
export function claim(snapshot: Snapshot): Edits {
  return makeFacilitator(snapshot, snapshot.me.id);
}

/** "I'm taking part": the offer to run the breakout is not made again. */
export function takePart(): Edits {
  return { person: personEdits.set({ takesPart: true }) };
}

/**
 * At the end of the list, so the others stay ahead in conducting. The seat is given up before the
 * opening; somebody who is in a room stays there.
 */
export function makeFacilitator(snapshot: Snapshot, user: UserId): Edits {
  const { facilitators } = snapshot.plan;
  if (facilitators.some((known) => known.user === user)) return noEdits;
  const order = Math.max(-1, ...facilitators.map((known) => known.order)) + 1;
  const name = user === snapshot.me.id ? snapshot.me.name : nameOf(snapshot, user);
  const { at, epoch } = facilitatorStage(snapshot);
  return {
    ...(at === 'prepare' ? seatAll(snapshot, epoch, [[user, undefined]]) : noEdits),
    plan: planEdits.setFacilitator(user, { name, order }),
  };
}

/** The last one cannot go while a breakout is under way: somebody has to bring people back. */
export function removeFacilitator(snapshot: Snapshot, user: UserId): Edits {
  const { facilitators } = snapshot.plan;
  if (!facilitators.some((known) => known.user === user)) return noEdits;
  if (facilitators.length === 1 && activeRun(snapshot.run) !== undefined) return noEdits;
  return { plan: planEdits.setFacilitator(user, null) };
}

/**
 * [S6] This facilitator takes part, or not any more: before the opening with a seat at once, or
 * without; somebody who is in a room stays there.
 */
export function seatMe(snapshot: Snapshot, seated: boolean): Edits {
  const { me, plan } = snapshot;
  const own = plan.facilitators.find(({ user }) => user === me.id);
  if (own === undefined || (own.seated === true) === seated) return noEdits;
  const { at, epoch } = facilitatorStage(snapshot);
  const { user, ...rest } = own;
  const seats = seated
    ? seatUnseated(snapshot, [user])
    : seatAll(snapshot, epoch, [[user, undefined]]);
  return {
    ...(at === 'prepare' ? seats : noEdits),
    plan: planEdits.setFacilitator(user, { ...rest, seated }),
  };
}
