import type { Millis, RoomId, UserId } from '../breakout/ids';
import type { JournalChunk, JournalEnd, Keeps, Note } from '../breakout/journal';
import { sizeOf } from './journal';
import { clip, MAX_NAME } from './text';

/** Unit: bytes. A chunk is rewritten while it grows: a small one is cheap to send again. */
const MAX_BYTES = 16_000;
/** Unit: bytes. For the envelope, the fields beside the lists, and the end. */
const RESERVED = 400;

export interface JournalNames {
  readonly person: (user: UserId) => string;
  readonly room: (room: RoomId) => string;
}

interface Growing {
  readonly people: Set<UserId>;
  readonly names: Map<UserId, string>;
  readonly rooms: Map<RoomId, string>;
  readonly notes: Note[];
  end: JournalEnd | undefined;
  bytes: number;
}

/**
 * [J4] What one conductor has noted of one breakout, cut into chunks. Only the last one still
 * changes. When there is no room for another it says so, and takes no more.
 */
export class JournalDraft {
  readonly keeps: Keeps;
  readonly #openedAt: Millis;
  readonly #most: number;
  readonly #chunks: Growing[] = [];
  readonly #named = new Set<UserId>();
  #full = false;

  /** @param options `most`: so many chunks at most, at least one */
  constructor(options: {
    readonly keeps: Keeps;
    readonly openedAt: Millis;
    readonly most: number;
  }) {
    this.keeps = options.keeps;
    this.#openedAt = options.openedAt;
    this.#most = options.most;
  }

  get length(): number {
    return this.#chunks.length;
  }

  get ended(): boolean {
    return this.#chunks.some(({ end }) => end !== undefined);
  }

  chunk(index: number): JournalChunk | undefined {
    const found = this.#chunks[index];
    if (found === undefined) return undefined;
    const { names, rooms, notes, end } = found;
    const last = index === this.#chunks.length - 1;
    const full = last && this.#full;
    return { keeps: this.keeps, openedAt: this.#openedAt, names, rooms, notes, end, full };
  }

  /** Rooms are listed even if nobody ever comes: an empty room is worth knowing. */
  list(rooms: readonly RoomId[], names: JournalNames): void {
    for (const room of rooms) this.#make(room, undefined, names);
  }

  add(notes: readonly Note[], names: JournalNames): void {
    for (const note of notes) this.#add(note, names);
  }

  end(end: JournalEnd): void {
    const last = this.#chunks.at(-1) ?? this.#begin();
    last.end = end;
  }

  #add(note: Note, names: JournalNames): void {
    const room = 'room' in note ? note.room : undefined;
    const user = 'user' in note ? note.user : undefined;
    const chunk = this.#make(room, user, names, sizeOf.note);
    chunk?.notes.push(note);
  }

  /** Makes room for something about these two. `undefined`: there is none any more. */
  #make(
    room: RoomId | undefined,
    user: UserId | undefined,
    names: JournalNames,
    bytes = 0,
  ): Growing | undefined {
    if (this.#full) return undefined;
    const name =
      user === undefined || this.#named.has(user) ? '' : clip(names.person(user), MAX_NAME);
    const title = room === undefined ? '' : clip(names.room(room), MAX_NAME);
    const cost = (into: Growing): number =>
      bytes +
      (user === undefined || into.people.has(user) ? 0 : sizeOf.named(user, name)) +
      (room === undefined || into.rooms.has(room) ? 0 : sizeOf.named(room, title));

    let chunk = this.#chunks.at(-1) ?? this.#begin();
    if (chunk.bytes + cost(chunk) > MAX_BYTES) {
      if (this.#chunks.length >= this.#most) {
        this.#full = true;
        return undefined;
      }
      chunk = this.#begin();
    }
    chunk.bytes += cost(chunk);
    if (room !== undefined && !chunk.rooms.has(room)) chunk.rooms.set(room, title);
    if (user !== undefined) {
      chunk.people.add(user);
      if (name !== '') chunk.names.set(user, name);
      if (name !== '') this.#named.add(user);
    }
    return chunk;
  }

  #begin(): Growing {
    const chunk: Growing = {
      people: new Set(),
      names: new Map(),
      rooms: new Map(),
      notes: [],
      end: undefined,
      bytes: RESERVED,
    };
    this.#chunks.push(chunk);
    return chunk;
  }
}
