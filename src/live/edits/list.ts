/** Carrying out what a pasted list proposes. Rules L3–L5 of docs/spec.md. */
import type { RoomId, UserId } from '../../breakout/ids';
import { isFacilitator, MAX_ROOMS } from '../../breakout/plan';
import { expectedCounts, type Expected } from '../../breakout/roster/expected';
import type { Target } from '../../breakout/roster/placement';
import { sameRoomName } from '../../breakout/roster/room-of';
import { seatNewcomers } from '../../breakout/seating';
import { expectable, expectedEdits } from '../../records/expected-edits';
import { personEdits } from '../../records/person';
import { planEdits } from '../../records/plan-edits';
import { MAX_KEPT_LIST } from '../../records/text';
import type { Snapshot } from '../snapshot';
import { facilitatorStage } from '../stage';
import { noEdits, type Edits } from './edits';
import { tidyName } from './names';
import { newRooms } from './new-rooms';
import type { Invention } from './rooms';
import { idsOf, participantsOf, seatAll, seatedIn } from './seats-of';

/** A proposal, as far as it is to be carried out. */
export interface ListOrder {
  /** Who gets a seat or another one. */
  readonly seats: readonly { readonly user: UserId; readonly to: Target }[];
  /** Who is expected, in the order of the list. */
  readonly expected: readonly { readonly name: string; readonly to: Target }[];
  /** Who is spread over the rooms anew, after everyone else. */
  readonly evenly: readonly UserId[];
}

/**
 * [W4] Kept in the own record: a click on the board closes the panel. What is too long is not kept. [K3] Nor is
 * anything where it can be of no use any more: the rooms are open, or everything has been removed.
 */
export function keepList(snapshot: Snapshot, text: string): Edits {
  const { at, epoch } = facilitatorStage(snapshot);
  const { plan, people, me } = snapshot;
  const own = people.get(me.id);
  const kept = text.trim() === '' || text.length > MAX_KEPT_LIST ? undefined : { epoch, text };
  if (own?.list?.text === kept?.text && own?.list?.epoch === kept?.epoch) return noEdits;
  const isOfUse = at === 'prepare' && isFacilitator(plan, me.id) && own !== undefined;
  if (kept !== undefined && !isOfUse) return noEdits;
  return { person: personEdits.set({ list: kept }) };
}

/** Only before the opening. Rooms that the order names and nobody has are created, with frames. */
export function placeList(snapshot: Snapshot, order: ListOrder, { random }: Invention): Edits {
  const { plan, me, expectedOf } = snapshot;
  const { at, epoch } = facilitatorStage(snapshot);
  if (at !== 'prepare') return noEdits;
  const names = newNames(order).slice(0, MAX_ROOMS - plan.rooms.length);
  const rooms = names.map((name) => ({ name, frame: undefined, wantsFrame: me.id }));
  const made = newRooms(plan, rooms, random);
  const roomFor = (to: Target): RoomId | undefined => {
    if (to.type === 'room') return to.room;
    if (to.type === 'any') return undefined;
    return made.ids[names.findIndex((name) => sameRoomName(name, to.name))];
  };

  const known = expectedOf(epoch);
  const wanted = order.expected.map(({ name, to }): Expected => ({ name, room: roomFor(to) }));
  const expected = wanted.slice(0, expectable(known, wanted));
  const all = [...idsOf(plan.rooms), ...made.ids];
  const seats = seatsFor(snapshot, order, { all, roomFor, expected: [...known, ...expected] });
  const seated = seatAll(snapshot, epoch, seats).seats?.changes ?? {};
  return {
    plan: { ...planEdits.setPrepared(epoch), ...made.changes },
    seats: { epoch, changes: { ...seated, ...expectedEdits.expect(expected) } },
  };
}

/** Nobody of the list is waited for any more. */
export function forgetExpected(snapshot: Snapshot): Edits {
  const { epoch } = facilitatorStage(snapshot);
  const known = snapshot.expectedOf(epoch);
  return known.length === 0 ? noEdits : { seats: { epoch, changes: expectedEdits.forget(known) } };
}

function newNames({ seats, expected }: ListOrder): readonly string[] {
  const names: string[] = [];
  for (const { to } of [...seats, ...expected]) {
    if (to.type !== 'new') continue;
    const name = tidyName(to.name);
    if (name !== '' && !names.some((known) => sameRoomName(known, name))) names.push(name);
  }
  return names;
}

/** First whom the list gives a room, then everyone else, one by one in the smallest. */
function seatsFor(
  snapshot: Snapshot,
  { seats, evenly }: ListOrder,
  {
    all,
    roomFor,
    expected,
  }: {
    readonly all: readonly RoomId[];
    readonly roomFor: (to: Target) => RoomId | undefined;
    readonly expected: readonly Expected[];
  },
): ReadonlyMap<UserId, RoomId> {
  const { epoch } = facilitatorStage(snapshot);
  const takesPart = new Set(participantsOf(snapshot));
  const sitting = new Map(seatedIn(snapshot, epoch, all));
  const changes = new Map<UserId, RoomId>();
  for (const { user, to } of seats) {
    const room = roomFor(to);
    const seatable = takesPart.has(user) || sitting.has(user);
    if (room !== undefined && seatable) changes.set(user, room);
  }
  const rest = [...seats.map(({ user }) => user), ...evenly].filter(
    (user) => !changes.has(user) && takesPart.has(user),
  );
  for (const user of rest) sitting.delete(user);
  for (const [user, room] of changes) sitting.set(user, room);
  const places = expectedCounts(expected);
  const taken = [...sitting.values()];
  const countOf = (room: RoomId): number =>
    taken.filter((each) => each === room).length + (places.get(room) ?? 0);
  for (const [user, room] of seatNewcomers([...new Set(rest)], all, countOf)) {
    changes.set(user, room);
  }
  return changes;
}
