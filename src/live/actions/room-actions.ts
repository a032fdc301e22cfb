import type { Millis, RoomId, UserId } from '../../breakout/ids';
import { MAX_ROOMS } from '../../breakout/plan';
import { setEnd } from '../edits/phases';
import { closeRoom, keepRoom } from '../edits/room-closing';
import { moveRoom, setRoomCount } from '../edits/rooms';
import * as seating from '../edits/seating';
import { nameOf } from '../people';
import type { Snapshot } from '../snapshot';
import { facilitatorStage } from '../stage';
import type { FacilitatorView } from '../views';
import type { Desk } from './desk';
import { tellFull } from './room-limit';

/** What a facilitator does with people and rooms, most of it while rooms are open. */
export interface RoomActions {
  /** Before the opening a move is done; while open each is a question to the person. */
  move(moves: readonly (readonly [user: UserId, to: RoomId | undefined])[]): void;
  /** Right before another room, or last. */
  moveRoom(room: RoomId, before: RoomId | undefined): void;
  /** With a frame, and a session as soon as it is open. Not more than a hundred. */
  addRoom(): void;
  /** While open: its people are asked to `to`, or to the smallest rooms, and then it goes. */
  closeRoom(room: RoomId, to: RoomId | undefined): void;
  keepRoom(room: RoomId): void;
  /** While open: in how long everyone comes back. */
  setEnd(leftMs: Millis | 'none'): void;
}

export function roomActions(desk: Desk): RoomActions {
  const now = desk.snapshot;
  const { apply } = desk;
  return {
    move: (moves) => apply(seating.move(now(), moves), moveOffer(now(), moves)),
    moveRoom: (room, before) => {
      const edits = moveRoom(now(), room, before);
      apply(edits, roomOffer(now(), room, before));
    },
    addRoom: () => {
      const { rooms } = now().plan;
      if (rooms.length < MAX_ROOMS) apply(setRoomCount(now(), rooms.length + 1, desk));
      else tellFull(desk);
    },
    closeRoom: (room, to) => {
      const name = now().plan.rooms.find(({ id }) => id === room)?.name ?? '';
      apply(closeRoom(now(), room, to), { what: 'close-room', name });
    },
    keepRoom: (room) => apply(keepRoom(now(), room)),
    setEnd: (leftMs) => apply(setEnd(now(), leftMs)),
  };
}

/** Where the room will stand, counted from 1. */
function roomOffer(
  { plan: { rooms } }: Snapshot,
  room: RoomId,
  before: RoomId | undefined,
): NonNullable<FacilitatorView['undo']> {
  const rest = rooms.filter(({ id }) => id !== room);
  const at = before === undefined ? rest.length : rest.findIndex(({ id }) => id === before);
  const name = rooms.find(({ id }) => id === room)?.name ?? '';
  return { what: 'move-room', name, count: at + 1, of: rooms.length };
}

function moveOffer(
  snapshot: Snapshot,
  moves: readonly (readonly [user: UserId, to: RoomId | undefined])[],
): FacilitatorView['undo'] {
  const [first] = moves;
  if (first === undefined) return undefined;
  const { at, epoch } = facilitatorStage(snapshot);
  const asks = at === 'open';
  if (moves.length > 1) {
    return { what: asks ? 'ask-moves' : 'moves', name: '', count: moves.length };
  }
  const [user] = first;
  const seat = snapshot.seatsOf(epoch).get(user)?.room;
  const from = snapshot.plan.rooms.find(({ id }) => id === seat)?.name;
  return { what: asks ? 'ask-move' : 'move', name: nameOf(snapshot, user), from };
}
