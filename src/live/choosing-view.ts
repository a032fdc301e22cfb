/** The rooms as somebody sees them who is to choose one. */
import { areChosen, choiceIn, choiceState, mayBeChosen, placesLeft } from '../breakout/choosing';
import { isClosing } from '../breakout/closing-rooms';
import type { RoomId } from '../breakout/ids';
import type { Run } from '../breakout/run';
import { myRoom } from './my-room';
import type { People } from './people';
import type { Snapshot } from './snapshot';
import type { ChoosableRoom, LostPlace, SwitchView } from './views';

/** In listing order, without those that are being closed. */
export function choosableRooms(snapshot: Snapshot, people: People, run: Run): ChoosableRoom[] {
  const { plan, seatsOf } = snapshot;
  const seats = seatsOf(run.epoch);
  return plan.rooms
    .filter(({ id }) => !isClosing(plan, id, run.epoch))
    .flatMap((room) => {
      const seen = myRoom(snapshot, people, run.epoch, room.id);
      if (seen === undefined) return [];
      const free = mayBeChosen({ plan, seats, run }, room, undefined);
      const { id, name, hue, task, others } = seen;
      const left = placesLeft(room, seats);
      const state = room.locked ? 'locked' : free ? 'free' : 'full';
      return [{ id, name, hue, task, others, left, state }];
    });
}

/** The room that was not to be had, and the one that has most places instead. */
export function lostPlace(
  { plan }: Snapshot,
  rooms: readonly ChoosableRoom[],
  lost: RoomId | undefined,
): LostPlace | undefined {
  const name = plan.rooms.find(({ id }) => id === lost)?.name;
  if (lost === undefined) return undefined;
  const [best] = rooms
    .filter(({ state }) => state === 'free')
    .sort((a, b) => (b.left ?? Infinity) - (a.left ?? Infinity));
  return { name, instead: best && { name: best.name, left: best.left } };
}

/** What this person is to choose, or has chosen; `undefined`: nothing. */
export function ownChoice({ plan, seatsOf, me, people }: Snapshot, run: Run) {
  const seats = seatsOf(run.epoch);
  return choiceState({ plan, seats, run }, me.id, people.get(me.id));
}

/** For somebody who has a room, and may choose another one without leaving it first. */
export function switchView(snapshot: Snapshot, people: People, run: Run): SwitchView | undefined {
  const { plan, seatsOf, me } = snapshot;
  if (run.phase !== 'open' || !areChosen(plan)) return undefined;
  const seats = seatsOf(run.epoch);
  const seat = seats.get(me.id);
  const rooms = choosableRooms(snapshot, people, run).filter(({ id }) => id !== seat?.room);
  if (seat === undefined || rooms.length === 0) return undefined;
  const wish = choiceIn(snapshot.people.get(me.id), run.epoch);
  const stands = wish?.kind === 'room' && wish.seat === seat.ask && wish.room !== seat.room;
  const room = plan.rooms.find(({ id }) => stands && id === wish.room);
  const isFree = room !== undefined && mayBeChosen({ plan, seats, run }, room, me.id);
  return {
    rooms,
    waitingFor: isFree ? room.name : undefined,
    lost: stands && !isFree ? lostPlace(snapshot, rooms, wish.room) : undefined,
  };
}
