import type { RoomId } from './ids';

/**
 * [S1] How many people each room gets so that sizes are as even as they can be: they differ by at
 * most one, unless `taken`, the places that people keep, is more than a room's even share.
 *
 * @param rooms those first in the list get the extra places
 * @param people everyone, those who keep their places included
 */
export function evenSizes(
  rooms: readonly RoomId[],
  people: number,
  taken: ReadonlyMap<RoomId, number> = new Map(),
): ReadonlyMap<RoomId, number> {
  const sizes = new Map(rooms.map((room) => [room, taken.get(room) ?? 0]));
  let rest = people - [...sizes.values()].reduce((sum, size) => sum + size, 0);
  // Water that is poured in: level by level, the lowest first.
  for (let level = 0; rest > 0 && rooms.length > 0; level++) {
    for (const room of rooms) {
      if (rest === 0 || sizes.get(room) !== level) continue;
      sizes.set(room, level + 1);
      rest--;
    }
  }
  return sizes;
}
