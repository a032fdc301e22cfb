/** What is asked or told in this tab's window, and what has no place there any more. */
import type { AttendantStep, AttendantView } from './attendant-view';
import { STALE_BEAT_MS } from './beat';
import { choiceState, isWishedFor, sameChoice } from './choosing';
import type { ChoiceQuestion, Question } from './person';
import { isOpen, sameQuestion, seatQuestion } from './question';
import type { Run } from './run';

/** [A2] One question at a time, and none that is void. */
export function windowStep(view: AttendantView, run: Run): AttendantStep | undefined {
  const { leading, modal, choosing, telling } = view;
  const question = dueQuestion(view, run);
  const choice = dueChoice(view, run);
  const isVoid =
    (modal !== undefined && (!leading || !sameQuestion(modal, question))) ||
    (choosing !== undefined && (!leading || !sameChoice(choosing, choice))) ||
    // [E2] What is only told makes way for a question.
    (telling !== undefined && (!leading || question !== undefined || choice !== undefined));
  return isVoid ? { do: 'withdraw' } : putting(view, question, choice);
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
export function openQuestion(view: AttendantView, run: Run): Question | undefined {
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
