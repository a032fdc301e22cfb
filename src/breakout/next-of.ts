import type { AttendantStep, AttendantView } from './attendant-view';

/**
 * [A10] Of steps that are due and do not need each other the first; what has failed and waits to be
 * tried again holds up none of the others.
 */
export function nextOf(
  { rests }: Pick<AttendantView, 'rests'>,
  steps: readonly (AttendantStep | undefined)[],
): AttendantStep | undefined {
  const due = steps.filter((step) => step !== undefined);
  return due.find((step) => !rests(step)) ?? due[0];
}
