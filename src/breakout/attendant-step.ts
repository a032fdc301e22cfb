/**
 * What one user's background does next for its own user. Pure and total: called after every change
 * and after every await, it may always be called again. Rules A1–A9 of docs/spec.md.
 */
import type { FrameId, Millis, RoomId, SessionId, TabId, UserId } from './ids';
import { certainlyOverAt, UNATTENDED_LIMIT_MS } from './countdown';
import { choiceState, isWishedFor, sameChoice } from './choosing';
import type { ChoiceQuestion, Person, Question, Viewport } from './person';
import { answerIn, destination, isOpen, placeIn, sameQuestion, seatQuestion } from './question';
import type { Plan } from './plan';
import type { Run } from './run';
import type { Seats } from './seats';
import type { Telling } from './showing';

/** Whoever is still in a session so long after the end (plus up to as much again) leaves by itself. */
export const LEAVE_AFTER_MS: Millis = 5_000;
/** A visible tab that sees a due step not begun for so long claims the lead. */
export const CLAIM_AFTER_MS: Millis = 3_000;
/** So long an answer to a question in another tab is waited for: that tab may have gone. */
export const PUT_ELSEWHERE_MS: Millis = 60_000;
/** Nobody new is asked when no live beat has come for so long. */
export const STALE_BEAT_MS: Millis = 30_000;
/** Views are restored only when the end was seen this recently: not on the next day. */
export const RESTORE_WITHIN_MS: Millis = 60_000;
/** So long after the end the tab in which home was noted is waited for: it may be loading again. */
export const HOME_TAB_MS: Millis = 10_000;

/** Where a tab looked before it was moved, other than the one in which home was noted. */
export interface Strayed {
  readonly to: Viewport;
  /** It has been brought back already. */
  readonly returned: boolean;
}

export interface AttendantView {
  readonly me: { readonly user: UserId; readonly tab: TabId };
  /** This tab acts for the user. */
  readonly leading: boolean;
  /** The user can see this tab. */
  readonly visible: boolean;
  readonly plan: Plan;
  /** Of the run's epoch. */
  readonly seats: Seats;
  /** Our copy of the seats has matched the run's digest in this epoch (or has had 5 s to). */
  readonly seatsHeld: boolean;
  readonly run: Run | undefined;
  readonly person: Person;
  /**
   * By the estimate of the conductor's clock; `undefined` as long as nothing but the own clock,
   * which may be wrong by minutes, is known and a beat may still come.
   */
  readonly now: Millis | undefined;
  /** Awake time since the last live beat; `undefined`: none heard yet. */
  readonly beatAgeMs: Millis | undefined;
  /** Awake time since the last beat, or since this page began. */
  readonly quietMs: Millis;
  /** Awake time since this tab first saw the epoch be over; `undefined`: not over, or it was over at load. */
  readonly overMs: Millis | undefined;
  /** The session of ours this user is in, as far as this tab knows. */
  readonly inside: SessionId | 'nowhere' | 'unknown';
  /** The question in this tab's open modal. */
  readonly modal: Question | undefined;
  /** The question about rooms in this tab's open modal. */
  readonly choosing: ChoiceQuestion | undefined;
  /** What is told in this tab's open modal; it wants no answer. */
  readonly telling: Telling | undefined;
  /** What waits to be told in a window. */
  readonly toTell: Telling | undefined;
  /** In this epoch, out of a view that is not the home in the record. */
  readonly strayed: Strayed | undefined;
  /** This page began while its user was in a room, and has not yet looked whether it was moved there. */
  readonly beganInside: boolean;
  /** The epoch's end, as the run has it, is near, before or after. */
  readonly endIsNear: boolean;
  /** How long this tab has seen a step due without leading. */
  readonly dueMs: Millis;
  /** In [0, 1): spreads those who leave by themselves. */
  readonly spread: number;
}

export type AttendantStep =
  | { readonly do: 'claim' }
  | { readonly do: 'ask'; readonly question: Question }
  /** Which room? */
  | { readonly do: 'choose'; readonly question: ChoiceQuestion }
  /** The seat that was wished for: said yes to without another question. */
  | { readonly do: 'take'; readonly question: Question }
  | { readonly do: 'tell'; readonly telling: Telling }
  | { readonly do: 'withdraw' }
  | { readonly do: 'look'; readonly session: SessionId | undefined }
  | { readonly do: 'note-home'; readonly epoch: number }
  /** Does this tab look into that frame? */
  | { readonly do: 'recognise'; readonly frame: FrameId }
  | { readonly do: 'join'; readonly question: Question; readonly session: SessionId }
  | { readonly do: 'arrive'; readonly question: Question; readonly frame: FrameId | undefined }
  | { readonly do: 'leave'; readonly session: SessionId }
  | { readonly do: 'depart'; readonly to: Viewport | undefined }
  /** This tab's own way back. */
  | { readonly do: 'return' }
  | { readonly do: 'restore'; readonly to: Viewport }
  | { readonly do: 'forget' };

/**
 * [A1] Whether this epoch is over for us, whatever `run` says later. `now` is in the conductor's
 * clock; without it (`undefined`) only the run's own word counts.
 */
export function isOver(run: Run, plan: Plan, now: Millis | undefined): boolean {
  if (run.phase === 'ending' || run.phase === 'closed') return true;
  if (now === undefined) return false;
  const lastAt = certainlyOverAt(run, plan.settings.closingMs);
  return lastAt !== undefined && now >= lastAt;
}

/**
 * [A9] A breakout without an end, or paused, that nobody conducts any more is over after 30
 * minutes. `quietMs`: awake time since the last beat, or since this page began.
 */
export function isAbandoned(run: Run, quietMs: Millis): boolean {
  return run.deadlineAt === undefined && quietMs >= UNATTENDED_LIMIT_MS;
}

export function attendantStep(view: AttendantView): AttendantStep | undefined {
  const { run, plan, now } = view;
  if (run === undefined) return undefined;
  const over = isOver(run, plan, now) || isAbandoned(run, view.quietMs);
  const step = recognition(view, run, over) ?? (over ? afterwards(view, run) : during(view, run));
  if (step === undefined || mayAct(view, step, over)) return step;
  if (step.do === 'tell') return undefined;
  const put = isPut(step, view.person);
  // To be asked in a tab that nobody sees would be worse than in one that may have gone.
  if (put && !view.visible) return undefined;
  return view.dueMs >= (put ? PUT_ELSEWHERE_MS : CLAIM_AFTER_MS) ? { do: 'claim' } : undefined;
}

/** Another tab has put this question: that it is unanswered may be the user's affair. */
function isPut(step: AttendantStep, { asked, choosing }: Person): boolean {
  if (step.do === 'ask') return sameQuestion(step.question, asked);
  return step.do === 'choose' && sameChoice(step.question, choosing);
}

const OF_EVERY_TAB: ReadonlySet<AttendantStep['do']> = new Set(['recognise', 'withdraw', 'return']);

/**
 * Only the leading tab acts; every tab closes its own modal, knows and restores the view it was taken
 * from, and leaves in the end: it may be in a session by itself.
 */
function mayAct(view: AttendantView, step: AttendantStep, over: boolean): boolean {
  if (view.leading || OF_EVERY_TAB.has(step.do)) return true;
  if (over && (step.do === 'look' || step.do === 'leave')) return true;
  return step.do === 'restore' && view.person.home?.tab === view.me.tab;
}

/**
 * [A7] A page that began while its user was in a room may be the tab that was moved there, reloaded.
 * Not after an end that it has not seen, unless that is near.
 */
function recognition(view: AttendantView, run: Run, over: boolean): AttendantStep | undefined {
  const { person, plan, me, overMs } = view;
  const { home } = person;
  if (!view.beganInside || home?.epoch !== run.epoch || home.tab === me.tab) return undefined;
  if (over && overMs === undefined && !view.endIsNear) return undefined;
  const place = placeIn(person, run.epoch);
  const frame = plan.rooms.find(({ id }) => id === place?.room)?.frame;
  return frame === undefined ? undefined : { do: 'recognise', frame };
}

function during(view: AttendantView, run: Run): AttendantStep | undefined {
  const { person, plan, modal } = view;
  const question = dueQuestion(view, run);
  // [A2] One question at a time, and none that is void.
  if (modal !== undefined && (!view.leading || !sameQuestion(modal, question))) {
    return { do: 'withdraw' };
  }
  const choice = dueChoice(view, run);
  if (view.choosing !== undefined && (!view.leading || !sameChoice(view.choosing, choice))) {
    return { do: 'withdraw' };
  }
  // [E2] What is only told makes way for a question.
  if (view.telling !== undefined && (!view.leading || asks(question, choice))) {
    return { do: 'withdraw' };
  }

  const going = run.phase === 'opening' ? undefined : destination(plan, run, person);
  const step = going === undefined ? stayOut(view, run) : getIn(view, run, going);
  if (step !== undefined) return step;
  if (question !== undefined) {
    if (isWishedFor(question, person)) return { do: 'take', question };
    return modal === undefined ? { do: 'ask', question } : undefined;
  }
  if (choice !== undefined) {
    return view.choosing === undefined ? { do: 'choose', question: choice } : undefined;
  }
  const { telling, toTell } = view;
  return telling === undefined && toTell !== undefined
    ? { do: 'tell', telling: toTell }
    : undefined;
}

/** [A3] The question to put to the user now. */
function dueQuestion(view: AttendantView, run: Run): Question | undefined {
  if (run.phase !== 'open' || !view.seatsHeld) return undefined;
  const question = seatQuestion(view.plan, view.seats, run, view.me.user);
  if (question === undefined || !isOpen(question, view.person)) return undefined;
  // A question already on the screen stays while the conductor is silent; a new one is not put.
  return isLive(view) || sameQuestion(view.modal, question) ? question : undefined;
}

/** [S8] [A3] Which room: put to whoever has no seat where rooms are chosen. */
function dueChoice(view: AttendantView, run: Run): ChoiceQuestion | undefined {
  if (!view.seatsHeld) return undefined;
  const { plan, seats, person, me } = view;
  const state = choiceState({ plan, seats, run }, me.user, person);
  if (state?.at !== 'open') return undefined;
  const { question } = state;
  return isLive(view) || sameChoice(view.choosing, question) ? question : undefined;
}

function isLive({ beatAgeMs }: AttendantView): boolean {
  return beatAgeMs !== undefined && beatAgeMs < STALE_BEAT_MS;
}

const asks = (question: Question | undefined, choice: ChoiceQuestion | undefined): boolean =>
  question !== undefined || choice !== undefined;

/** [A4] Home is noted and stored before the first join; joining comes before gliding. */
function getIn(view: AttendantView, run: Run, going: Question): AttendantStep | undefined {
  const { person, plan, inside } = view;
  const room = run.rooms.get(going.room);
  const arrived = placeIn(person, run.epoch)?.room === going.room;
  // During the countdown nobody is brought in any more; who is in stays in.
  if (!arrived && run.phase !== 'open') return undefined;
  if (room?.session === undefined && room?.problem === undefined) return undefined;
  if (!isHomeNoted(view, run)) return { do: 'note-home', epoch: run.epoch };
  if (room.session !== undefined && inside !== room.session) {
    if (inside === 'unknown') return { do: 'look', session: room.session };
    return { do: 'join', question: going, session: room.session };
  }
  if (arrived) return undefined;
  const frame = plan.rooms.find(({ id }) => id === going.room)?.frame;
  return { do: 'arrive', question: going, frame };
}

/**
 * Once per epoch; anew when somebody who is in no room goes on in another tab, because that tab's
 * view is the one that moves. Whoever is in a room may have been reloaded: what they see is no home.
 */
function isHomeNoted({ person, me }: AttendantView, run: Run): boolean {
  if (person.home?.epoch !== run.epoch) return false;
  return placeIn(person, run.epoch) !== undefined || person.home.tab === me.tab;
}

/** [A5] Nobody who has not said yes, or has left, remains in a session. */
function stayOut(view: AttendantView, run: Run): AttendantStep | undefined {
  const { person, inside, plan } = view;
  const place = placeIn(person, run.epoch);
  if (inside === 'unknown') {
    return { do: 'look', session: place && run.rooms.get(place.room)?.session };
  }
  if (inside !== 'nowhere') return { do: 'leave', session: inside };
  if (place === undefined) return undefined;
  const answer = answerIn(person, run.epoch);
  const byHand = answer?.kind === 'left' || !plan.rooms.some(({ id }) => id === place.room);
  if (byHand && view.strayed?.returned === false) return { do: 'return' };
  const home = person.home?.epoch === run.epoch ? person.home.viewport : undefined;
  const goes = byHand && view.strayed === undefined;
  return { do: 'depart', to: goes ? home : undefined };
}

/** [A6] After the end: no modal, no session, then back, once. */
function afterwards(view: AttendantView, run: Run): AttendantStep | undefined {
  if (view.modal !== undefined || view.choosing !== undefined || view.telling !== undefined) {
    return { do: 'withdraw' };
  }
  // A tab with a view to restore does not wait for the one that leads to be out.
  if (!view.leading) return goHome(view, run) ?? getOut(view, run);
  return view.inside === 'nowhere' ? goHome(view, run) : getOut(view, run);
}

function getOut(view: AttendantView, run: Run): AttendantStep | undefined {
  const { inside, overMs } = view;
  if (inside === 'nowhere') return undefined;
  if (inside === 'unknown') {
    const room = lastRoom(view, run);
    return { do: 'look', session: room && run.rooms.get(room)?.session };
  }
  // `end` frees everyone; leaving one by one is the fallback, spread over some seconds.
  const patienceMs = LEAVE_AFTER_MS * (1 + view.spread);
  return overMs === undefined || overMs >= patienceMs
    ? { do: 'leave', session: inside }
    : undefined;
}

/**
 * Where this user may still be. Whoever came by Miro's own invitation is in no place of ours, and
 * another tab, back home, may have cleared it.
 */
function lastRoom({ person, me, overMs }: AttendantView, run: Run): RoomId | undefined {
  const known = person.at ?? run.guests.get(me.user);
  return (known ?? (overMs === undefined ? undefined : answerIn(person, run.epoch)))?.room;
}

function goHome(view: AttendantView, run: Run): AttendantStep | undefined {
  const { overMs, person, me } = view;
  const { at: place, home } = person;
  const fresh = overMs === undefined ? isNewlyHome(view, run) : overMs < RESTORE_WITHIN_MS;
  if (fresh && view.strayed?.returned === false) return { do: 'return' };
  if (place === undefined && home === undefined) return undefined;
  const elsewhere = home !== undefined && home.tab !== me.tab;
  if (elsewhere && mayYetAct(view)) return undefined;
  if (!fresh || home === undefined || place?.epoch !== home.epoch) return { do: 'forget' };
  // [A7] In the tab it was taken from; if that is gone, in the one that leads.
  if (elsewhere && view.strayed !== undefined) return { do: 'forget' };
  return { do: 'restore', to: home.viewport };
}

/** This page began after the end, and is the tab that was moved: only that makes home its own. */
function isNewlyHome({ person: { home }, me, endIsNear }: AttendantView, run: Run): boolean {
  return endIsNear && home?.tab === me.tab && home.epoch === run.epoch;
}

/** The tab in which home was noted may be slow, or be loading again. */
function mayYetAct({ overMs, quietMs, endIsNear }: AttendantView): boolean {
  return overMs === undefined ? endIsNear && quietMs < HOME_TAB_MS : overMs < HOME_TAB_MS;
}
