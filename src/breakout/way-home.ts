/**
 * [A7] What one tab knows of its own way back, in the epoch in which it learned it: of another epoch's
 * nothing counts. Home, which all tabs of a user share, is in their record. Pure.
 */
import type { Epoch, FrameId, TabId } from './ids';
import type { Home, Viewport } from './person';

/** A view that was left, or may be. */
export interface WayBack {
  readonly to: Viewport;
  /** It has been brought back already. */
  readonly returned: boolean;
}

/** A frame to which a tab was to be moved and was not. */
export interface Unshown {
  readonly frame: FrameId;
  /** Where the tab looked then; `undefined`: not known. */
  readonly from: Viewport | undefined;
}

export interface WayHome {
  readonly epoch: Epoch;
  /** Where this tab looked when home was noted in it, or what it has taken over as its own home. */
  readonly noted: Viewport | undefined;
  /** Out of a view that is not the home in the record. */
  readonly strayed: WayBack | undefined;
  /** Where this tab looked when it first knew that another one had been moved. */
  readonly beside: WayBack | undefined;
  /** This tab was moved to a frame, and has not been brought back since. */
  readonly away: boolean;
  /** Where it should look now, and what it looks at instead. */
  readonly unshown: Unshown | undefined;
}

const NONE: Omit<WayHome, 'epoch'> = {
  noted: undefined,
  strayed: undefined,
  beside: undefined,
  away: false,
  unshown: undefined,
};

export const wayIn = (way: WayHome | undefined, epoch: Epoch): WayHome =>
  way?.epoch === epoch ? way : { epoch, ...NONE };

/** Home is noted in this tab. */
export const homeNoted = (way: WayHome, noted: Viewport): WayHome => ({ ...way, noted });

/** This tab is the one that was moved, reloaded. */
export const homeTakenOver = (way: WayHome, { viewport }: Home): WayHome => ({
  ...way,
  noted: viewport,
  away: true,
});

/** Another tab has been moved; this one looks there. */
export const stoodBeside = (way: WayHome, to: Viewport): WayHome => ({
  ...way,
  beside: { to, returned: false },
});

/** This tab, in which home was not noted, is about to be moved out of this view: the first one is kept. */
export const strayed = (way: WayHome, to: Viewport): WayHome =>
  way.strayed?.returned === false ? way : { ...way, strayed: { to, returned: false } };

/**
 * Another tab, which did not know that somebody was in a room, may have noted its own view for ours; or it has
 * taken us for gone, and home for its own, when we were behind it and slow to see the end.
 */
export function othersHeeded(way: WayHome, home: Home | undefined, tab: TabId): WayHome {
  const isOthers = home?.epoch === way.epoch && home.tab !== tab;
  const isGone = home === undefined && way.away;
  if (way.noted === undefined || !(isOthers || isGone)) return way;
  return { ...way, noted: undefined, strayed: { to: way.noted, returned: false } };
}

/** This tab has been moved to a frame. */
export const wentAway = (way: WayHome): WayHome => ({ ...way, away: true, unshown: undefined });

/** This tab should have been moved to a frame, and could not be; or its user wants to look elsewhere. */
export const notShown = (way: WayHome, unshown: Unshown | undefined): WayHome => ({
  ...way,
  unshown,
});

/** The view has been brought back. */
export const cameBack = (way: WayHome): WayHome => ({ ...way, away: false, unshown: undefined });

/** It counts as brought back, or not after all. */
export const strayReturned = (way: WayHome, returned: boolean): WayHome =>
  way.strayed === undefined ? way : { ...way, strayed: { ...way.strayed, returned } };

export const besideReturned = (way: WayHome): WayHome =>
  way.beside === undefined ? way : { ...way, beside: { ...way.beside, returned: true } };

/**
 * From where this tab was moved, in whichever epoch, and to where it has not been brought back; or where it looked
 * before its user went to a frame in it by hand.
 */
export function wayNotGone({ strayed, away, noted, beside }: WayHome): Viewport | undefined {
  if (strayed?.returned === false) return strayed.to;
  if (away) return noted;
  return beside?.returned === false ? beside.to : undefined;
}
