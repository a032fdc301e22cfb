/**
 * What one user's background does for its own user: all that is due, what comes first first. No step
 * needs another one of them ([A10]); the one that it leads to is due once it is done. Pure and total:
 * called after every change and after every await, it may always be called again. Rules A1–A10 of
 * docs/spec.md.
 */
import { afterwards } from './afterwards';
import { due, type AttendantStep, type AttendantView } from './attendant-view';
import type { Millis } from './ids';
import { certainlyOverAt, UNATTENDED_LIMIT_MS } from './countdown';
import { choiceState, isWishedFor, sameChoice } from './choosing';
import type { ChoiceQuestion, Person, Place, Question } from './person';
import {
  answerIn,
  destination,
  framesOf,
  isOpen,
  lastPlaceIn,
  placeIn,
  sameQuestion,
  seatQuestion,
} from './question';
import type { Plan } from './plan';
import type { Run } from './run';

/** A visible tab that sees a due step not begun for so long claims the lead. */
export const CLAIM_AFTER_MS: Millis = 3_000;
/** So long an answer to a question in another tab is waited for: that tab may have gone. */
export const PUT_ELSEWHERE_MS: Millis = 60_000;
/** Nobody new is asked when no live beat has come for so long. */
export const STALE_BEAT_MS: Millis = 30_000;

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

export function attendantSteps(view: AttendantView): readonly AttendantStep[] {
  const { run, plan, now } = view;
  if (run === undefined) return [];
  const over = isOver(run, plan, now) || isAbandoned(run, view.quietMs);
  const here = dueHere(view, run, over);
  if (over) return due(recognition(view, run, over), ...here, visiting(view));
  return due(
    recognition(view, run, over),
    comingBack(view, run),
    leavingBehind(view, run),
    ...here,
    showing(view, run),
    noting(view, run),
    visiting(view),
  );
}

/** [V9] By itself in each tab, at any time: a visit has nothing to do with rooms of one's own. */
function visiting({ visit }: AttendantView): AttendantStep | undefined {
  if (visit === undefined) return undefined;
  return { do: visit === 'recognise' ? 'recognise-visit' : 'end-visit' };
}

function dueHere(
  view: AttendantView,
  run: Run,
  over: boolean,
): readonly (AttendantStep | undefined)[] {
  const steps = over ? afterwards(view, run) : during(view, run);
  return steps.map((step) =>
    mayAct(view, step, over) ? step : insteadOf(step, view, { run, over }),
  );
}

/** What a tab does of which another one should do this step. */
function insteadOf(
  step: AttendantStep,
  view: AttendantView,
  { run, over }: { readonly run: Run; readonly over: boolean },
): AttendantStep | undefined {
  if (step.do === 'tell') return undefined;
  const put = isPut(step, view.person);
  // To be asked in a tab that nobody sees would be worse than in one that may have gone.
  if (put && !view.visible) return undefined;
  if (!over && mayHaveEnded(view, run)) return undefined;
  return view.dueMs >= (put ? PUT_ELSEWHERE_MS : CLAIM_AFTER_MS) ? { do: 'claim' } : undefined;
}

/** Another tab has put this question: that it is unanswered may be the user's affair. */
function isPut(step: AttendantStep, { asked, choosing }: Person): boolean {
  if (step.do === 'ask') return sameQuestion(step.question, asked);
  return step.do === 'choose' && sameChoice(step.question, choosing);
}

/**
 * [T6] Without a live beat this tab sees no end, but the one that leads may have: it has brought the user
 * out of the room that their answer names.
 */
function mayHaveEnded(view: AttendantView, run: Run): boolean {
  const { person, beatAgeMs } = view;
  if (beatAgeMs !== undefined || placeIn(person, run.epoch) !== undefined) return false;
  const going = goal(view, run);
  return going !== undefined && sameQuestion(going, person.was);
}

const OF_EVERY_TAB: ReadonlySet<AttendantStep['do']> = new Set([
  'recognise',
  'withdraw',
  'come-back',
  'return',
  'return-beside',
]);

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
  if (!view.beganInside) return undefined;
  if (over && view.overMs === undefined && !view.endIsNear) return undefined;
  return lookAtFrame(view, run);
}

/** [A7] Who leaves the room in one tab leaves it in the one that was moved. */
function comingBack(view: AttendantView, run: Run): AttendantStep | undefined {
  const { away, person, me } = view;
  const { home } = person;
  if (!away || home?.epoch !== run.epoch || home.tab !== me.tab) return undefined;
  const out = placeIn(person, run.epoch) === undefined && goal(view, run) === undefined;
  return out ? { do: 'come-back', to: home.viewport } : undefined;
}

/**
 * [A8] What a tab has joined that leads no more, once that is not its user's room any more: nobody
 * else may be able to leave it.
 */
function leavingBehind(view: AttendantView, run: Run): AttendantStep | undefined {
  const { leading, joined, person } = view;
  if (leading || joined === undefined) return undefined;
  const rooms = [placeIn(person, run.epoch), goal(view, run)];
  const isTheirs = rooms.some((at) => at && run.rooms.get(at.room)?.session === joined);
  return isTheirs ? undefined : { do: 'leave', session: joined };
}

/** [A4] What this tab could not be shown when its user arrived, as long as they stay there. */
function showing(view: AttendantView, run: Run): AttendantStep | undefined {
  const { unshown, person } = view;
  const place = placeIn(person, run.epoch);
  if (unshown === undefined || place?.frame !== unshown || run.phase !== 'open') return undefined;
  return goal(view, run)?.room === place.room ? { do: 'show', room: place.room } : undefined;
}

/** [A7] Where any other tab looks than the one that was moved. */
function noting(view: AttendantView, run: Run): AttendantStep | undefined {
  const { strayed, beside } = view;
  return strayed === undefined && beside === undefined ? lookAtFrame(view, run) : undefined;
}

/** Of the room that this user is in, unless home is this tab's own. */
function lookAtFrame({ person, plan, me }: AttendantView, run: Run): AttendantStep | undefined {
  const { home } = person;
  if (home?.epoch !== run.epoch || home.tab === me.tab) return undefined;
  const frames = framesOf(placeIn(person, run.epoch), plan);
  return frames.length === 0 ? undefined : { do: 'recognise', frames };
}

/**
 * [Q2] Where this user is going, or stays. Whoever has not come yet and is to be asked about another
 * room goes to none before they have answered.
 */
function goal(view: AttendantView, run: Run): Question | undefined {
  const { plan, person } = view;
  const isThere = placeIn(person, run.epoch) !== undefined;
  if (!isThere && openQuestion(view, run) !== undefined) return undefined;
  return destination(plan, run, person);
}

function during(view: AttendantView, run: Run): readonly AttendantStep[] {
  const { modal } = view;
  const question = dueQuestion(view, run);
  // [A2] One question at a time, and none that is void.
  if (modal !== undefined && (!view.leading || !sameQuestion(modal, question))) {
    return [{ do: 'withdraw' }];
  }
  const choice = dueChoice(view, run);
  if (view.choosing !== undefined && (!view.leading || !sameChoice(view.choosing, choice))) {
    return [{ do: 'withdraw' }];
  }
  // [E2] What is only told makes way for a question.
  if (view.telling !== undefined && (!view.leading || asks(question, choice))) {
    return [{ do: 'withdraw' }];
  }

  const going = run.phase === 'opening' ? undefined : goal(view, run);
  const move = going === undefined ? stayOut(view, run) : getIn(view, run, going);
  return due(move, putting(view, question, choice));
}

/** What is due to be put on the screen. */
function putting(
  { person, modal, choosing, telling, toTell }: AttendantView,
  question: Question | undefined,
  choice: ChoiceQuestion | undefined,
): AttendantStep | undefined {
  if (question !== undefined) {
    if (isWishedFor(question, person)) return { do: 'take', question };
    return modal === undefined ? { do: 'ask', question } : undefined;
  }
  if (choice !== undefined) {
    return choosing === undefined ? { do: 'choose', question: choice } : undefined;
  }
  return telling === undefined && toTell !== undefined
    ? { do: 'tell', telling: toTell }
    : undefined;
}

/** [A3] The question to put to the user now. */
function dueQuestion(view: AttendantView, run: Run): Question | undefined {
  const question = openQuestion(view, run);
  // A question already on the screen stays while the conductor is silent; a new one is not put.
  return isLive(view) || sameQuestion(view.modal, question) ? question : undefined;
}

/** The one that the seat poses, as long as it wants an answer. */
function openQuestion(view: AttendantView, run: Run): Question | undefined {
  if (run.phase !== 'open' || !view.seatsHeld) return undefined;
  const question = seatQuestion(view.plan, view.seats, run, view.me.user);
  return question !== undefined && isOpen(question, view.person) ? question : undefined;
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
    // A join that has failed may have worked all the same.
    const last = lastPlaceIn(person, run.epoch);
    return { do: 'look', session: last && run.rooms.get(last.room)?.session };
  }
  if (inside !== 'nowhere') return { do: 'leave', session: inside };
  if (place === undefined) return undefined;
  const answer = answerIn(person, run.epoch);
  const byHand = answer?.kind === 'left' || !plan.rooms.some(({ id }) => id === place.room);
  if (!byHand) return { do: 'depart', to: undefined };
  return wayOut(view, run, place);
}

/**
 * [A7] Out of the room by hand: back from where this tab was moved to; one that was not moved goes
 * nowhere.
 */
function wayOut(
  { person, plan, me, strayed, beside }: AttendantView,
  run: Run,
  place: Place,
): AttendantStep {
  const home = person.home?.epoch === run.epoch ? person.home : undefined;
  if (strayed !== undefined) {
    return strayed.returned ? { do: 'depart', to: undefined } : { do: 'return' };
  }
  if (beside === undefined || home?.tab === me.tab) return { do: 'depart', to: home?.viewport };
  if (beside.returned) return { do: 'depart', to: undefined };
  return { do: 'return-beside', frames: framesOf(place, plan) };
}
