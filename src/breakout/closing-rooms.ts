/**
 * Closing one room while the others stay open. Its people are asked to other rooms by their seats;
 * the room goes when they have, or have had half a minute. Rules R4 and R5 of docs/spec.md.
 */
import type { ClosingStep, ConductorView } from './conductor-view';
import type { Epoch, Millis, RoomId } from './ids';
import type { Plan } from './plan';
import { placeIn } from './question';
import { guestPlace, type Run } from './run';

/** So long people have to leave a room that is being closed. */
export const ROOM_CLOSING_MS: Millis = 30_000;
/** Nor does an empty one go before so long: until then closing it can be undone. */
export const ROOM_UNDO_MS: Millis = 8_000;
/** Until then seats in it are the closing facilitator's affair; what they pressed last may be under way. */
export const ROOM_LEFT_MS: Millis = ROOM_UNDO_MS + 2_000;

/** Where somebody can be seated: rooms that are there to stay. */
export function lastingRooms(plan: Pick<Plan, 'rooms' | 'closing'>, epoch: Epoch): RoomId[] {
  return plan.rooms.map(({ id }) => id).filter((id) => !isClosing(plan, id, epoch));
}

/** [I6] A wish about an older epoch closes nothing. */
export function isClosing({ closing }: Pick<Plan, 'closing'>, room: RoomId, epoch: Epoch): boolean {
  return closing.get(room) === epoch;
}

/** [R4] Its time begins when the conductor sees the wish, is taken back with it, and runs out once. */
export function closingSteps(view: ConductorView): ClosingStep[] {
  const { plan, run, now } = view;
  return plan.rooms.flatMap(({ id: room }): ClosingStep[] => {
    const closesAt = run.rooms.get(room)?.closesAt;
    if (!isClosing(plan, room, run.epoch))
      return closesAt === undefined ? [] : [{ do: 'keep-room', room }];
    if (closesAt === undefined) return [{ do: 'close-room', room }];
    const leastAt = closesAt - ROOM_CLOSING_MS + ROOM_UNDO_MS;
    const over = now >= closesAt || (now >= leastAt && isEmpty(view, room));
    return over ? [{ do: 'remove-room', room }] : [];
  });
}

/**
 * [R5] Rooms in which nobody has a seat any more. Not at once: who closes a room gives its people
 * other seats, and takes both back with "Undo"; of the two records one may be heard of first.
 */
export function leftRooms({ plan, run, now }: ConductorView): RoomId[] {
  return [...plan.closing.keys()].filter((room) => {
    const closesAt = run.rooms.get(room)?.closesAt;
    if (closesAt === undefined || !isClosing(plan, room, run.epoch)) return false;
    return now >= closesAt - ROOM_CLOSING_MS + ROOM_LEFT_MS;
  });
}

/** When time alone changes something about a room that is being closed. */
export function closingTimes(run: Run): Millis[] {
  return [...run.rooms.values()].flatMap(({ closesAt }) => {
    if (closesAt === undefined) return [];
    const sinceAt = closesAt - ROOM_CLOSING_MS;
    return [closesAt, sinceAt + ROOM_UNDO_MS, sinceAt + ROOM_LEFT_MS];
  });
}

function isEmpty({ run, people, online, members }: ConductorView, room: RoomId): boolean {
  const session = run.rooms.get(room)?.session;
  if (session !== undefined && (members.get(session)?.size ?? 0) > 0) return false;
  for (const [user, person] of people) {
    if (online.has(user) && placeIn(person, run.epoch)?.room === room) return false;
  }
  return [...run.guests.values()].every((guest) => guestPlace(guest) !== room);
}
