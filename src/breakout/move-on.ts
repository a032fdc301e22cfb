import type { RoomId, UserId } from './ids';
import type { Groups } from './met';

/**
 * [N5] "One room on": everyone goes to the next room of the list, those of the last to the first.
 * Whoever is pinned stays, as hosts do. People of rooms that are gone are left out.
 */
export function moveOn(
  groups: Groups,
  rooms: readonly RoomId[],
  pinned: ReadonlySet<UserId>,
): Groups {
  const next = new Map(rooms.map((room, index) => [room, rooms[(index + 1) % rooms.length]]));
  const moved = new Map<UserId, RoomId>();
  for (const [user, room] of groups) {
    const to = pinned.has(user) && next.has(room) ? room : next.get(room);
    if (to !== undefined) moved.set(user, to);
  }
  return moved;
}
