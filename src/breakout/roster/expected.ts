/** People of a pasted list who are not here yet. Rule L5 of docs/spec.md. */
import type { RoomId, UserId } from '../ids';
import { seatNewcomers } from '../seating';
import { matchNames } from './match-names';

export interface Expected {
  readonly name: string;
  /** `undefined`: whichever is smallest. */
  readonly room: RoomId | undefined;
}

export interface Arrivals {
  readonly newcomers: readonly UserId[];
  readonly nameOf: (user: UserId) => string;
  readonly expected: readonly Expected[];
  readonly rooms: readonly RoomId[];
  /** How full a room is, without those who are expected. */
  readonly countOf: (room: RoomId) => number;
  /** [S11] How many a room takes. */
  readonly most?: ReadonlyMap<RoomId, number>;
  /** [S8] Whether somebody is given a room who is not on the list; by default everyone is. */
  readonly isGiven?: (user: UserId) => boolean;
}

export interface Arrived {
  readonly seats: ReadonlyMap<UserId, RoomId>;
  /** Who need not be expected any more. */
  readonly arrived: readonly Expected[];
}

/**
 * [L5] Seats newcomers: who is expected, in the room that the list names; everyone else, and who is
 * expected in a room that has gone, in the smallest (S3). Any client computes the same.
 */
export function seatArrivals(arrivals: Arrivals): Arrived {
  const { newcomers, nameOf, expected, rooms, countOf, most, isGiven = () => true } = arrivals;
  const people = newcomers.map((id) => ({ id, name: nameOf(id) }));
  const names = expected.map(({ name }) => name);
  const seats = new Map<UserId, RoomId>();
  const arrived: Expected[] = [];
  const listed = new Set<UserId>();
  matchNames(names, people).forEach((match, index) => {
    const one = expected[index];
    if (match.type !== 'one' || one === undefined) return;
    arrived.push(one);
    listed.add(match.user);
    if (one.room !== undefined && rooms.includes(one.room)) seats.set(match.user, one.room);
  });
  const placed = [...seats.values()];
  const rest = newcomers.filter((user) => !seats.has(user) && (listed.has(user) || isGiven(user)));
  const counted = (room: RoomId): number =>
    countOf(room) + placed.filter((each) => each === room).length;
  for (const [user, room] of seatNewcomers(rest, rooms, counted, most)) seats.set(user, room);
  return { seats, arrived: seats.size === 0 ? [] : arrived };
}

/** How many are expected in each room. */
export function expectedCounts(expected: readonly Expected[]): ReadonlyMap<RoomId, number> {
  const counts = new Map<RoomId, number>();
  for (const { room } of expected) {
    if (room !== undefined) counts.set(room, (counts.get(room) ?? 0) + 1);
  }
  return counts;
}
