/** Who sits where: pure functions, randomness handed in. Rules S1–S5 of docs/spec.md. */
import type { RoomId, UserId } from './ids';
import { evenSizes } from './room-sizes';

/** A new array in random order: each time one of the rest. `random` is in [0, 1). */
export function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const rest = [...items];
  const result: T[] = [];
  while (rest.length > 0) result.push(...rest.splice(Math.floor(random() * rest.length), 1));
  return result;
}

/** People to be divided, and where some of them stay. */
export interface Division {
  readonly people: readonly UserId[];
  readonly rooms: readonly RoomId[];
  /** [S5] Whoever is pinned stays in the room named here, if it is one of these. */
  readonly kept?: ReadonlyMap<UserId, RoomId>;
  /** [S11] How many people a room takes, where that is limited. */
  readonly most?: ReadonlyMap<RoomId, number>;
}

/**
 * [S1] Seats everyone it is given, at random, in rooms whose sizes differ by at most one, or as
 * evenly as those who are kept in a room allow. Which rooms get the extra person is random, too.
 * Without rooms nobody is seated.
 */
export function split(division: Division, random: () => number): ReadonlyMap<UserId, RoomId> {
  const { people } = division;
  const seats = keptSeats(division);
  const taken = countsOf(seats.values());
  const sizes = evenSizes(shuffled(division.rooms, random), people.length, taken, division.most);
  const places = [...sizes].flatMap(([room, size]) =>
    Array.from({ length: size - (taken.get(room) ?? 0) }, () => room),
  );
  const free = people.filter((person) => !seats.has(person));
  for (const person of shuffled(free, random)) {
    const room = places.pop();
    if (room !== undefined) seats.set(person, room);
  }
  return seats;
}

/** [S5] Of these people only, and in these rooms only. */
export function keptSeats({ people, rooms, kept = new Map() }: Division): Map<UserId, RoomId> {
  const known = new Set(rooms);
  const seats = new Map<UserId, RoomId>();
  for (const person of people) {
    const room = kept.get(person);
    if (room !== undefined && known.has(room)) seats.set(person, room);
  }
  return seats;
}

function countsOf(rooms: Iterable<RoomId>): Map<RoomId, number> {
  const counts = new Map<RoomId, number>();
  for (const room of rooms) counts.set(room, (counts.get(room) ?? 0) + 1);
  return counts;
}

/** The room with the fewest; the first of the list among equals, so that every client agrees. */
function smallestRoom(
  rooms: readonly RoomId[],
  countOf: (room: RoomId) => number,
): RoomId | undefined {
  let best: RoomId | undefined;
  let least = Infinity;
  for (const room of rooms) {
    const count = countOf(room);
    if (count < least) {
      best = room;
      least = count;
    }
  }
  return best;
}

/**
 * [S2] Moves as few people as possible until sizes differ by at most one, or are as even as those
 * who are kept allow, and seats whoever has no seat in a room of `rooms`. Counts and moves only
 * `people`. Returns the seats that change.
 */
export function rebalance(
  seats: ReadonlyMap<UserId, RoomId>,
  division: Division,
  random: () => number,
): ReadonlyMap<UserId, RoomId> {
  const { people, rooms } = division;
  if (rooms.length === 0) return new Map();
  const kept = keptSeats(division);
  const sitting = new Map<RoomId, UserId[]>(rooms.map((room) => [room, []]));
  const homeless: UserId[] = [];
  for (const person of people) {
    const room = kept.get(person) ?? seats.get(person);
    const group = room === undefined ? undefined : sitting.get(room);
    if (group === undefined) homeless.push(person);
    else group.push(person);
  }

  // The fullest rooms keep the extra places: that is what makes the number of moves least.
  const fullestFirst = [...sitting].sort(([, a], [, b]) => b.length - a.length);
  const wanted = evenSizes(
    fullestFirst.map(([room]) => room),
    people.length,
    countsOf(kept.values()),
    division.most,
  );

  const movers: UserId[] = [...homeless];
  for (const [room, group] of sitting) {
    const surplus = group.length - (wanted.get(room) ?? 0);
    const movable = group.filter((person) => !kept.has(person));
    if (surplus > 0) movers.push(...shuffled(movable, random).slice(0, surplus));
  }
  const queue = shuffled(movers, random);
  const changes = new Map<UserId, RoomId>();
  for (const [person, room] of kept) if (seats.get(person) !== room) changes.set(person, room);
  for (const [room, group] of sitting) {
    for (let free = (wanted.get(room) ?? 0) - group.length; free > 0; free--) {
      const person = queue.pop();
      if (person !== undefined) changes.set(person, room);
    }
  }
  return changes;
}

/**
 * [S3] Seats newcomers one by one in the smallest room, by `countOf` (seats before opening, people
 * present afterwards), without moving anybody. [S11] Full rooms only when all are. Any client computes
 * the same from the same records.
 */
export function seatNewcomers(
  newcomers: readonly UserId[],
  rooms: readonly RoomId[],
  countOf: (room: RoomId) => number,
  most: ReadonlyMap<RoomId, number> = new Map(),
): ReadonlyMap<UserId, RoomId> {
  const placed = new Map<RoomId, number>();
  const seats = new Map<UserId, RoomId>();
  for (const person of [...newcomers].sort()) {
    const sizeOf = (id: RoomId): number => countOf(id) + (placed.get(id) ?? 0);
    const free = rooms.filter((id) => sizeOf(id) < (most.get(id) ?? Infinity));
    const room = smallestRoom(free.length > 0 ? free : rooms, sizeOf);
    if (room === undefined) break;
    seats.set(person, room);
    placed.set(room, (placed.get(room) ?? 0) + 1);
  }
  return seats;
}
