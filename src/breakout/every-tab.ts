/** What each tab does by itself, whichever leads: some of them were moved, others look elsewhere. */
import type { AttendantStep, AttendantView } from './attendant-view';
import { goal } from './in-and-out';
import { framesOf, placeIn } from './question';
import type { Run } from './run';

/**
 * [A7] A page that began while its user was in a room may be the tab that was moved there, reloaded.
 * Not after an end that it has not seen, unless that is near.
 */
export function recognition(
  view: AttendantView,
  run: Run,
  over: boolean,
): AttendantStep | undefined {
  if (!view.beganInside) return undefined;
  if (over && view.overMs === undefined && !view.endIsNear) return undefined;
  return lookAtFrame(view, run);
}

/** [A7] Who leaves the room in one tab leaves it in the one that was moved. */
export function comingBack(view: AttendantView, run: Run): AttendantStep | undefined {
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
export function leavingBehind(view: AttendantView, run: Run): AttendantStep | undefined {
  const { leading, joined, person } = view;
  if (leading || joined === undefined) return undefined;
  const rooms = [placeIn(person, run.epoch), goal(view, run)];
  const isTheirs = rooms.some((at) => at && run.rooms.get(at.room)?.session === joined);
  return isTheirs ? undefined : { do: 'leave', session: joined };
}

/** [A4] What this tab could not be shown when its user arrived, as long as they stay there. */
export function showing(view: AttendantView, run: Run): AttendantStep | undefined {
  const { unshown, person } = view;
  const place = placeIn(person, run.epoch);
  if (unshown === undefined || place?.frame !== unshown || run.phase !== 'open') return undefined;
  return goal(view, run)?.room === place.room ? { do: 'show', room: place.room } : undefined;
}

/** [A7] Where any other tab looks than the one that was moved. */
export function noting(view: AttendantView, run: Run): AttendantStep | undefined {
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

/** [V9] By itself in each tab, at any time: a visit has nothing to do with rooms of one's own. */
export function visiting({ visit }: AttendantView): AttendantStep | undefined {
  if (visit === undefined) return undefined;
  return { do: visit === 'recognise' ? 'recognise-visit' : 'end-visit' };
}
