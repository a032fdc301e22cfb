/** Who has a seat, as far as screens and records ask. */
import type { RoomId, UserId } from './ids';
import type { Plan } from './plan';
import type { Seats } from './seats';

/** [S6] Facilitators who are seated nowhere: all but those who want a seat, too. */
export function standingFacilitators({
  facilitators,
}: Pick<Plan, 'facilitators'>): ReadonlySet<UserId> {
  return new Set(facilitators.filter(({ seated }) => seated !== true).map(({ user }) => user));
}

/** Online people who take part: everybody but the facilitators who want no seat. */
export function participants(plan: Pick<Plan, 'facilitators'>, online: Iterable<UserId>): UserId[] {
  const standing = standingFacilitators(plan);
  return [...online].filter((user) => !standing.has(user));
}

/** People without a seat in an existing room. A seat in an unknown room is waited for, so it counts. */
export function unseated(
  people: readonly UserId[],
  seats: Seats,
  removed: ReadonlySet<RoomId>,
): UserId[] {
  return people.filter((person) => {
    const seat = seats.get(person);
    return seat === undefined || removed.has(seat.room);
  });
}

/** How many of `people` are seated in each room. */
export function seatCounts(seats: Seats, people: Iterable<UserId>): ReadonlyMap<RoomId, number> {
  const counts = new Map<RoomId, number>();
  for (const person of people) {
    const seat = seats.get(person);
    if (seat !== undefined) counts.set(seat.room, (counts.get(seat.room) ?? 0) + 1);
  }
  return counts;
}
