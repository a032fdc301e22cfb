/** [Z7] Two people who change places. */
import type { RoomId, UserId } from '../../../breakout/ids';
import { t } from '../../../i18n/words';
import type { FacilitatorView, PersonView, RoomView } from '../../../live/views';
import { canMove, peopleOf, seatsIn } from './whereabouts';

export interface Swap {
  readonly people: readonly [PersonView, PersonView];
  /** Where each of them goes. */
  readonly to: readonly [RoomView, RoomView];
}

/** `undefined`: they are not two, not both in a room, or in the same one. */
export function swapOf(view: FacilitatorView, users: readonly UserId[]): Swap | undefined {
  if (!canMove(view)) return undefined;
  const [one, other, ...more] = peopleOf(view, users);
  if (one === undefined || other === undefined || more.length > 0) return undefined;
  const seats = seatsIn(view);
  const roomOf = ({ id }: PersonView): RoomView | undefined =>
    view.rooms.find((room) => room.id === seats.get(id) && room.closing !== true);
  const [from, to] = [roomOf(one), roomOf(other)];
  if (from === undefined || to === undefined || from === to) return undefined;
  return { people: [one, other], to: [to, from] };
}

export const movesOf = ({ people: [one, other], to }: Swap): readonly [UserId, RoomId][] => [
  [one.id, to[0].id],
  [other.id, to[1].id],
];

/** While rooms are open both are asked. */
export function swapText(
  { people: [one, other], to }: Swap,
  { screen }: Pick<FacilitatorView, 'screen'>,
): string {
  return t(screen === 'open' ? 'spoken.asked-to-swap' : 'spoken.swapped', {
    name: one.name,
    room: to[0].name,
    other: other.name,
    otherRoom: to[1].name,
  });
}
