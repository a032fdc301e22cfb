/** Seats as edits make them: who takes part, who sits where now, what a new seat is. */
import { nextAsk } from '../../breakout/next-ask';
import type { Epoch, RoomId, UserId } from '../../breakout/ids';
import type { Room } from '../../breakout/plan';
import type { Groups } from '../../breakout/met';
import { limitsOf, unlockedRooms } from '../../breakout/places';
import { standingFacilitators } from '../../breakout/seated';
import { seatNewcomers, type Division } from '../../breakout/seating';
import type { Seat } from '../../breakout/seats';
import { seatsEdits } from '../../records/seats';
import type { Snapshot } from '../snapshot';
import { noEdits, type Edits } from './edits';

/** [I1] [S6] Online, and no facilitators unless those want a seat. */
export function participantsOf({ online, plan }: Snapshot): UserId[] {
  const standing = standingFacilitators(plan);
  return online.map(({ id }) => id).filter((user) => !standing.has(user));
}

/** Seats of people who take part, in one of these rooms, whether online or away. */
export function seatedIn(
  { plan, seatsOf }: Snapshot,
  epoch: Epoch,
  rooms: readonly RoomId[],
): ReadonlyMap<UserId, RoomId> {
  const standing = standingFacilitators(plan);
  const known = new Set(rooms);
  return new Map(
    [...seatsOf(epoch)]
      .filter(([user, { room }]) => known.has(room) && !standing.has(user))
      .map(([user, { room }]) => [user, room]),
  );
}

/** [S5] Where those sit who are pinned. */
export function keptIn(
  snapshot: Snapshot,
  epoch: Epoch,
  rooms: readonly RoomId[],
): ReadonlyMap<UserId, RoomId> {
  const { pinned } = snapshot.plan;
  return new Map([...seatedIn(snapshot, epoch, rooms)].filter(([user]) => pinned.has(user)));
}

/**
 * Those who are here, in all rooms, with whoever is pinned where they sat in this epoch. [S11] Locked
 * rooms and their people are left out.
 */
export function divisionOf(snapshot: Snapshot, epoch: Epoch): Division {
  const { rooms: all } = snapshot.plan;
  const rooms = unlockedRooms(all);
  const locked = lockedIn(snapshot, epoch);
  const people = participantsOf(snapshot).filter((user) => !locked.has(user));
  return { people, rooms, kept: keptIn(snapshot, epoch, rooms), most: limitsOf(all) };
}

/** [S11] Where those sit whose room is locked. */
export function lockedIn(snapshot: Snapshot, epoch: Epoch): ReadonlyMap<UserId, RoomId> {
  const locked = snapshot.plan.rooms.filter((room) => room.locked);
  return seatedIn(snapshot, epoch, idsOf(locked));
}

/**
 * [I1] Groups of those who are here, with those who are away added, so that the rooms stay even if
 * they come and if they do not: one by one in the smallest room, or where they are kept.
 */
export function withAway(
  groups: Groups,
  away: readonly UserId[],
  { rooms, kept = new Map(), most }: Division,
): Groups {
  const seats = new Map(groups);
  for (const user of away) {
    const room = kept.get(user);
    if (room !== undefined) seats.set(user, room);
  }
  const sizes = new Map<RoomId, number>();
  for (const room of seats.values()) sizes.set(room, (sizes.get(room) ?? 0) + 1);
  const homeless = away.filter((user) => !seats.has(user));
  for (const [user, room] of seatNewcomers(homeless, rooms, (id) => sizes.get(id) ?? 0, most)) {
    seats.set(user, room);
  }
  return seats;
}

/** Those who are seated in this epoch and are not here, locked rooms apart. */
export function awayFrom(snapshot: Snapshot, epoch: Epoch): UserId[] {
  const here = new Set(participantsOf(snapshot));
  const seated = seatedIn(snapshot, epoch, unlockedRooms(snapshot.plan.rooms));
  return [...seated.keys()].filter((user) => !here.has(user));
}

/** [Q1] */
export function nextAskOf({ seatsOf, people, run }: Snapshot, epoch: Epoch, user: UserId): number {
  const guest = run?.epoch === epoch ? run.guests.get(user) : undefined;
  return nextAsk({ epoch, seat: seatsOf(epoch).get(user), person: people.get(user), guest });
}

/** The edit that gives these seats: a new question for whoever changes rooms, also if they change back. */
export function seatAll(
  snapshot: Snapshot,
  epoch: Epoch,
  wanted: Iterable<readonly [UserId, RoomId | undefined]>,
): Edits {
  const seats = snapshot.seatsOf(epoch);
  const entries: [UserId, Seat | null][] = [];
  for (const [user, room] of wanted) {
    if (seats.get(user)?.room === room) continue;
    const ask = nextAskOf(snapshot, epoch, user);
    entries.push([user, room === undefined ? null : { room, ask }]);
  }
  return entries.length === 0 ? noEdits : { seats: { epoch, changes: seatsEdits.seat(entries) } };
}

export const idsOf = (rooms: readonly Room[]): RoomId[] => rooms.map(({ id }) => id);
