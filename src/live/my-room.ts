/** A room as one of its own people sees it. */
import type { Epoch, RoomId } from '../breakout/ids';
import { byName, type People } from './people';
import type { Snapshot } from './snapshot';
import type { MyRoom } from './views';

/** `undefined`: the room has been removed, or has not arrived yet. */
export function myRoom(
  snapshot: Snapshot,
  people: People,
  epoch: Epoch,
  id: RoomId | undefined,
): MyRoom | undefined {
  const room = snapshot.plan.rooms.find((candidate) => candidate.id === id);
  if (room === undefined) return undefined;
  const seated = [...snapshot.seatsOf(epoch)]
    .filter(([user, seat]) => seat.room === id && user !== snapshot.me.id)
    .map(([user]) => user);
  return {
    id: room.id,
    name: room.name,
    hue: room.hue,
    task: room.task || snapshot.plan.task,
    link: room.link,
    others: byName(snapshot, seated).map((user) => {
      const { name, state } = people.viewOf(user, epoch);
      return { name, state };
    }),
  };
}
