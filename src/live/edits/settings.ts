import type { Settings } from '../../breakout/plan';
import { planEdits } from '../../records/plan-edits';
import type { Snapshot } from '../snapshot';
import { facilitatorStage } from '../stage';
import type { Edits } from './edits';
import { idsOf, seatAll, seatedIn } from './seats-of';

/**
 * [S8] Before the opening, letting people choose takes back the seats that they were given by lot;
 * whoever is to stay in a room, by a pin or a lock, does.
 */
export function setSettings(snapshot: Snapshot, change: Partial<Settings>): Edits {
  const edits = { plan: planEdits.setSettings(change) };
  const { at, epoch } = facilitatorStage(snapshot);
  const { plan } = snapshot;
  if (change.seating !== 'chosen' || plan.settings.seating === 'chosen' || at !== 'prepare') {
    return edits;
  }
  const open = idsOf(plan.rooms.filter(({ locked }) => !locked));
  const free = [...seatedIn(snapshot, epoch, open).keys()].filter((user) => !plan.pinned.has(user));
  return {
    ...edits,
    ...seatAll(
      snapshot,
      epoch,
      free.map((user) => [user, undefined]),
    ),
  };
}
