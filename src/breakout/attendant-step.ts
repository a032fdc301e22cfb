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
import { inThisTab } from './which-tab';
import { windowStep } from './window-step';

export function attendantSteps(view: AttendantView): readonly AttendantStep[] {
  const { run } = view;
  if (run === undefined) return [];
  const over = isOverOrAbandoned(run, view);
  const steps = over ? afterwards(view, run) : during(view, run);
  const here = steps.map((step) => inThisTab(step, view, { run, over }));
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

function during(view: AttendantView, run: Run): readonly AttendantStep[] {
  const window = windowStep(view, run);
  // Nobody goes on as long as they are asked what is not so any more.
  if (window?.do === 'withdraw') return [window];
  return due(inOrOut(view, run), window);
}
