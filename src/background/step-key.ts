import type { AttendantStep } from '../breakout/attendant-view';

/**
 * How a step of the attendant is called where it is tried again: what kind it is, and what it is about, so
 * that what fails with one room or question is not put off for another.
 */
export function stepKey(step: AttendantStep): string {
  switch (step.do) {
    case 'ask':
      return `ask ${step.question.room} ${String(step.question.ask)}`;
    case 'choose':
      return `choose ${String(step.question.ask)}`;
    case 'tell':
      return step.telling.kind === 'message' ? `tell ${step.telling.message}` : 'tell';
    case 'arrive':
      return `arrive ${step.question.room}`;
    // Not as arriving, which must not wait when its user comes back into the room.
    case 'show':
      return `show ${step.room}`;
    case 'join':
    case 'leave':
      return `${step.do} ${step.session}`;
    default:
      return step.do;
  }
}

/** How it is called where others read that it has failed: what could not be shown on arriving is one problem. */
export function problemKey(step: AttendantStep): string {
  return step.do === 'show' ? `arrive ${step.room}` : stepKey(step);
}

export const kindOf = (key: string): string => key.split(' ', 1)[0] ?? '';

/**
 * Kinds that stay due in the leading tab as long as they fail. Not those that move a tab's own view, as
 * `arrive` does in the end: their problem may be another tab's.
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
