/**
 * Moving people by hand, by pointer and by keys alike: lifted, held over one room after the other,
 * and dropped, put back, or taken by somebody else meanwhile. Rules Z1–Z3 of docs/spec.md. Pure.
 */
import type { RoomId, UserId } from '../../../breakout/ids';
import type { Obstacle } from './obstacle';
import type { Whereabouts } from './whereabouts';

/** Who is in the air, and where they come from. */
export interface Lift {
  /** First whoever was taken hold of. */
  readonly users: readonly UserId[];
  readonly by: 'pointer' | 'keys';
  readonly from: Whereabouts;
  readonly over: RoomId | undefined;
}

/** What is on the screen, asked anew at each event. */
export interface Ground {
  /** Rooms that can be dropped on, in their order. */
  readonly rooms: readonly RoomId[];
  readonly seats: Whereabouts;
  readonly obstacle: (room: RoomId, coming: number) => Obstacle | undefined;
}

export type LiftEvent =
  | {
      readonly kind: 'lift';
      readonly user: UserId;
      /** What is ticked goes along, if whoever is taken hold of is. */
      readonly ticked: readonly UserId[];
      readonly by: Lift['by'];
    }
  | { readonly kind: 'hold'; readonly over: RoomId | undefined }
  | { readonly kind: 'step'; readonly to: 'next' | 'previous' | 'first' | 'last' }
  | { readonly kind: 'drop' }
  | { readonly kind: 'cancel' }
  /** The screen shows something new. */
  | { readonly kind: 'seen' };

/** What has come of it, to be done and said. */
export type Outcome =
  | { readonly kind: 'lifted' }
  | { readonly kind: 'over'; readonly room: RoomId; readonly obstacle: Obstacle | undefined }
  /** `users`: those who were elsewhere. */
  | { readonly kind: 'dropped'; readonly users: readonly UserId[]; readonly room: RoomId }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'taken'; readonly user: UserId; readonly room: RoomId }
  /** Nobody of them is on the screen any more. */
  | { readonly kind: 'gone' };

export interface Lifting {
  readonly lift: Lift | undefined;
  readonly outcome?: Outcome;
}

export function nextLift(lift: Lift | undefined, event: LiftEvent, ground: Ground): Lifting {
  if (event.kind === 'lift') return lift === undefined ? lifted(event, ground) : { lift };
  if (lift === undefined) return { lift };
  switch (event.kind) {
    case 'hold':
      return held(lift, event.over, ground);
    case 'step':
      return held(lift, neighbour(lift.over, event.to, ground.rooms), ground);
    case 'drop':
      return dropped(lift, ground);
    case 'cancel':
      return { lift: undefined, outcome: { kind: 'cancelled' } };
    case 'seen':
      return seen(lift, ground);
  }
}

function lifted(
  { user, ticked, by }: Extract<LiftEvent, { kind: 'lift' }>,
  { seats }: Ground,
): Lifting {
  if (!seats.has(user)) return { lift: undefined };
  const along = ticked.includes(user) ? ticked.filter((one) => one !== user && seats.has(one)) : [];
  const users = [user, ...along];
  const from = new Map(users.map((one) => [one, seats.get(one)]));
  return { lift: { users, by, from, over: seats.get(user) }, outcome: { kind: 'lifted' } };
}

function held(lift: Lift, over: RoomId | undefined, ground: Ground): Lifting {
  if (over === lift.over) return { lift };
  const next = { ...lift, over };
  if (over === undefined) return { lift: next };
  const obstacle = ground.obstacle(over, comingTo(over, lift).length);
  return { lift: next, outcome: { kind: 'over', room: over, obstacle } };
}

/** Round and round, so that no room is further away than half the list. */
function neighbour(
  over: RoomId | undefined,
  to: 'next' | 'previous' | 'first' | 'last',
  rooms: readonly RoomId[],
): RoomId | undefined {
  const at = over === undefined ? -1 : rooms.indexOf(over);
  switch (to) {
    case 'first':
      return rooms[0];
    case 'last':
      return rooms.at(-1);
    case 'next':
      return rooms[(at + 1) % rooms.length];
    case 'previous':
      return rooms.at(at <= 0 ? -1 : at - 1);
  }
}

const comingTo = (room: RoomId, { users, from }: Lift): readonly UserId[] =>
  users.filter((user) => from.get(user) !== room);

/** [Z2] On no room, or on the one where they are, they stay; a room that takes nobody is no place. */
function dropped(lift: Lift, { rooms, obstacle }: Ground): Lifting {
  const { over } = lift;
  const users = over === undefined ? [] : comingTo(over, lift);
  if (over === undefined || users.length === 0 || !rooms.includes(over)) {
    return { lift: undefined, outcome: { kind: 'cancelled' } };
  }
  const why = obstacle(over, users.length);
  if (why === undefined)
    return { lift: undefined, outcome: { kind: 'dropped', users, room: over } };
  // Keys can go on to another room; a pointer has let go.
  if (lift.by === 'pointer') return { lift: undefined, outcome: { kind: 'cancelled' } };
  return { lift, outcome: { kind: 'over', room: over, obstacle: why } };
}

/** [Z3] Whoever is given another room meanwhile is not ours to move; a first room is nobody's move. */
function seen(lift: Lift, { seats }: Ground): Lifting {
  const users = lift.users.filter((user) => seats.has(user));
  if (users.length === 0) return { lift: undefined, outcome: { kind: 'gone' } };
  for (const user of users) {
    const was = lift.from.get(user);
    const room = seats.get(user);
    if (was !== undefined && room !== undefined && room !== was) {
      return { lift: undefined, outcome: { kind: 'taken', user, room } };
    }
  }
  return { lift: { ...lift, users, from: new Map(users.map((user) => [user, seats.get(user)])) } };
}
