/**
 * What a list would do: a proposal that says of everyone where they go, whom it moves, and whom it
 * does not know. Nothing here changes anything. Rules L2–L4 of docs/spec.md.
 */
import type { RoomId, UserId } from '../ids';
import { matchNames, type Named } from './match-names';
import { readList, type Entry } from './read-list';
import { roomOf, sameRoomName, type NamedRoom } from './room-of';

/** Somebody who is here, or has a seat. */
export interface Known extends Named {
  readonly room: RoomId | undefined;
  /** Facilitators are not seated. */
  readonly facilitator: boolean;
  readonly online: boolean;
}

/** What a person has decided about the list. */
export interface ListChoices {
  /** Who is meant by an ambiguous line; `nobody`: somebody who is not here yet. */
  readonly meant: ReadonlyMap<number, UserId | 'nobody'>;
  /** Rooms that do not exist are created; else their people go wherever there is space. `undefined`: not decided. */
  readonly createRooms: boolean | undefined;
}

/** A room that exists, one to be created (by its name), or whichever is smallest. */
export type Target =
  | { readonly type: 'room'; readonly room: RoomId }
  | { readonly type: 'new'; readonly name: string }
  | { readonly type: 'any' };

export interface Matched {
  readonly entry: Entry;
  readonly user: UserId;
  readonly to: Target;
  /** `stays`: the list changes nothing for them. */
  readonly change: 'seated' | 'moved' | 'stays' | 'facilitator';
}

export interface Placement {
  readonly matched: readonly Matched[];
  /** Several people may be meant; until somebody says who, the line does nothing. */
  readonly ambiguous: readonly { readonly entry: Entry; readonly users: readonly UserId[] }[];
  readonly notHere: readonly { readonly entry: Entry; readonly to: Target }[];
  /** Here, to be seated, and on no line. */
  readonly unlisted: readonly UserId[];
  /** As the list first names them, whether they are to be created or not. */
  readonly unknownRooms: readonly string[];
  readonly createRooms: boolean;
  readonly repeated: readonly number[];
  readonly tooLong: readonly number[];
}

export type Proposal =
  | { readonly type: 'empty' }
  | { readonly type: 'refused'; readonly reason: 'too-many-lines' }
  | { readonly type: 'placement'; readonly placement: Placement };

export function proposeList(
  text: string,
  rooms: readonly NamedRoom[],
  people: readonly Known[],
  choices: ListChoices,
): Proposal {
  if (text.trim() === '') return { type: 'empty' };
  const list = readList(text, (name) => roomOf(name, rooms) !== undefined);
  if (list.type === 'refused') return list;
  const { entries, repeated, tooLong } = list;
  const unknownRooms = unknownRoomsOf(entries, rooms);
  // [L4] A list that names only other rooms than there are brings its own.
  const createRooms =
    choices.createRooms ?? !entries.some(({ room }) => roomOf(room, rooms) !== undefined);
  const targetOf = ({ room }: Entry): Target => {
    const known = roomOf(room, rooms);
    if (known !== undefined) return { type: 'room', room: known };
    const name = unknownRooms.find((each) => sameRoomName(each, room));
    return name === undefined || !createRooms ? { type: 'any' } : { type: 'new', name };
  };
  const { one, several, nobody } = whoIsMeant(entries, people, choices);
  const listed = new Set([
    ...one.map(({ user }) => user),
    ...several.flatMap(({ users }) => users),
  ]);
  const personOf = new Map(people.map((person) => [person.id, person]));
  const placement: Placement = {
    matched: one.map(({ entry, user }) => {
      const to = targetOf(entry);
      return { entry, user, to, change: changeOf(personOf.get(user), to) };
    }),
    ambiguous: several,
    notHere: nobody.map((entry) => ({ entry, to: targetOf(entry) })),
    unlisted: people
      .filter(({ id, facilitator, online }) => online && !facilitator && !listed.has(id))
      .map(({ id }) => id),
    unknownRooms,
    createRooms,
    repeated,
    tooLong,
  };
  return { type: 'placement', placement };
}

function unknownRoomsOf(entries: readonly Entry[], rooms: readonly NamedRoom[]): readonly string[] {
  const unknown: string[] = [];
  for (const { room } of entries) {
    const isNew = room !== '' && roomOf(room, rooms) === undefined;
    if (isNew && !unknown.some((known) => sameRoomName(known, room))) unknown.push(room);
  }
  return unknown;
}

interface Meant {
  readonly one: readonly { readonly entry: Entry; readonly user: UserId }[];
  readonly several: readonly { readonly entry: Entry; readonly users: readonly UserId[] }[];
  readonly nobody: readonly Entry[];
}

function whoIsMeant(
  entries: readonly Entry[],
  people: readonly Known[],
  { meant }: ListChoices,
): Meant {
  const one: { entry: Entry; user: UserId }[] = [];
  const several: { entry: Entry; users: readonly UserId[] }[] = [];
  const nobody: Entry[] = [];
  const matches = matchNames(
    entries.map(({ name }) => name),
    people,
  );
  const taken = new Set<UserId>();
  const open: { entry: Entry; users: readonly UserId[] }[] = [];
  entries.forEach((entry, index) => {
    const match = matches[index] ?? { type: 'nobody' };
    if (match.type === 'one') one.push({ entry, user: match.user });
    else if (match.type === 'nobody') nobody.push(entry);
    else {
      const choice = meant.get(entry.line);
      if (choice === 'nobody') nobody.push(entry);
      else if (choice !== undefined && match.users.includes(choice) && !taken.has(choice)) {
        taken.add(choice);
        one.push({ entry, user: choice });
      } else open.push({ entry, users: match.users });
    }
  });
  // [I1] Whoever has been chosen for one line is not offered for another.
  for (const { entry, users } of open) {
    const free = users.filter((user) => !taken.has(user));
    if (free.length === 0) nobody.push(entry);
    else several.push({ entry, users: free });
  }
  return { one, several, nobody };
}

/** [L3] Who has a seat keeps it unless the list names another room for them. */
function changeOf(person: Known | undefined, to: Target): Matched['change'] {
  if (person === undefined) return 'stays';
  if (person.facilitator) return 'facilitator';
  if (person.room === undefined) return 'seated';
  if (to.type === 'any') return 'stays';
  return to.type === 'room' && to.room === person.room ? 'stays' : 'moved';
}
