/**
 * What one user's background does for its own user: all that is due, what comes first first. No step
 * needs another one of them ([A10]); the one that it leads to is due once it is done. Pure and total:
 * called after every change and after every await, it may always be called again. Rules A1–A10 of
 * docs/spec.md.
 */
import { afterwards } from './afterwards';
import { due, type AttendantStep, type AttendantView } from './attendant-view';
import { isOverOrAbandoned } from './epoch-over';
import { comingBack, leavingBehind, noting, recognition, showing, visiting } from './every-tab';
import { inOrOut } from './in-and-out';
import type { Run } from './run';
import { inThisTab, mayAct } from './which-tab';
import { windowStep } from './window-step';

export function attendantSteps(view: AttendantView): readonly AttendantStep[] {
  const { run } = view;
  if (run === undefined) return [];
  const over = isOverOrAbandoned(run, view);
  const here = stepsOfOne(view, run, over).map((step) => inThisTab(step, view, { run, over }));
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

/** [A8] What is due in the leading tab, were that one where `view` has it, and no other one does. */
export function stepsOfLead(view: AttendantView): readonly AttendantStep[] {
  const { run } = view;
  if (run === undefined) return [];
  const over = isOverOrAbandoned(run, view);
  const steps = stepsOfOne({ ...view, leading: true }, run, over);
  return steps.filter((step) => !mayAct({ ...view, leading: false }, step, over));
}

/** What one tab does for all of its user's, and what each does for itself. */
function stepsOfOne(view: AttendantView, run: Run, over: boolean): readonly AttendantStep[] {
  return over ? afterwards(view, run) : during(view, run);
}

function during(view: AttendantView, run: Run): readonly AttendantStep[] {
  const window = windowStep(view, run);
  // Nobody goes on as long as they are asked what is not so any more.
  if (window?.do === 'withdraw') return [window];
  return due(inOrOut(view, run), window);
}
