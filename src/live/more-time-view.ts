/** Who would like more time: as facilitators see it counted, and as the person does. */
import type { Epoch, Millis } from '../breakout/ids';
import { asksForMore, roomsAskingForMore } from '../breakout/more-time';
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
