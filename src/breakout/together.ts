/** [N1] Who was really in one room at the same time, by the journal. */
import type { RoomId } from './ids';
import type { Group } from './met';
import type { Stay } from './recap';

/** Each pair once, however often they met in that round. */
export function pairsTogether(stays: readonly Stay[]): readonly Group[] {
  const rooms = new Map<RoomId, Stay[]>();
  for (const stay of stays) {
    const known = rooms.get(stay.room);
    if (known === undefined) rooms.set(stay.room, [stay]);
    else known.push(stay);
  }
  const pairs = new Map<string, Group>();
  for (const inRoom of rooms.values()) {
    inRoom.forEach((a, index) => {
      for (const b of inRoom.slice(0, index)) {
        const pair = a.user < b.user ? [a.user, b.user] : [b.user, a.user];
        if (a.user !== b.user && overlap(a, b)) pairs.set(pair.join(' '), pair);
      }
    });
  }
  return [...pairs.values()];
}

/** Who comes as another goes has not met them. */
export function overlap(a: Stay, b: Stay): boolean {
  return a.fromAt < b.toAt && b.fromAt < a.toAt;
}
