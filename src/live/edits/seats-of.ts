/** Seats as edits make them: who takes part, who sits where now, what a new seat is. */
import type { Epoch, RoomId, UserId } from '../../breakout/ids';
import type { Room } from '../../breakout/plan';
import { seatNewcomers, split } from '../../breakout/seating';
import type { Seat } from '../../breakout/seats';
import { seatsEdits } from '../../records/seats';
import type { Snapshot } from '../snapshot';
import { noEdits, type Edits } from './edits';

/** [I1] Online and not facilitators. */
export function participantsOf({ online, plan }: Snapshot): UserId[] {
  const facilitators = new Set(plan.facilitators.map(({ user }) => user));
  return online.map(({ id }) => id).filter((user) => !facilitators.has(user));
}

/** Seats of people who take part, in one of these rooms, whether online or away. */
export function seatedIn(
  { plan, seatsOf }: Snapshot,
  epoch: Epoch,
  rooms: readonly RoomId[],
): ReadonlyMap<UserId, RoomId> {
  const facilitators = new Set(plan.facilitators.map(({ user }) => user));
  const known = new Set(rooms);
  return new Map(
    [...seatsOf(epoch)]
      .filter(([user, { room }]) => known.has(room) && !facilitators.has(user))
      .map(([user, { room }]) => [user, room]),
  );
}

/**
 * [I1] Everyone at random: first those who are here, evenly among themselves, then those who are
 * away, so that the rooms stay even if they come and if they do not.
 */
export function splitEveryone(
  here: readonly UserId[],
  away: readonly UserId[],
  rooms: readonly RoomId[],
  random: () => number,
): ReadonlyMap<UserId, RoomId> {
  const seats = new Map(split({ people: here, rooms }, random));
  const sizes = new Map<RoomId, number>();
  for (const room of seats.values()) sizes.set(room, (sizes.get(room) ?? 0) + 1);
  for (const [user, room] of seatNewcomers(away, rooms, (id) => sizes.get(id) ?? 0)) {
    seats.set(user, room);
  }
  return seats;
}

/**
 * The edit that gives these seats. The number of the question goes up for whoever changes rooms
 * and back, so that an answer to an earlier question is never taken for one to this.
 */
export function seatAll(
  { seatsOf }: Snapshot,
  epoch: Epoch,
  wanted: Iterable<readonly [UserId, RoomId | undefined]>,
): Edits {
  const seats = seatsOf(epoch);
  const entries: [UserId, Seat | null][] = [];
  for (const [user, room] of wanted) {
    const seat = seats.get(user);
    if (seat?.room === room) continue;
    entries.push([user, room === undefined ? null : { room, ask: (seat?.ask ?? 0) + 1 }]);
  }
  return entries.length === 0 ? noEdits : { seats: { epoch, changes: seatsEdits.seat(entries) } };
}

export const idsOf = (rooms: readonly Room[]): RoomId[] => rooms.map(({ id }) => id);
