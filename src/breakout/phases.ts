/**
 * How a run moves from phase to phase: the next run for what facilitators want, or the same object
 * when nothing changes. Rules P1–P6 of docs/spec.md. Effects (sessions, seats) are elsewhere.
 */
import { MAX_COUNTER } from './counter';
import type { Millis, RoomId, SessionId, TabId, UserId } from './ids';
import { elapsedMs, remainingMs } from './countdown';
import type { Length, Plan, Wanted } from './plan';
import type { Run } from './run';

/** "Opening in 3… Cancel". */
export const OPENING_MS: Millis = 3_000;
/** How much longer the opening waits for the plan and seats that the starter saw. */
export const HOLD_MS: Millis = 2_000;
/** Sessions that will not end keep the breakout from being closed no longer than this. */
export const ENDING_LIMIT_MS: Millis = 20_000;

export interface PhaseView {
  readonly me: { readonly user: UserId; readonly tab: TabId };
  readonly term: number;
  readonly now: Millis;
  readonly plan: Plan;
  readonly seatsDigest: string;
  /** Our plan and seats are those that the starter saw. */
  readonly held: boolean;
  /** Nobody who should be seated is without a seat. */
  readonly allSeated: boolean;
  /** Sessions of this run that Miro still lists; `undefined`: not known. */
  readonly openSessions: readonly SessionId[] | undefined;
}

/** Whether there is, or should be, a breakout under way. Decides if anybody needs to conduct. */
export function workIn(run: Run | undefined, plan: Plan): 'none' | 'ordered' | 'running' {
  if (run !== undefined && run.phase !== 'closed') return 'running';
  if (plan.wanted((run?.epoch ?? 0) + 1).phase === 'open') return 'ordered';
  return run !== undefined && isLeftBehind(run) ? 'running' : 'none';
}

export type GoingOn = 'nothing' | 'preparing' | 'ordered' | 'running';

/** As `workIn`; besides, that facilitators prepare what nobody conducts yet. */
export function goingOn(
  run: Run | undefined,
  plan: Plan,
  { facilitates }: { readonly facilitates: boolean },
): GoingOn {
  const work = workIn(run, plan);
  if (work !== 'none') return work;
  return facilitates && plan.prepared > (run?.epoch ?? 0) ? 'preparing' : 'nothing';
}

/** [H6] Closed with something left that may still be ended: somebody goes on trying. */
function isLeftBehind({ failures }: Run): boolean {
  return failures.some(
    ({ step, problem }) =>
      step === 'sessions' || (step === 'end' && problem.reason !== 'cannot-end'),
  );
}

export function nextPhase(run: Run | undefined, view: PhaseView): Run | undefined {
  if (run === undefined || run.phase === 'closed') return begin(run, view);
  switch (run.phase) {
    case 'opening':
      return opening(run, view);
    case 'open':
    case 'closing':
      return running(run, view);
    case 'ending':
      return ending(run, view);
  }
}

/** [H1] Only an epoch that is exactly one more than the last is begun; an old "open" changes nothing. */
function begin(run: Run | undefined, view: PhaseView): Run | undefined {
  const epoch = (run?.epoch ?? 0) + 1;
  // Forged: what came after it nobody could read.
  if (epoch > MAX_COUNTER) return run;
  const wanted = view.plan.wanted(epoch);
  if (wanted.phase !== 'open' || wanted.order === undefined || view.plan.rooms.length === 0) {
    return run;
  }
  return {
    epoch,
    term: view.term,
    seq: 0,
    clock: view.me,
    phase: 'opening',
    by: { user: wanted.order.by, name: wanted.order.byName },
    seatsDigest: view.seatsDigest,
    opensAt: view.now + OPENING_MS,
    openedAt: view.now + OPENING_MS,
    length: wanted.length,
    deadlineAt: undefined,
    remainingMs: undefined,
    paused: false,
    closesAt: undefined,
    closedAt: undefined,
    rooms: new Map(),
    guests: new Map(),
    timerEndsAt: undefined,
    failures: [],
    notes: new Map(),
    journal: { keeps: view.plan.settings.names ? 'names' : 'counts', chunks: [] },
  };
}

function opening(run: Run, view: PhaseView): Run {
  const wanted = view.plan.wanted(run.epoch);
  // [H2] Cancelled: the epoch never happened, and its number is free again.
  if (wanted.phase !== 'open' || view.plan.rooms.length === 0) {
    return { ...run, epoch: run.epoch - 1, phase: 'closed', closedAt: view.now };
  }
  if (view.now < run.opensAt || !view.allSeated) return run;
  if (!view.held && view.now < run.opensAt + HOLD_MS) return run;
  return {
    ...run,
    phase: 'open',
    openedAt: view.now,
    length: wanted.length,
    deadlineAt: wanted.length === 'none' ? undefined : view.now + wanted.length,
    seatsDigest: view.seatsDigest,
    ...(view.held ? {} : { openedUnseen: true }),
  };
}

function running(run: Run, view: PhaseView): Run {
  const { plan, now } = view;
  const wanted = plan.wanted(run.epoch);
  const timed = withLength(withPause(withSeats(run, view), wanted, now), wanted.length, now);
  const left = remainingMs(timed, now);
  const close = wanted.phase === 'closing' || wanted.phase === 'closed' || left === 0;

  if (timed.phase === 'open') {
    if (!close) return timed;
    const countdownMs = wanted.phase === 'closed' ? 0 : plan.settings.closingMs;
    return { ...timed, phase: 'closing', closesAt: now + countdownMs };
  }
  // [H4] Back to open by an extension or a cancelled countdown, until the first session is ended.
  if (!close) return { ...timed, phase: 'open', closesAt: undefined };
  const closesAt = timed.closesAt ?? now;
  if (wanted.phase === 'closed' || now >= closesAt) {
    return { ...timed, phase: 'ending', closesAt: Math.min(closesAt, now) };
  }
  return timed;
}

/** [H6] `closed` is final, and said only when nothing that can be ended is left. */
function ending(run: Run, view: PhaseView): Run {
  const gaveUp = view.now >= (run.closesAt ?? view.now) + ENDING_LIMIT_MS;
  const clean = view.openSessions?.length === 0;
  if (!clean && !gaveUp) return run;
  return { ...run, phase: 'closed', closedAt: view.now };
}

function withSeats(run: Run, view: PhaseView): Run {
  return run.seatsDigest === view.seatsDigest ? run : { ...run, seatsDigest: view.seatsDigest };
}

/** [H5] A pause keeps what is left, without a deadline. */
function withPause(run: Run, wanted: Wanted, now: Millis): Run {
  if (wanted.paused === run.paused) return run;
  if (wanted.paused) {
    const left = remainingMs(run, now);
    return { ...run, paused: true, remainingMs: left, deadlineAt: undefined };
  }
  const deadlineAt = run.remainingMs === undefined ? undefined : now + run.remainingMs;
  return { ...run, paused: false, remainingMs: undefined, deadlineAt };
}

/** [H3] The wanted length counts from the opening, so the same wish twice changes nothing. */
function withLength(run: Run, length: Length, now: Millis): Run {
  if (length === run.length) return run;
  if (length === 'none') {
    return { ...run, length, deadlineAt: undefined, remainingMs: undefined };
  }
  const left = Math.max(0, length - elapsedMs(run, now));
  return run.paused
    ? { ...run, length, remainingMs: left }
    : { ...run, length, deadlineAt: now + left };
}

/** The rooms of this run that have a session. */
export function sessionsOf(run: Run): ReadonlyMap<SessionId, RoomId> {
  const sessions = new Map<SessionId, RoomId>();
  for (const [room, { session }] of run.rooms) {
    if (session !== undefined) sessions.set(session, room);
  }
  return sessions;
}
