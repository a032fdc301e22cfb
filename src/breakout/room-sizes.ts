import type { RoomId } from './ids';

/**
 * [S1] How many people each room gets so that sizes are as even as they can be: they differ by at
 * most one, unless `taken`, the places that people keep, is more than a room's even share.
 *
 * @param rooms those first in the list get the extra places
 * @param most [S11] how many a room takes; more only when there are fewer places than people
 * @param people everyone, those who keep their places included
 */
export function evenSizes(
  rooms: readonly RoomId[],
  people: number,
  taken: ReadonlyMap<RoomId, number> = new Map(),
  most: ReadonlyMap<RoomId, number> = new Map(),
): ReadonlyMap<RoomId, number> {
  const sizes = new Map(rooms.map((room) => [room, taken.get(room) ?? 0]));
  const seated = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  const rest = pour(sizes, people - seated, (room) => most.get(room) ?? Infinity);
  // [S11] There are fewer places than people: a room too full is better than nobody's room.
  pour(sizes, rest, () => Infinity);
  return sizes;
}

/** Water that is poured in: level by level, the lowest first. @returns what found no place */
function pour(
  sizes: Map<RoomId, number>,
  people: number,
  mostIn: (room: RoomId) => number,
): number {
  let rest = people;
  const highest = (): number => Math.max(-1, ...[...sizes.values()]);
  for (let level = 0; rest > 0 && sizes.size > 0; level++) {
    const before = rest;
    for (const [room, size] of sizes) {
      if (rest === 0 || size !== level || level >= mostIn(room)) continue;
      sizes.set(room, level + 1);
      rest--;
    }
    if (rest === before && level > highest()) break;
  }
  return rest;
}
