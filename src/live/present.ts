import type { Epoch, RoomId, UserId } from '../breakout/ids';
import { isOnTheWay, type People } from './people';
import type { Snapshot } from './snapshot';
import { activeRun } from './stage';

/** Who is really there: somebody asked to move counts where they still are. */
export function presentByRoom(
  snapshot: Snapshot,
  { placeOf }: People,
  epoch: Epoch,
): ReadonlyMap<RoomId, ReadonlySet<UserId>> {
  const rooms = new Map<RoomId, Set<UserId>>();
  const run = activeRun(snapshot.run);
  if (run === undefined || run.epoch !== epoch) return rooms;
  for (const user of new Set([...snapshot.people.keys(), ...run.guests.keys()])) {
    const room = placeOf(user, epoch);
    if (room === undefined) continue;
    rooms.set(room, (rooms.get(room) ?? new Set<UserId>()).add(user));
  }
  return rooms;
}

/**
 * [Y2] In each room, whoever is the only one in it, nobody of whose room is on the way and who is
 * not asked to leave it either.
 */
export function aloneByRoom(
  snapshot: Snapshot,
  people: People,
  epoch: Epoch,
): ReadonlyMap<RoomId, UserId> {
  const expecting = new Set<RoomId>();
  const leaving = new Set<UserId>();
  for (const [user, { room }] of snapshot.seatsOf(epoch)) {
    if (!isOnTheWay(people.stateOf(user, epoch))) continue;
    expecting.add(room);
    leaving.add(user);
  }
  const alone = new Map<RoomId, UserId>();
  for (const [room, inside] of presentByRoom(snapshot, people, epoch)) {
    const [user] = inside;
    if (user === undefined || inside.size !== 1) continue;
    if (!expecting.has(room) && !leaving.has(user)) alone.set(room, user);
  }
  return alone;
}
