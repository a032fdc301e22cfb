/** Who of the people expected in rooms came, by the records alone. */
import type { UserId } from './ids';
import type { Person } from './person';
import type { Plan } from './plan';
import { answerIn, placeIn } from './question';
import type { NativeGuest, Run } from './run';
import { standingFacilitators } from './seated';
import type { Seats } from './seats';

const CAME: ReadonlySet<NativeGuest['state']> = new Set(['in', 'left', 'shown']);

/** Everyone who was in a room of this run at some time, by whichever way they came. */
export function tookPart(
  run: Pick<Run, 'epoch' | 'guests'>,
  people: ReadonlyMap<UserId, Person>,
): ReadonlySet<UserId> {
  const users = new Set<UserId>();
  for (const [user, person] of people) {
    const kind = answerIn(person, run.epoch)?.kind;
    const came = kind === 'yes' || kind === 'left' || placeIn(person, run.epoch) !== undefined;
    if (came) users.add(user);
  }
  for (const [user, { state }] of run.guests) {
    if (CAME.has(state)) users.add(user);
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
