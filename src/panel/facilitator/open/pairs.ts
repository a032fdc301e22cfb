/** Who might keep whom company, from what is on the screen. */
import { pairUp } from '../../../breakout/pairing';
import type { RoomId } from '../../../breakout/ids';
import { isInside } from '../../../live/people';
import type { PersonView, RoomView } from '../../../live/views';

export interface Pair {
  readonly person: PersonView;
  readonly to: RoomView;
  /** Who is there already. */
  readonly company: readonly PersonView[];
}

/** The proposed moves, in the order of the rooms that get company. */
export function pairs(rooms: readonly RoomView[]): readonly Pair[] {
  const occupied = rooms.map((room) => ({
    id: room.id,
    inside: staying(room).map(({ id }) => id),
    // [S11] Nobody is sent to a locked room.
    places: room.locked === true ? 0 : room.places,
  }));
  const expecting = new Set<RoomId>(
    rooms.filter((room) => room.alone === undefined).map(({ id }) => id),
  );
  const people = rooms.flatMap((room) => room.people);
  // [S5] Hosts stay in their rooms.
  const pinned = new Set(people.filter((person) => person.pinned === true).map(({ id }) => id));
  const moves = pairUp(occupied, { expecting, pinned });
  return rooms.flatMap((to) =>
    people
      .filter(({ id }) => moves.get(id) === to.id)
      .map((person) => ({ person, to, company: staying(to).filter(({ id }) => !moves.has(id)) })),
  );
}

const staying = ({ people }: RoomView): readonly PersonView[] =>
  people.filter(({ state, move }) => isInside(state) && (move === undefined || move.refused));
