/**
 * One step of the conductor, carried out. Each may be repeated; each looks again after every await
 * whether it is still wanted, and undoes itself if not. False: it failed and may be tried again.
 */
import { BoardError } from '../board/errors';
import type { Board } from '../board/port';
import type { Timers } from '../board/timers';
import { ROOM_CLOSING_MS } from '../breakout/closing-rooms';
import type { ConductorStep } from '../breakout/conductor-view';
import type { RoomId, SessionId, UserId } from '../breakout/ids';
import { nextAsk } from '../breakout/next-ask';
import type { Room } from '../breakout/plan';
import type { Arrived } from '../breakout/roster/expected';
import type { Failure, NativeGuest, Run } from '../breakout/run';
import {
  withFailure,
  withGuest,
  withoutFailure,
  withoutRoom,
  withoutSession,
  withRoomClosing,
  withRoomProblem,
  withSession,
} from '../breakout/run-edits';
import { withTag } from '../breakout/session-tag';
import { expectedEdits } from '../records/expected-edits';
import type { EditRefusal } from '../records/merged-record';
import { planEdits } from '../records/plan-edits';
import { seatsEdits } from '../records/seats';
import { hueOf } from '../breakout/hues';
import type { BoardTimer } from './board-timer';
import type { Held } from './held';
import { problemOf } from '../live/problem';
import type { SessionList } from './session-list';

export interface Effects {
  readonly board: Board;
  readonly timers: Timers;
  readonly held: Held;
  readonly sessions: SessionList;
  readonly timer: BoardTimer;
  readonly sessionText: (room: string) => string;
  /** The run, as long as it is the epoch the step was begun in and we still conduct. */
  readonly run: () => Run | undefined;
  readonly commit: (run: Run) => void;
  readonly cannotEnd: (session: SessionId) => void;
}

export async function perform(step: ConductorStep, effects: Effects): Promise<boolean> {
  switch (step.do) {
    case 'seat':
      return seat(step, effects);
    case 'adopt':
      edit(effects, (run) => withSession(run, step.room, step.session));
      return true;
    case 'lost':
      edit(effects, (run) => withoutSession(run, step.room));
      return true;
    case 'drop':
      edit(effects, (run) => withoutFailure(withoutRoom(run, step.room), 'end', step.room));
      return true;
    case 'close-room':
      edit(effects, (run) =>
        withRoomClosing(run, step.room, effects.timers.now() + ROOM_CLOSING_MS),
      );
      return true;
    case 'keep-room':
      edit(effects, (run) => withRoomClosing(run, step.room, undefined));
      return true;
    case 'remove-room':
      return removeRoom(step.room, effects);
    case 'start':
      return start(step.room, effects);
    case 'end':
      return end(step, effects);
    case 'invite':
      return invite(step, effects);
    case 'bring':
      return bring(step, effects);
    case 'timer':
      return showTimer(step.endsAt, effects);
    case 'no-timer':
      fail(effects, {
        step: 'timer',
        room: undefined,
        problem: { reason: 'timer-unavailable', detail: '', at: effects.timers.now() },
      });
      return true;
  }
}

function edit({ run, commit }: Effects, change: (run: Run) => Run): void {
  const current = run();
  if (current !== undefined) commit(change(current));
}

/** [Q1] A new question for each. */
function seat({ seats, arrived }: Arrived, effects: Effects): boolean {
  const { run, held } = effects;
  const epoch = run()?.epoch;
  if (epoch === undefined) return true;
  const record = held.seats(epoch);
  const entries = [...seats].map(([user, room]) => {
    const seat = record.value.get(user);
    const person = held.people.known.get(user);
    const guest = run()?.guests.get(user);
    return [user, { room, ask: nextAsk({ epoch, seat, person, guest }) }] as const;
  });
  const changes = { ...expectedEdits.forget(arrived), ...seatsEdits.seat(entries) };
  return accepted(record.edit(changes), undefined, effects);
}

/** [R4] The last of closing it: from then on it is a removed room like any other. */
function removeRoom(room: RoomId, effects: Effects): boolean {
  const changes = planEdits.setRoom(room, { alive: false, closing: null });
  return accepted(effects.held.plan.edit(changes), room, effects);
}

/** [I11] A record that takes no edit, perhaps because it is full, is shown with the reason. */
function accepted(
  refusal: EditRefusal | undefined,
  room: RoomId | undefined,
  effects: Effects,
): boolean {
  if (refusal === undefined) {
    recover(effects, 'seats', room);
    return true;
  }
  const problem = { reason: 'unknown', detail: refusal, at: effects.timers.now() } as const;
  fail(effects, { step: 'seats', room, problem });
  return false;
}

async function start(room: Room, effects: Effects): Promise<boolean> {
  const { board, sessions, sessionText, run } = effects;
  const epoch = run()?.epoch;
  if (epoch === undefined) return true;
  try {
    const session = await board.sessions.start({
      name: room.name,
      color: hueOf(room.hue).strong,
      description: withTag(sessionText(room.name), { epoch, room: room.id }),
    });
    sessions.add(session);
    const current = run();
    const running = current?.phase === 'open' || current?.phase === 'closing';
    const has = current?.rooms.get(room.id)?.session;
    // The event that it has started may come before this reply: then it is adopted already.
    if (running && has === undefined) effects.commit(withSession(current, room.id, session.id));
    else if (!running || has !== session.id) await board.sessions.end(session.id);
    return true;
  } catch (error) {
    const problem = problemOf(error, effects.timers.now());
    // Whether an overdue start has worked is seen in the list; a second one would make a double.
    if (error instanceof BoardError && error.code === 'timed-out') await sessions.refresh();
    else edit(effects, (current) => withRoomProblem(current, room.id, problem));
    return false;
  }
}

type Ending = Omit<Extract<ConductorStep, { do: 'end' }>, 'do'>;

async function end(step: Ending, effects: Effects): Promise<boolean> {
  try {
    await effects.board.sessions.end(step.session);
    return ended(step, effects);
  } catch (error) {
    if (error instanceof BoardError && error.code === 'not-found') return ended(step, effects);
    const problem = problemOf(error, effects.timers.now());
    const forbidden = problem.reason === 'forbidden';
    if (forbidden) effects.cannotEnd(step.session);
    const reason = forbidden ? 'cannot-end' : problem.reason;
    fail(effects, { step: 'end', room: step.room, problem: { ...problem, reason } });
    return false;
  }
}

function ended({ session, room }: Ending, effects: Effects): true {
  effects.sessions.remove(session);
  recover(effects, 'end', room);
  return true;
}

async function invite(
  step: Extract<ConductorStep, { do: 'invite' }>,
  effects: Effects,
): Promise<boolean> {
  const { board, held } = effects;
  // Somebody may have gone offline since the step was decided: the others are invited all the same.
  const users = step.users.filter(({ user }) => held.online.has(user));
  try {
    const asked = { room: step.room, state: 'invited' } as const;
    edit(effects, (run) =>
      users.reduce((next, { user, ask }) => withGuest(next, user, { ...asked, ask }), run),
    );
    await board.sessions.invite(
      step.session,
      users.map(({ user }) => user),
    );
    recover(effects, 'invite', step.room);
    return true;
  } catch (error) {
    fail(effects, {
      step: 'invite',
      room: step.room,
      problem: problemOf(error, effects.timers.now()),
    });
    return false;
  }
}

async function bring(
  step: Extract<ConductorStep, { do: 'bring' }>,
  effects: Effects,
): Promise<boolean> {
  const { held, run } = effects;
  const epoch = run()?.epoch;
  if (epoch === undefined) return true;
  let shown = false;
  try {
    if (step.frame !== undefined) await bringTo(step.user, step.frame, effects);
    shown = true;
    recover(effects, 'bring', step.room);
  } catch (error) {
    fail(effects, {
      step: 'bring',
      room: step.room,
      problem: problemOf(error, effects.timers.now()),
    });
  }
  // They are in, brought to the frame or not: a view that cannot be moved is told, not retried.
  const ask = held.seats(epoch).value.get(step.user)?.ask ?? 1;
  const known = run()?.guests.get(step.user);
  const room = step.room ?? known?.room;
  if (room !== undefined) {
    const guest = { room, ask, ...outcome(step.room === undefined, shown) };
    edit(effects, (current) => withGuest(current, step.user, guest));
  }
  return true;
}

/** [G4] Who could not be shown the way back is told apart from who has left. */
function outcome(farewell: boolean, shown: boolean): Pick<NativeGuest, 'state' | 'stayed'> {
  if (!farewell) return { state: 'in' };
  return shown ? { state: 'shown' } : { state: 'left', stayed: true };
}

/** Whether the caller must be in a session itself is not documented: if it must, it visits one. */
async function bringTo(
  user: UserId,
  frame: NonNullable<Extract<ConductorStep, { do: 'bring' }>['frame']>,
  { board, run, sessions }: Effects,
): Promise<void> {
  try {
    await board.sessions.bring(user, frame);
  } catch (error) {
    const rooms = [...(run()?.rooms.values() ?? [])].map(({ session }) => session);
    const theirs = rooms.find((id) => id !== undefined && sessions.members.get(id)?.has(user));
    const amInside = rooms.some(
      (id) => id !== undefined && sessions.members.get(id)?.has(board.me.id),
    );
    if (theirs === undefined || amInside) throw error;
    await board.sessions.join(theirs);
    try {
      await board.sessions.bring(user, frame);
    } finally {
      await board.sessions.leave(theirs);
    }
  }
}

async function showTimer(endsAt: number | undefined, effects: Effects): Promise<boolean> {
  const { timer, timers, run } = effects;
  try {
    const oursEndsAt = run()?.timerEndsAt;
    const shown = await timer.show({ endsAt, oursEndsAt, now: () => timers.now() });
    // Somebody else's timer in the way is no fault: ours is tried again, ever more rarely.
    const timerEndsAt = shown ? endsAt : undefined;
    edit(effects, (current) =>
      withoutFailure(
        current.timerEndsAt === timerEndsAt ? current : { ...current, timerEndsAt },
        'timer',
        undefined,
      ),
    );
    return shown;
  } catch (error) {
    fail(effects, {
      step: 'timer',
      room: undefined,
      problem: problemOf(error, timers.now()),
    });
    return false;
  }
}

function fail(effects: Effects, failure: Failure): void {
  edit(effects, (run) => withFailure(run, failure));
}

function recover(effects: Effects, step: Failure['step'], room: RoomId | undefined): void {
  edit(effects, (run) => withoutFailure(run, step, room));
}
