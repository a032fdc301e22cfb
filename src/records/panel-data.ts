/**
 * What a background hands to the panel in its window: in which that is, and all that was there before the panel.
 * How it is read stands apart (`read-panel-data.ts`): an idle background has no use for that code.
 */
import type { FrameId, TabId } from '../breakout/ids';
import type { Json } from '../breakout/json';

/** More than there may be rooms are of no use to anybody. */
export const MOST_SELECTED = 100;

/** @param selected frames that were selected when the icon was clicked */
export const panelData = (tab: TabId, selected: readonly FrameId[] = []): Json => ({
  tab,
  selected: selected.slice(0, MOST_SELECTED),
});
