/** What the page of a pasted list works on, from the view and back to an order. */
import type { RoomId } from '../../../breakout/ids';
import type { Known, Placement, Target } from '../../../breakout/roster/placement';
import { roomNumber } from '../../../breakout/roster/room-of';
import { t } from '../../../i18n/words';
import type { FacilitatorActions, PersonView, PrepareView } from '../../../live/views';

type ListOrder = Parameters<FacilitatorActions['placeList']>[0];

/** Everyone a list may mean: who is seated, who waits for a seat, and the facilitators. */
export function knownPeople(view: PrepareView): readonly Known[] {
  const known = ({ id, name, state }: PersonView, room: RoomId | undefined): Known => ({
    id,
    name,
    room,
    facilitator: false,
    online: state !== 'away',
  });
  return [
    ...view.rooms.flatMap((room) => room.people.map((person) => known(person, room.id))),
    ...view.unseated.map((person) => known(person, undefined)),
    ...view.facilitators.map(({ id, name, online }) => ({
      id,
      name,
      online,
      room: undefined,
      facilitator: true,
    })),
  ];
}

/** The rooms as a list, those included who are expected: what is copied can be pasted. */
export function listOf(view: PrepareView): readonly { name: string; room: string }[] {
  const nameOf = (id: RoomId | undefined): string =>
    view.rooms.find((room) => room.id === id)?.name ?? '';
  return [
    ...view.rooms.flatMap(({ name, people }) =>
      people.map((person) => ({ name: person.name, room: name })),
    ),
    ...view.unseated.map(({ name }) => ({ name, room: '' })),
    ...view.expected.map(({ name, room }) => ({ name, room: nameOf(room) })),
  ];
}

export function orderOf(
  { matched, notHere, unlisted }: Placement,
  placeOthers: boolean,
): ListOrder {
  return {
    seats: matched
      .filter(({ change }) => change === 'seated' || change === 'moved')
      .map(({ user, to }) => ({ user, to: titled(to) })),
    expected: notHere.map(({ entry, to }) => ({ name: entry.name, to: titled(to) })),
    evenly: placeOthers ? unlisted : [],
  };
}

/** What an order will have done, in numbers. */
export function effectOf(
  { matched }: Placement,
  { seats, expected, evenly }: ListOrder,
): Readonly<Record<'seated' | 'moved' | 'expected', number>> {
  const moved = matched.filter(({ change }) => change === 'moved').length;
  return {
    seated: seats.length - moved,
    moved: moved + evenly.length,
    expected: expected.length,
  };
}

const titled = (to: Target): Target =>
  to.type === 'new' ? { type: 'new', name: newRoomTitle(to.name) } : to;

/** A room that a list only numbers gets a name that can stand on a frame. */
export function newRoomTitle(name: string): string {
  const number = /^\d+$/u.test(name) ? roomNumber(name) : undefined;
  return number === undefined ? name : t('list.room-number', { number });
}
