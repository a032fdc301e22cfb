/** Where everyone sits, as far as this screen shows it. */
import type { RoomId, UserId } from '../../../breakout/ids';
import type { FacilitatorView, PersonView } from '../../../live/views';

/** `undefined`: in no room. Whoever is not on the screen is not in it. */
export type Whereabouts = ReadonlyMap<UserId, RoomId | undefined>;

export const unseatedIn = (view: FacilitatorView): readonly PersonView[] =>
  'unseated' in view ? view.unseated : [];

/** Everyone, in the order of the screen. */
export const peopleIn = (view: FacilitatorView): readonly PersonView[] => [
  ...view.rooms.flatMap((room) => room.people),
  ...unseatedIn(view),
];

/** Those of `users` who are on the screen, in the order of `users`. */
export function peopleOf(view: FacilitatorView, users: readonly UserId[]): readonly PersonView[] {
  const everyone = new Map(peopleIn(view).map((person) => [person.id, person]));
  return users.flatMap((user) => everyone.get(user) ?? []);
}

/** By seats: whoever has been asked to move sits where they are asked to go. */
export function seatsIn(view: FacilitatorView): Whereabouts {
  return new Map([
    ...unseatedIn(view).map(({ id }) => [id, undefined] as const),
    ...view.rooms.flatMap((room) =>
      room.people.map(({ id, move }) => [id, move?.to ?? room.id] as const),
    ),
  ]);
}

/** People can be moved, and there is somewhere to move them to. */
export const canMove = (view: FacilitatorView): boolean =>
  (view.screen === 'prepare' || view.screen === 'open') && view.rooms.length > 1;
