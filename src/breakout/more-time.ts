/** [E4] Who would like more time. */
import type { Epoch, RoomId } from './ids';
import type { MoreTime, Person } from './person';
import type { Plan } from './plan';
import { placeIn } from './question';

/** Still about this length, and from the room that the person is in. */
export function asksForMore(
  person: Pick<Person, 'moreTime' | 'at'>,
  plan: Pick<Plan, 'wanted'>,
  epoch: Epoch,
): MoreTime | undefined {
  const { moreTime } = person;
  const valid =
    moreTime?.epoch === epoch &&
    moreTime.length === plan.wanted(epoch).length &&
    placeIn(person, epoch)?.room === moreTime.room;
  return valid ? moreTime : undefined;
}

/** A room counts when one person asks. */
export function roomsAskingForMore(
  people: Iterable<Person>,
  plan: Plan,
  epoch: Epoch,
): ReadonlySet<RoomId> {
  const rooms = Array.from(people, (person) => asksForMore(person, plan, epoch)?.room);
  return new Set(rooms.filter((room) => room !== undefined));
}
