/**
 * How many rooms make groups of `size`: sizes are even, so it is the number whose groups come
 * nearest. Of two that come as near it is the smaller, lest somebody is alone when others stay away.
 */
export function roomsFor(people: number, size: number): number {
  const exact = people / Math.max(1, size);
  const fewer = Math.max(1, Math.floor(exact));
  const more = Math.ceil(exact);
  const isNearer = more > fewer && farthest(people, more, size) < farthest(people, fewer, size);
  return Math.min(100, isNearer ? more : fewer);
}

/** By how many the group that differs most from the size differs. */
function farthest(people: number, rooms: number, size: number): number {
  const share = people / rooms;
  return Math.max(Math.abs(Math.floor(share) - size), Math.abs(Math.ceil(share) - size));
}
