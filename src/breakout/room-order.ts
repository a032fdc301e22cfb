import type { RoomId } from './ids';

export interface OrderedRoom {
  readonly id: RoomId;
  readonly order: number;
}

/**
 * The new orders that put `room` right before `before`, or last. One number between those of its new
 * neighbours, so that two facilitators who move different rooms at once both get what they wanted;
 * all numbers anew only where there is none between, as of two rooms that were added at once.
 *
 * @param rooms as they are listed: by ascending order, then id
 * @returns nothing when the room is there already, or one of the two has gone
 */
export function ordersFor(
  rooms: readonly OrderedRoom[],
  room: RoomId,
  before: RoomId | undefined,
): ReadonlyMap<RoomId, number> {
  const rest = rooms.filter(({ id }) => id !== room);
  const at = before === undefined ? rest.length : rest.findIndex(({ id }) => id === before);
  const from = rooms.findIndex(({ id }) => id === room);
  if (from < 0 || at < 0 || at === from) return new Map();
  const order = between(rest[at - 1]?.order, rest[at]?.order);
  if (order !== undefined) return new Map([[room, order]]);
  const ids = rest.map(({ id }) => id);
  ids.splice(at, 0, room);
  return new Map(ids.map((id, index) => [id, index]));
}

/** `undefined`: there is no such number, or not with the digits that a number has. */
function between(low: number | undefined, high: number | undefined): number | undefined {
  if (low === undefined) return high === undefined ? 0 : inside(-Infinity, high - 1, high);
  if (high === undefined) return inside(low, low + 1, Infinity);
  // Halves first: the sum of two of the greatest numbers is none.
  return inside(low, low / 2 + high / 2, high);
}

const inside = (low: number, middle: number, high: number): number | undefined =>
  low < middle && middle < high && Number.isFinite(middle) ? middle : undefined;
