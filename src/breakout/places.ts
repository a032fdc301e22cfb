/** Rooms that take only so many people, or nobody any more. Rule S11 of docs/spec.md. */
import type { RoomId } from './ids';
import type { Room } from './plan';

/** How many people each room takes that does not take as many as come. */
export function limitsOf(rooms: readonly Room[]): ReadonlyMap<RoomId, number> {
  return new Map(
    rooms.flatMap(({ id, places }) => (places === undefined ? [] : [[id, places] as const])),
  );
}

/** Where people may be seated by lot or on arrival; by hand a facilitator may seat them anywhere. */
export const unlockedRooms = (rooms: readonly Room[]): RoomId[] =>
  rooms.filter(({ locked }) => !locked).map(({ id }) => id);
