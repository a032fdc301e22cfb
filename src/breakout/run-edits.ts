/** Small changes of the run record, each the result of one step. The conductor is their only caller. */
import type { Millis, RoomId, SessionId, TabId, UserId } from './ids';
import { OPENING_MS } from './phases';
import {
  guestCame,
  guestPlace,
  type Attendance,
  type Failure,
  type NativeGuest,
  type Problem,
  type Run,
  type RunRoom,
} from './run';

/** Seats are asked about from 1 on. */
const NO_ASK = 0;
/** These say where somebody is, or that they are nowhere. */
const PLACED: ReadonlySet<NativeGuest['state']> = new Set(['in', 'left', 'shown']);

/** Failures kept for the facilitators' screens, newest last. */
const FAILURES_KEPT = 8;

function withRoom(run: Run, room: RoomId, change: RunRoom | undefined): Run {
  const rooms = new Map(run.rooms);
  if (change === undefined) rooms.delete(room);
  else rooms.set(room, change);
  return { ...run, rooms };
}

/** A session for the room. Guests of an earlier session of it are forgotten, so invited anew. */
export function withSession(run: Run, room: RoomId, session: SessionId): Run {
  const replaced = run.rooms.get(room)?.session !== session;
  const guests = replaced ? guestsWithout(run, room) : run.guests;
  return { ...withRoom(run, room, { session, problem: undefined }), guests };
}

/** The room's session has gone: another is started. */
export function withoutSession(run: Run, room: RoomId): Run {
  return withRoom(run, room, { session: undefined, problem: undefined });
}

/** The room works without a session until one can be started. */
export function withRoomProblem(run: Run, room: RoomId, problem: Problem): Run {
  return withRoom(run, room, { session: undefined, problem });
}

/** Nobody is in a room that has gone: its guests are invited to their next one like anybody else. */
export function withoutRoom(run: Run, room: RoomId): Run {
  const guests = [...guestsWithout(run, room)].map(
    ([user, guest]) => [user, guest.at === room ? elsewhere(guest, undefined) : guest] as const,
  );
  return { ...withRoom(run, room, undefined), guests: new Map(guests) };
}

/**
 * Without what was asked of them about this room, so that they are asked anew: an ask that no seat
 * has. Where they are, and that they came, stays.
 */
function guestsWithout({ guests }: Run, room: RoomId): Run['guests'] {
  return new Map(
    [...guests].flatMap(([user, guest]) => {
      if (guest.room !== room) return [[user, guest] as const];
      if (guest.at !== undefined) {
        return [[user, { room: guest.at, ask: NO_ASK, state: 'in' }] as const];
      }
      return guestCame(guest) ? [[user, { room, ask: NO_ASK, state: 'left' }] as const] : [];
    }),
  );
}

/** Its people have until then to go to another one; once begun it is not put off. */
export function withRoomClosing(run: Run, room: RoomId, closesAt: Millis | undefined): Run {
  const { session, problem } = run.rooms.get(room) ?? { session: undefined, problem: undefined };
  const known = { session, problem };
  return withRoom(run, room, closesAt === undefined ? known : { ...known, closesAt });
}

/** [G4] The same guest in another place: that they came is remembered. */
function elsewhere(guest: NativeGuest, at: RoomId | undefined): NativeGuest {
  const { room, ask, state, stayed } = guest;
  const next = { room, ask, state, ...(at === undefined ? {} : { at }), ...(stayed && { stayed }) };
  return guestCame(guest) && !guestCame(next) ? { ...next, came: true } : next;
}

/** [Q2] Whoever is invited to another room stays in theirs until they accept. */
export function withGuest(run: Run, user: UserId, guest: NativeGuest): Run {
  const known = run.guests.get(user);
  const place = PLACED.has(guest.state) ? undefined : guestPlace(known);
  const came = guestCame(known) ? { ...guest, came: true as const } : guest;
  const next = elsewhere(came, place === guest.room ? undefined : place);
  return { ...run, guests: new Map(run.guests).set(user, next) };
}

/**
 * [G3] What people without the app said to Miro's invitation, and who of them has left since.
 * @param members who is in which session; one that is not in it is not known yet
 */
export function withGuestsHeard(
  run: Run,
  answers: ReadonlyMap<UserId, 'declined' | 'no-answer'>,
  members: ReadonlyMap<SessionId, ReadonlySet<UserId>>,
): Run {
  const isIn = (room: RoomId | undefined, user: UserId): boolean | undefined => {
    const session = room === undefined ? undefined : run.rooms.get(room)?.session;
    return session === undefined ? undefined : members.get(session)?.has(user);
  };
  const changed = [...run.guests].flatMap(([user, guest]) => {
    const state = heard(guest.state, answers.get(user), isIn(guest.room, user));
    const at = isIn(guest.at, user) === false ? undefined : guest.at;
    if (state === guest.state && at === guest.at) return [];
    const came = guestCame(guest) ? { came: true as const } : {};
    return [[user, elsewhere({ ...guest, state, ...came }, at)] as const];
  });
  return changed.length === 0 ? run : { ...run, guests: new Map([...run.guests, ...changed]) };
}

function heard(
  state: NativeGuest['state'],
  answer: 'declined' | 'no-answer' | undefined,
  inside: boolean | undefined,
): NativeGuest['state'] {
  if (state === 'in') return inside === false ? 'left' : 'in';
  return state === 'invited' && inside !== true ? (answer ?? state) : state;
}

export function withFailure(run: Run, failure: Failure): Run {
  const others = run.failures.filter(
    ({ step, room }) => step !== failure.step || room !== failure.room,
  );
  return { ...run, failures: [...others, failure].slice(-FAILURES_KEPT) };
}

export function withoutFailure(run: Run, step: Failure['step'], room: RoomId | undefined): Run {
  const failures = run.failures.filter((known) => known.step !== step || known.room !== room);
  return failures.length === run.failures.length ? run : { ...run, failures };
}

/** What could not be ended has ended all the same. */
export function withNothingLeft(run: Run): Run {
  const failures = run.failures.filter(({ step }) => step !== 'end');
  return failures.length === run.failures.length ? run : { ...run, failures };
}

/** [O1] Of each room the greater number counts: whoever joins later has seen fewer being made. */
export function withNotes(run: Run, seen: ReadonlyMap<RoomId, number>): Run {
  const more = [...seen].filter(([room, count]) => count > (run.notes.get(room) ?? 0));
  return more.length === 0 ? run : { ...run, notes: new Map([...run.notes, ...more]) };
}

export function withJournal(run: Run, journal: Run['journal']): Run {
  return { ...run, journal };
}

/** [J2] With counts only, the numbers are all that is kept of those without the app. */
export function withAttendance(run: Run, attended: Attendance): Run {
  const guests = run.journal.keeps === 'counts' ? new Map<UserId, NativeGuest>() : run.guests;
  return { ...run, guests, attended };
}

/**
 * [T4] By how much the times of a run are too late to be true by our clock: its rooms have opened, and its
 * countdown has begun. So a clock that nobody has heard of shows, if it is ahead of ours.
 */
export function aheadMs(run: Run, now: Millis, closingMs: Millis): Millis {
  const openedAt = run.phase === 'opening' ? run.opensAt - OPENING_MS : run.openedAt;
  const begunAt = run.phase === 'closing' ? (run.closesAt ?? now) - closingMs : now;
  return Math.max(0, openedAt - now, begunAt - now);
}

/**
 * [T4] A new conductor's clock: every time of the run is rewritten in it. `shiftMs` is the new
 * clock minus the old one. Also after the conductor saw its own clock jump.
 */
export function inClockOf(
  run: Run,
  clock: { readonly user: UserId; readonly tab: TabId },
  term: number,
  shiftMs: Millis,
): Run {
  const shift = (at: Millis | undefined): Millis | undefined =>
    at === undefined ? undefined : at + shiftMs;
  const rooms = [...run.rooms].map(
    ([id, room]) =>
      [
        id,
        room.closesAt === undefined ? room : { ...room, closesAt: room.closesAt + shiftMs },
      ] as const,
  );
  return {
    ...run,
    rooms: new Map(rooms),
    clock,
    term,
    seq: term === run.term ? run.seq : 0,
    opensAt: run.opensAt + shiftMs,
    openedAt: run.openedAt + shiftMs,
    deadlineAt: shift(run.deadlineAt),
    closesAt: shift(run.closesAt),
    closedAt: shift(run.closedAt),
    timerEndsAt: shift(run.timerEndsAt),
  };
}
