/** [J6] With whom somebody was in a room, once it is over. */
import { lastPlaceIn } from '../breakout/question';
import type { Epoch, RoomId, UserId } from '../breakout/ids';
import { cameTo } from './came-to';
import { byName, nameOf } from './people';
import type { Snapshot } from './snapshot';
import type { MyRoom } from './views';

/** By the journal, if it is known; else by where everybody was last. */
export function companions(snapshot: Snapshot, epoch: Epoch, room: RoomId): MyRoom['others'] {
  const beside = snapshot.stays?.get(room)?.beside;
  const users = beside?.keys() ?? lastIn(snapshot, epoch, room);
  return byName(snapshot, users).map((user) => ({
    name: nameOf(snapshot, user) || (beside?.get(user) ?? ''),
    state: 'waiting',
  }));
}

/** Of whom nothing is known is taken to have been where their seat is. */
function lastIn(snapshot: Snapshot, epoch: Epoch, room: RoomId): readonly UserId[] {
  const { me, people, run, seatsOf } = snapshot;
  return [...seatsOf(epoch)].flatMap(([user, seat]) => {
    if (user === me.id || !cameTo(snapshot, epoch, user)) return [];
    const was = lastPlaceIn(people.get(user), epoch)?.room ?? run?.guests.get(user)?.at;
    return (was ?? seat.room) === room ? [user] : [];
  });
}
