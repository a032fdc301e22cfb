/**
 * The journal of a breakout: what is noted while it runs, so that it can be said afterwards who was
 * where. Rules J1–J4 of docs/spec.md.
 *
 * Every time in it counts from the opening, so that neither a clock that is set nor a conductor with
 * another clock changes what has been noted.
 */
import type { Millis, RoomId, UserId } from './ids';
import type { Person } from './person';
import type { Length } from './plan';
import { placeIn } from './question';
import { guestPlace, type Run } from './run';

/** Without names it is noted how many were in a room, and nothing about anybody. */
export type Keeps = 'names' | 'counts';

/** `at`: milliseconds since the opening. */
export type Note =
  | { readonly what: 'in'; readonly at: Millis; readonly user: UserId; readonly room: RoomId }
  | { readonly what: 'out'; readonly at: Millis; readonly user: UserId }
  | {
      readonly what: 'help';
      readonly at: Millis;
      readonly user: UserId;
      readonly room: RoomId;
      /** Which of this person's calls. */
      readonly call: number;
    }
  /** Had a seat in this room and was never in any. */
  | { readonly what: 'never'; readonly at: Millis; readonly user: UserId; readonly room: RoomId }
  /** So many are in this room from now on. */
  | { readonly what: 'count'; readonly at: Millis; readonly room: RoomId; readonly inside: number }
  /** Somebody in this room asked for help. */
  | { readonly what: 'call'; readonly at: Millis; readonly room: RoomId };

export interface JournalEnd {
  /** Milliseconds since the opening: how long it took. */
  readonly at: Millis;
  readonly planned: Length;
  readonly tookPart: number;
  readonly neverJoined: number;
}

/** Part of a journal, as it is stored under one key. */
export interface JournalChunk {
  readonly keeps: Keeps;
  /** The opening by its writer's wall clock: good for a date, and for times of day to the minute. */
  readonly openedAt: Millis;
  /** Each person where they first occur in the chunks of one conductor. */
  readonly names: ReadonlyMap<UserId, string>;
  readonly rooms: ReadonlyMap<RoomId, string>;
  readonly notes: readonly Note[];
  readonly end: JournalEnd | undefined;
  /** There was more to be noted than is kept. */
  readonly full: boolean;
}

/** Names a chunk: the term of the conductor that wrote it, and its number in that epoch. */
export interface ChunkRef {
  readonly term: number;
  readonly n: number;
}

interface Call {
  readonly user: UserId;
  readonly room: RoomId;
  readonly call: number;
}

/** What the conductor sees at one moment. */
export interface Sighting {
  readonly inside: ReadonlyMap<UserId, RoomId>;
  readonly calls: readonly Call[];
}

export const nothingSeen: Sighting = { inside: new Map(), calls: [] };

/** [J1] Only people who are online are anywhere: a computer that was shut says nothing any more. */
export function sight(
  { epoch, guests }: Pick<Run, 'epoch' | 'guests'>,
  people: ReadonlyMap<UserId, Person>,
  isOnline: (user: UserId) => boolean,
): Sighting {
  const inside = new Map<UserId, RoomId>();
  const calls: Call[] = [];
  for (const [user, guest] of guests) {
    const room = guestPlace(guest);
    if (room !== undefined && isOnline(user)) inside.set(user, room);
  }
  for (const [user, person] of people) {
    const place = placeIn(person, epoch);
    if (place !== undefined && isOnline(user)) inside.set(user, place.room);
    const { help } = person;
    if (help?.epoch === epoch) calls.push({ user, room: help.room, call: help.call });
  }
  return { inside, calls };
}

/** What has happened between two sightings. Equal sightings give nothing. */
export function notesBetween(
  before: Sighting,
  now: Sighting,
  { at, keeps }: { readonly at: Millis; readonly keeps: Keeps },
): Note[] {
  const known = new Set(before.calls.map(callKey));
  const calls = now.calls.filter((call) => !known.has(callKey(call)));
  if (keeps === 'counts') {
    return [
      ...countNotes(before, now, at),
      ...calls.map(({ room }): Note => ({ what: 'call', at, room })),
    ];
  }
  const out = [...before.inside.keys()].filter((user) => !now.inside.has(user));
  const moved = [...now.inside].filter(([user, room]) => before.inside.get(user) !== room);
  return [
    ...out.map((user): Note => ({ what: 'out', at, user })),
    ...moved.map(([user, room]): Note => ({ what: 'in', at, user, room })),
    ...calls.map((call): Note => ({ what: 'help', at, ...call })),
  ];
}

const callKey = ({ user, call }: Call): string => `${user} ${call}`;

function countNotes(before: Sighting, now: Sighting, at: Millis): Note[] {
  const [then, since] = [countsOf(before), countsOf(now)];
  return [...new Set([...then.keys(), ...since.keys()])]
    .filter((room) => then.get(room) !== since.get(room))
    .map((room) => ({ what: 'count', at, room, inside: since.get(room) ?? 0 }));
}

function countsOf({ inside }: Sighting): ReadonlyMap<RoomId, number> {
  const counts = new Map<RoomId, number>();
  for (const room of inside.values()) counts.set(room, (counts.get(room) ?? 0) + 1);
  return counts;
}
