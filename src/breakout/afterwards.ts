/** [A6] [A7] What a user's background does for them once an epoch is over. */
import { due, type AttendantStep, type AttendantView } from './attendant-view';
import type { FrameId, Millis, RoomId } from './ids';
import { answerIn, framesOf, lastPlaceIn } from './question';
import type { Run } from './run';

/** Whoever is still in a session so long after the end (plus up to as much again) leaves by itself. */
export const LEAVE_AFTER_MS: Millis = 5_000;
/** Views are restored only when the end was seen this recently: not on the next day. */
export const RESTORE_WITHIN_MS: Millis = 60_000;
/** So long after the end the tab in which home was noted is waited for: it may be loading again. */
export const HOME_TAB_MS: Millis = 10_000;

/** [A6] After the end: no modal, no session, then back, once. */
export function afterwards(view: AttendantView, run: Run): readonly AttendantStep[] {
  if (view.modal !== undefined || view.choosing !== undefined || view.telling !== undefined) {
    return [{ do: 'withdraw' }];
  }
  const out = getOut(view, run);
  // A tab with a view to restore does not wait for the one that leads to be out.
  if (!view.leading) return due(goHome(view, run), out);
  const waits = view.inside !== 'nowhere' && out === undefined;
  return waits ? [] : due(out, goHome(view, run));
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
  if (fresh && isBeside(view)) return { do: 'return-beside', frames: lastFrames(view, run) };
  if (place === undefined && home === undefined) return undefined;
  const elsewhere = home !== undefined && home.tab !== me.tab;
  if (elsewhere && mayYetAct(view)) return undefined;
  const here = place?.epoch === home?.epoch || (view.away && home?.epoch === run.epoch);
  if (!fresh || home === undefined || !here) return { do: 'forget' };
  // [A7] In the tab it was taken from; if that is gone, in the one that leads.
  if (elsewhere && view.strayed !== undefined) return { do: 'forget' };
  return { do: 'restore', to: home.viewport };
}

/** The tab that was moved is another one, and this has not been brought back yet. */
function isBeside({ strayed, beside, person: { home }, me }: AttendantView): boolean {
  return strayed === undefined && beside?.returned === false && home?.tab !== me.tab;
}

const lastFrames = ({ person, plan }: AttendantView, { epoch }: Run): readonly FrameId[] =>
  framesOf(lastPlaceIn(person, epoch), plan);

/** This page began after the end, and is the tab that was moved: only that makes home its own. */
function isNewlyHome({ person: { home }, me, endIsNear }: AttendantView, run: Run): boolean {
  return endIsNear && home?.tab === me.tab && home.epoch === run.epoch;
}

/** The tab in which home was noted may be slow, be loading again, or be refused everything, as this one was. */
function mayYetAct({ overMs, silentMs, sinceRefusedMs, endIsNear }: AttendantView): boolean {
  if (overMs === undefined) return endIsNear && silentMs < HOME_TAB_MS;
  return overMs < HOME_TAB_MS || (overMs < RESTORE_WITHIN_MS && sinceRefusedMs < HOME_TAB_MS);
}
