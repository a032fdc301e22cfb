/** Who of the people expected in rooms came, by the records alone. */
import type { UserId } from './ids';
import type { Person } from './person';
import type { Plan } from './plan';
import { lastPlaceIn } from './question';
import { guestCame, guestPlace, type Attendance, type Run } from './run';
import { standingFacilitators } from './seated';
import type { Seats } from './seats';

/** Everyone who was in a room of this run at some time, by whichever way they came. */
export function tookPart(
  run: Pick<Run, 'epoch' | 'guests'>,
  people: ReadonlyMap<UserId, Person>,
): ReadonlySet<UserId> {
  const users = new Set<UserId>();
  for (const [user, person] of people) {
    if (lastPlaceIn(person, run.epoch) !== undefined) users.add(user);
  }
  for (const [user, guest] of run.guests) {
    if (guestCame(guest)) users.add(user);
  }
  return users;
}

/** Everyone who had a seat in a room and never came. */
export function neverJoined(
  plan: Pick<Plan, 'removed' | 'facilitators'>,
  seats: Seats,
  came: ReadonlySet<UserId>,
): readonly UserId[] {
  const standing = standingFacilitators(plan);
  return [...seats].flatMap(([user, { room }]) =>
    came.has(user) || standing.has(user) || plan.removed.has(room) ? [] : [user],
  );
}

/** [G4] Who came, in numbers; those of a run that has been closed are what was counted then. */
export function attendance(
  run: Pick<Run, 'epoch' | 'guests' | 'attended'>,
  plan: Pick<Plan, 'removed' | 'facilitators'>,
  seats: Seats,
  people: ReadonlyMap<UserId, Person>,
): Attendance {
  if (run.attended !== undefined) return run.attended;
  const came = tookPart(run, people);
  const guests = [...run.guests.values()];
  return {
    tookPart: came.size,
    neverJoined: neverJoined(plan, seats, came).length,
    shown: guests.filter(({ state }) => state === 'shown').length,
    stayed: guests.filter((guest) => guest.stayed === true || guestPlace(guest) !== undefined)
      .length,
  };
}
