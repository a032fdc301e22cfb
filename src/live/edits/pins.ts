/** [S5] People who stay in their room: hosts, or two who must work together. */
import type { UserId } from '../../breakout/ids';
import { planEdits } from '../../records/plan-edits';
import type { Snapshot } from '../snapshot';
import { noEdits, type Edits } from './edits';

/** One for each room, twice over: more is not a plan for hosts, and the record has to hold them. */
export const MAX_PINS = 200;

/** Until let go. Changes nobody's seat: who is moved by hand stays where they were moved to. */
export function keepInRoom({ plan }: Snapshot, user: UserId): Edits {
  if (plan.pinned.has(user) || plan.pinned.size >= MAX_PINS) return noEdits;
  return { plan: planEdits.setPinned(user, true) };
}

export function letGo({ plan }: Snapshot, user: UserId): Edits {
  return plan.pinned.has(user) ? { plan: planEdits.setPinned(user, false) } : noEdits;
}
