/** Closing one room while the others stay open. */
import { lastingRooms } from '../../breakout/closing-rooms';
import type { RoomId } from '../../breakout/ids';
import { limitsOf, unlockedRooms } from '../../breakout/places';
import { seatCounts } from '../../breakout/seated';
import { seatNewcomers } from '../../breakout/seating';
import { planEdits } from '../../records/plan-edits';
import { peopleOf } from '../people';
import type { Snapshot } from '../snapshot';
import { facilitatorStage } from '../stage';
import { noEdits, type Edits } from './edits';
import { seatAll, seatedIn } from './seats-of';

/**
 * Its people, here or away, are given `to`, or else each the smallest room by people present. Not
 * the last room that stays: then everyone is to be brought back instead.
 */
export function closeRoom(snapshot: Snapshot, room: RoomId, to: RoomId | undefined): Edits {
  const { plan, seatsOf } = snapshot;
  const { at, epoch } = facilitatorStage(snapshot);
  const lasting = lastingRooms(plan, epoch);
  const rest = lasting.filter((id) => id !== room);
  if (at !== 'open' || rest.length === 0 || rest.length === lasting.length) return noEdits;
  const unlocked = new Set(unlockedRooms(plan.rooms));
  const open = rest.filter((id) => unlocked.has(id));
  const people = [...seatedIn(snapshot, epoch, [room]).keys()];
  const sizes = seatCounts(seatsOf(epoch), peopleOf(snapshot).participants);
  const placed =
    to !== undefined && rest.includes(to)
      ? people.map((user) => [user, to] as const)
      : seatNewcomers(
          people,
          open.length > 0 ? open : rest,
          (id) => sizes.get(id) ?? 0,
          limitsOf(plan.rooms),
        );
  return {
    plan: planEdits.setRoom(room, { closing: epoch }),
    ...seatAll(snapshot, epoch, placed),
  };
}

/** Until it has gone. Its people keep the seats they were given meanwhile. */
export function keepRoom({ plan }: Snapshot, room: RoomId): Edits {
  if (!plan.closing.has(room)) return noEdits;
  return { plan: planEdits.setRoom(room, { closing: null }) };
}
