/** A room as one of its own people sees it. */
import type { Epoch, RoomId, UserId } from '../breakout/ids';
import { byName, type People } from './people';
import type { Snapshot } from './snapshot';
import type { MyRoom, PersonState } from './views';

/** `undefined`: the room has been removed, or has not arrived yet. */
export function myRoom(
  snapshot: Snapshot,
  people: People,
  epoch: Epoch,
  id: RoomId | undefined,
): MyRoom | undefined {
  const room = snapshot.plan.rooms.find((candidate) => candidate.id === id);
  if (room === undefined) return undefined;
  const others = othersIn(snapshot, people, epoch, room.id);
  return {
    id: room.id,
    name: room.name,
    hue: room.hue,
    task: room.task || snapshot.plan.task,
    link: room.link,
    others: byName(snapshot, others.keys()).map((user) => ({
      name: people.viewOf(user, epoch).name,
      state: others.get(user) ?? 'away',
    })),
  };
}

/** [V4] Whoever has a seat here, and whoever is here still. */
function othersIn(
  snapshot: Snapshot,
  { stateOf, placeOf }: People,
  epoch: Epoch,
  room: RoomId,
): ReadonlyMap<UserId, PersonState> {
  const others = new Map<UserId, PersonState>();
  for (const [user, seat] of snapshot.seatsOf(epoch)) {
    if (user === snapshot.me.id) continue;
    if (seat.room === room) others.set(user, stateOf(user, epoch));
    else if (placeOf(user, epoch) === room) others.set(user, 'in');
  }
  return others;
}
