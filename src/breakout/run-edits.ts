/** Small changes of the run record, each the result of one step. The conductor is their only caller. */
import type { Millis, RoomId, SessionId, TabId, UserId } from './ids';
import type { Failure, NativeGuest, Problem, Run, RunRoom } from './run';

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
  const guests = replaced
    ? new Map([...run.guests].filter(([, guest]) => guest.room !== room))
    : run.guests;
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

export function withoutRoom(run: Run, room: RoomId): Run {
  return withRoom(run, room, undefined);
}

export function withGuest(run: Run, user: UserId, guest: NativeGuest): Run {
  return { ...run, guests: new Map(run.guests).set(user, guest) };
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
  const changed = [...run.guests].flatMap(([user, guest]) => {
    const session = run.rooms.get(guest.room)?.session;
    const inside = session === undefined ? undefined : members.get(session)?.has(user);
    const state = heard(guest.state, answers.get(user), inside);
    return state === guest.state ? [] : [[user, { ...guest, state }] as const];
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

export function withJournal(run: Run, journal: Run['journal']): Run {
  return { ...run, journal };
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
  return {
    ...run,
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
