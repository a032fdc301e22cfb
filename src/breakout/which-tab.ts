/** [A8] Which of a user's tabs does what is due: the leading one, as long as it does it. */
import type { AttendantStep, AttendantView } from './attendant-view';
import { sameChoice } from './choosing';
import type { Millis } from './ids';
import { goal } from './in-and-out';
import type { Person } from './person';
import { placeIn, sameQuestion } from './question';
import type { Run } from './run';

/** A visible tab that sees a due step not begun for so long claims the lead. */
export const CLAIM_AFTER_MS: Millis = 3_000;
/** So long an answer to a question in another tab is waited for: that tab may have gone. */
export const PUT_ELSEWHERE_MS: Millis = 60_000;

interface RunAsSeen {
  readonly run: Run;
  readonly over: boolean;
}

/** What this tab does of a step that is due, which may be another one's. */
export function inThisTab(
  step: AttendantStep,
  view: AttendantView,
  epoch: RunAsSeen,
): AttendantStep | undefined {
  return mayAct(view, step, epoch.over) ? step : insteadOf(step, view, epoch);
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
export function mayAct(view: AttendantView, step: AttendantStep, over: boolean): boolean {
  if (view.leading || OF_EVERY_TAB.has(step.do)) return true;
  if (over && (step.do === 'look' || step.do === 'leave')) return true;
  return step.do === 'restore' && view.person.home?.tab === view.me.tab;
}

/** What a tab does of which another one should do this step. */
function insteadOf(
  step: AttendantStep,
  view: AttendantView,
  { run, over }: RunAsSeen,
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
