/** The chunks of a journal read as a whole: who was where, from when to when. */
import type { Millis, RoomId, UserId } from './ids';
import type { JournalChunk, JournalEnd, Keeps, Note } from './journal';
import type { Length } from './plan';

/**
 * [J3] Two stays in one room that are less than this apart are one: a page that was reloaded, or a
 * conductor that was replaced.
 */
export const SAME_STAY_MS: Millis = 30_000;

/** Times are milliseconds since the opening. */
export interface Stay {
  readonly user: UserId;
  readonly room: RoomId;
  readonly fromAt: Millis;
  readonly toAt: Millis;
}

export interface RoomCount {
  /** Most people at one moment. */
  readonly most: number;
  /** From the first person in to the last one out; `undefined`: nobody ever was. */
  readonly used: { readonly fromAt: Millis; readonly toAt: Millis } | undefined;
}

export interface Recap {
  readonly keeps: Keeps;
  /** By the wall clock of whoever wrote it. */
  readonly openedAt: Millis;
  readonly names: ReadonlyMap<UserId, string>;
  /** In the order in which they were listed. */
  readonly rooms: ReadonlyMap<RoomId, string>;
  /** By time. Empty when only counts are kept. */
  readonly stays: readonly Stay[];
  readonly counts: ReadonlyMap<RoomId, RoomCount>;
  /** By time; without `user` when only counts are kept. */
  readonly calls: readonly {
    readonly at: Millis;
    readonly room: RoomId;
    readonly user: UserId | undefined;
  }[];
  readonly never: readonly { readonly user: UserId; readonly room: RoomId }[];
  readonly tookPart: number;
  readonly neverJoined: number;
  /** `undefined`: its end has not been noted. */
  readonly planned: Length | undefined;
  readonly lastedMs: Millis;
  /** The end was noted, and nothing is missing. */
  readonly complete: boolean;
}

/**
 * @param chunks those of each conductor together, the conductors in the order of their terms
 * @param missing chunks that should be there could not be read
 */
export function recapOf(
  chunks: readonly { readonly term: number; readonly chunk: JournalChunk }[],
  missing: boolean,
): Recap | undefined {
  const first = chunks[0]?.chunk;
  if (first === undefined) return undefined;
  const all = chunks.map(({ chunk }) => chunk);
  const end = all.find((chunk) => chunk.end !== undefined)?.end;
  // [J2] Counts are kept from the moment at which names were no longer wanted.
  const keeps: Keeps = all.some((chunk) => chunk.keeps === 'counts') ? 'counts' : 'names';
  const notes = all.flatMap((chunk) => chunk.notes);
  const lastedMs = end?.at ?? Math.max(0, ...notes.map(({ at }) => at));
  const stays = keeps === 'names' ? staysOf(chunks, lastedMs) : [];
  const came = new Set(stays.map(({ user }) => user));
  const never = neverIn(notes, came);
  return {
    keeps,
    openedAt: first.openedAt,
    names: new Map(all.flatMap((chunk) => [...chunk.names])),
    rooms: new Map(all.flatMap((chunk) => [...chunk.rooms])),
    stays,
    counts: keeps === 'names' ? countsOfStays(stays) : countsOf(notes, lastedMs),
    calls: callsOf(notes),
    never,
    ...(keeps === 'names'
      ? { tookPart: came.size, neverJoined: never.length }
      : { tookPart: end?.tookPart ?? 0, neverJoined: end?.neverJoined ?? 0 }),
    planned: end?.planned,
    lastedMs,
    complete: isComplete(all, end) && !missing,
  };
}

function isComplete(all: readonly JournalChunk[], end: JournalEnd | undefined): boolean {
  return end !== undefined && !all.some(({ full }) => full);
}

function staysOf(
  chunks: readonly { readonly term: number; readonly chunk: JournalChunk }[],
  endAt: Millis,
): readonly Stay[] {
  const stays: Stay[] = [];
  const open = new Map<UserId, { readonly room: RoomId; readonly fromAt: Millis }>();
  const close = (user: UserId, at: Millis): void => {
    const stay = open.get(user);
    open.delete(user);
    // A forged or overlapping note may be of an earlier time.
    if (stay !== undefined) stays.push({ user, ...stay, toAt: Math.max(stay.fromAt, at) });
  };
  let term: number | undefined;
  for (const { term: ofChunk, chunk } of chunks) {
    const [firstNote] = chunk.notes;
    // A new conductor begins with who is where: what it does not say is over.
    if (ofChunk !== term && firstNote !== undefined) {
      for (const user of [...open.keys()]) close(user, firstNote.at);
    }
    term = ofChunk;
    for (const note of chunk.notes) {
      if (note.what === 'in') {
        close(note.user, note.at);
        open.set(note.user, { room: note.room, fromAt: note.at });
      } else if (note.what === 'out') {
        close(note.user, note.at);
      }
    }
  }
  for (const user of [...open.keys()]) close(user, endAt);
  return joined(stays);
}

/** [J3] */
function joined(stays: readonly Stay[]): readonly Stay[] {
  const latest = new Map<UserId, Stay>();
  const done: Stay[] = [];
  for (const stay of [...stays].sort((a, b) => a.fromAt - b.fromAt)) {
    const before = latest.get(stay.user);
    if (before?.room === stay.room && stay.fromAt - before.toAt < SAME_STAY_MS) {
      latest.set(stay.user, { ...before, toAt: Math.max(before.toAt, stay.toAt) });
    } else {
      if (before !== undefined) done.push(before);
      latest.set(stay.user, stay);
    }
  }
  return [...done, ...latest.values()].sort((a, b) => a.fromAt - b.fromAt);
}

function countsOfStays(stays: readonly Stay[]): ReadonlyMap<RoomId, RoomCount> {
  const notes = stays.flatMap(({ room, fromAt, toAt }) => [
    { room, at: fromAt, step: 1 },
    { room, at: toAt, step: -1 },
  ]);
  // Who goes as another comes was not there together with them.
  notes.sort((a, b) => a.at - b.at || a.step - b.step);
  const inside = new Map<RoomId, number>();
  const counts = new Map<RoomId, RoomCount>();
  for (const { room, at, step } of notes) {
    const now = (inside.get(room) ?? 0) + step;
    inside.set(room, now);
    counts.set(room, withCount(counts.get(room), at, now));
  }
  return counts;
}

function countsOf(notes: readonly Note[], endAt: Millis): ReadonlyMap<RoomId, RoomCount> {
  const inside = new Map<RoomId, number>();
  const counts = new Map<RoomId, RoomCount>();
  for (const note of notes) {
    if (note.what !== 'count') continue;
    inside.set(note.room, note.inside);
    counts.set(note.room, withCount(counts.get(note.room), note.at, note.inside));
  }
  for (const [room, now] of inside) {
    if (now > 0) counts.set(room, withCount(counts.get(room), endAt, 0));
  }
  return counts;
}

function withCount(before: RoomCount | undefined, at: Millis, inside: number): RoomCount {
  const most = Math.max(before?.most ?? 0, inside);
  return { most, used: { fromAt: before?.used?.fromAt ?? at, toAt: at } };
}

/** A call that two conductors have noted is one. */
function callsOf(notes: readonly Note[]): Recap['calls'] {
  const known = new Set<string>();
  return notes
    .flatMap((note): Recap['calls'] => {
      if (note.what === 'call') return [{ at: note.at, room: note.room, user: undefined }];
      if (note.what !== 'help') return [];
      const key = `${note.user} ${note.call}`;
      if (known.has(key)) return [];
      known.add(key);
      return [{ at: note.at, room: note.room, user: note.user }];
    })
    .sort((a, b) => a.at - b.at);
}

function neverIn(notes: readonly Note[], came: ReadonlySet<UserId>): Recap['never'] {
  const rooms = new Map<UserId, RoomId>();
  for (const note of notes) {
    if (note.what === 'never' && !came.has(note.user)) rooms.set(note.user, note.room);
  }
  return Array.from(rooms, ([user, room]) => ({ user, room }));
}
