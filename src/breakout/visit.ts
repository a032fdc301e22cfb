/**
 * [V9] A facilitator's visit to a room: all windows of theirs that it has moved come back from it. Of which of
 * them that is so, and where each looked before, is in their record. Pure.
 */
import type { RoomId, TabId } from './ids';
import type { Viewport } from './person';

/** A window that a visit has moved. */
export interface VisitingTab {
  readonly tab: TabId;
  /** Where it looked before. */
  readonly from: Viewport;
}

export interface Visit {
  /** Which was gone to last. */
  readonly room: RoomId;
  /** Where the window looked before that was moved last. */
  readonly from: Viewport;
  /** The one that was moved last comes last. Older records lack it. */
  readonly tabs?: readonly VisitingTab[] | undefined;
}

/** More windows of one board nobody has; the first ones are left where they are. */
export const MOST_VISITING = 12;

/** Where this tab looked before; `undefined`: the visit has not moved it, as far as the record says. */
export function ownWayBack(visit: Visit | undefined, tab: TabId | undefined): Viewport | undefined {
  // Whoever does not know which window is theirs, or was moved, has one.
  if (visit?.tabs === undefined || tab === undefined) return visit?.from;
  return visit.tabs.find((each) => each.tab === tab)?.from;
}

/** The visit goes on, or begins, with this tab among those that it has moved. */
export function withTab(
  { room, from }: Visit,
  tab: TabId | undefined,
  before: Visit | undefined,
): Visit {
  if (tab === undefined) return { room, from };
  const others = (before?.tabs ?? []).filter((each) => each.tab !== tab);
  return { room, from, tabs: [...others, { tab, from }].slice(-MOST_VISITING) };
}
