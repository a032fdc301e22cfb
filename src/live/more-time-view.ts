/** Who would like more time: as facilitators count it, and as the person sees it. */
import type { Epoch, Millis, RoomId } from '../breakout/ids';
import type { MoreTime, Person } from '../breakout/person';
import { placeIn } from '../breakout/question';
import type { Plan } from '../breakout/plan';
import type { Snapshot } from './snapshot';
import type { RoomView } from './views';

/** Rooms from which somebody asks for more than `length`. */
export interface MoreTimeView {
  readonly rooms: number;
  /** Rooms with somebody in them. */
  readonly of: number;
  /** What was asked about. */
  readonly length: Millis;
}

/** `none`: the breakout has no end that could be put off. */
export type OwnMoreTime = 'none' | 'may-ask' | 'asked';

/** Still about this length, and from the room that the person is in. */
export function asksForMore(person: Person, plan: Plan, epoch: Epoch): MoreTime | undefined {
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

export function moreTimeView(
  { plan, people }: Snapshot,
  epoch: Epoch,
  rooms: readonly RoomView[],
): MoreTimeView | undefined {
  const { length } = plan.wanted(epoch);
  const asking = roomsAskingForMore(people.values(), plan, epoch);
  const inUse = rooms.filter(({ id, inside }) => inside > 0 || asking.has(id));
  const count = inUse.filter(({ id }) => asking.has(id)).length;
  return length === 'none' || count === 0 ? undefined : { rooms: count, of: inUse.length, length };
}

export function ownMoreTime({ plan, people, me }: Snapshot, epoch: Epoch): OwnMoreTime {
  if (plan.wanted(epoch).length === 'none') return 'none';
  const person = people.get(me.id);
  return person !== undefined && asksForMore(person, plan, epoch) !== undefined
    ? 'asked'
    : 'may-ask';
}
