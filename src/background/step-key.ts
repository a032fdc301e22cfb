import type { AttendantStep } from '../breakout/attendant-view';

/**
 * How a step of the attendant is called where it has failed: what kind it is, and what it is about, so that
 * what fails with one room or question is not put off for another.
 */
export function stepKey(step: AttendantStep): string {
  switch (step.do) {
    case 'ask':
      return `ask ${step.question.room} ${String(step.question.ask)}`;
    case 'choose':
      return `choose ${String(step.question.ask)}`;
    case 'tell':
      return step.telling.kind === 'message' ? `tell ${step.telling.message}` : 'tell';
    case 'join':
    case 'leave':
      return `${step.do} ${step.session}`;
    default:
      return step.do;
  }
}

export const kindOf = (key: string): string => key.split(' ', 1)[0] ?? '';

/**
 * Kinds that stay due in the leading tab as long as they fail. Not those that move a tab's own view, whose
 * problem may be another tab's, nor `arrive`: who is in the room is not brought to its frame any more.
 */
export const TRIED_UNTIL_DONE: ReadonlySet<string> = new Set<AttendantStep['do']>([
  'ask',
  'choose',
  'tell',
  'note-home',
  'look',
  'join',
  'leave',
  'depart',
]);
