import type { RoomId } from './ids';
import type { Room } from './plan';
import { plain } from './roster/room-of';

/** As lists of names tell rooms apart: without case, accents and punctuation. */
export const nameTaken = (rooms: Iterable<string>): Set<string> =>
  new Set(Array.from(rooms, (name) => plain(name)));

/** "Apple" → "Apple 2", "Apple 2" → "Apple 3": the first that nobody has. */
function nextName(name: string, taken: ReadonlySet<string>): string {
  const base = name.replace(/ \d+$/u, '');
  for (let number = 2; ; number++) {
    const candidate = `${base} ${number}`;
    if (!taken.has(plain(candidate))) return candidate;
  }
}

/**
 * [O7] Two facilitators who add a room at once are given the same name for it, for neither has seen
 * the other's. Of rooms that the app has named alike the first in the list keeps its name. Every
 * client that sees the same rooms says the same, and says nothing once that is done. What people
 * have named stays as they have named it.
 *
 * @param rooms in listing order
 * @returns new names
 */
export function distinctNames(
  rooms: readonly Pick<Room, 'id' | 'name' | 'named'>[],
): ReadonlyMap<RoomId, string> {
  const taken = nameTaken(rooms.map(({ name }) => name));
  const given = new Set<string>();
  const names = new Map<RoomId, string>();
  for (const { id, name, named } of rooms) {
    if (named !== 'by-app') continue;
    if (given.has(plain(name))) {
      const free = nextName(name, taken);
      taken.add(plain(free));
      names.set(id, free);
    }
    given.add(plain(name));
  }
  return names;
}
