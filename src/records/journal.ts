/**
 * Keys `journal-<epoch>-<term>-<n>`. Writer: the conductor of that term. Who was where, in chunks:
 *
 *     { keeps, openedAt, people: [[id, name], …], rooms: [[id, name], …], notes: [[at, kind, …], …], end, full }
 *
 * A note names people and rooms by their places in the chunk's own lists. A person's name stands
 * where they first occur in the chunks of one conductor; in later ones it is empty.
 */
import * as v from 'valibot';
import type { RoomId, UserId } from '../breakout/ids';
import type { JournalChunk, Note } from '../breakout/journal';
import type { Json } from '../breakout/json';
import { defineOwned } from './definition';
import { MAX_COUNTER } from './merge';
import type { Reading } from './reading';
import { counter, finite, length, list, orNone, room, text, user } from './schemas';
import { MAX_NAME } from './text';
import { toJson } from './to-json';

/** Only a bound for what somebody may have written by hand: 16 KB hold less. */
const MOST = 4_000;

const KINDS = ['in', 'out', 'help', 'never', 'count', 'call'] as const;
/** Time since the opening in milliseconds, kind as a place in `KINDS`, and up to three numbers more. */
const LONGEST_NOTE = 5;

interface StoredChunk {
  readonly keeps: JournalChunk['keeps'];
  readonly openedAt: number;
  readonly people: readonly (readonly [UserId, string])[];
  readonly rooms: readonly (readonly [RoomId, string])[];
  readonly notes: readonly (readonly number[])[];
  readonly end: JournalChunk['end'];
  readonly full: boolean;
}

const stored = defineOwned<StoredChunk>({
  key: 'journal',
  version: 1,
  schema: v.object({
    keeps: v.picklist(['names', 'counts']),
    openedAt: finite,
    people: list(v.tuple([user, text(MAX_NAME)]), MOST),
    rooms: list(v.tuple([room, text(MAX_NAME)]), MOST),
    notes: list(list(counter, LONGEST_NOTE), MOST),
    end: orNone(
      v.object({ at: counter, planned: length, tookPart: counter, neverJoined: counter }),
    ),
    full: v.boolean(),
  }),
  supersedes: () => true,
});

export const journalRecord = {
  read(raw: unknown): Reading<JournalChunk> {
    const reading = stored.read(raw);
    return reading.type === 'ok' ? { type: 'ok', value: fromStored(reading.value) } : reading;
  },
  write: (chunk: JournalChunk): Json => stored.write(asStored(chunk), undefined),
};

function asStored({ names, rooms, notes, end, ...rest }: JournalChunk): StoredChunk {
  const people = new Set(names.keys());
  const places = new Set(rooms.keys());
  for (const note of notes) {
    if ('user' in note) people.add(note.user);
    if ('room' in note) places.add(note.room);
  }
  const personAt = placesIn(people);
  const roomAt = placesIn(places);
  return {
    ...rest,
    people: Array.from(people, (id) => [id, names.get(id) ?? '']),
    rooms: Array.from(places, (id) => [id, rooms.get(id) ?? '']),
    notes: notes.map((note) => numbersOf(note, personAt, roomAt)),
    end: end && { ...end, at: whole(end.at) },
  };
}

function placesIn<Id>(ids: Iterable<Id>): (id: Id) => number {
  const places = new Map(Array.from(ids, (id, place) => [id, place]));
  return (id) => places.get(id) ?? 0;
}

function numbersOf(
  note: Note,
  personAt: (id: UserId) => number,
  roomAt: (id: RoomId) => number,
): readonly number[] {
  const head = [whole(note.at), KINDS.indexOf(note.what)];
  switch (note.what) {
    case 'in':
    case 'never':
      return [...head, personAt(note.user), roomAt(note.room)];
    case 'out':
      return [...head, personAt(note.user)];
    case 'help':
      return [...head, personAt(note.user), roomAt(note.room), note.call];
    case 'count':
      return [...head, roomAt(note.room), note.inside];
    case 'call':
      return [...head, roomAt(note.room)];
  }
}

const whole = (ms: number): number => Math.min(MAX_COUNTER, Math.max(0, Math.round(ms)));

/** A name may be empty here: it stands in an earlier chunk. */
function fromStored({ people, rooms, notes, end, ...rest }: StoredChunk): JournalChunk {
  return {
    ...rest,
    names: new Map(people.filter(([, name]) => name !== '')),
    rooms: new Map(rooms.filter(([, name]) => name !== '')),
    notes: notes.flatMap((numbers) => noteOf(numbers, people, rooms) ?? []),
    end,
  };
}

/** `undefined` for what a newer version notes, and for places that are not in the lists. */
function noteOf(
  [at = 0, kind = -1, a = -1, b = -1, call = 0]: readonly number[],
  people: StoredChunk['people'],
  rooms: StoredChunk['rooms'],
): Note | undefined {
  const what = KINDS[kind];
  switch (what) {
    case 'in':
    case 'never':
    case 'help': {
      const [user, room] = [people[a]?.[0], rooms[b]?.[0]];
      if (user === undefined || room === undefined) return undefined;
      return what === 'help' ? { what, at, user, room, call } : { what, at, user, room };
    }
    case 'out': {
      const user = people[a]?.[0];
      return user === undefined ? undefined : { what, at, user };
    }
    case 'count':
    case 'call': {
      const room = rooms[a]?.[0];
      if (room === undefined) return undefined;
      return what === 'call' ? { what, at, room } : { what, at, room, inside: Math.max(0, b) };
    }
    default:
      return undefined;
  }
}

/** Unit: bytes. What a stored text, or a note at its longest, takes at most. */
export const sizeOf = {
  named: (id: string, name: string): number =>
    new TextEncoder().encode(JSON.stringify(toJson([id, name]))).length + 1,
  note: 48,
};
