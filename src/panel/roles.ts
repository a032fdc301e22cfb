import type { FacilitatorView, PanelView } from '../live/views';

const SCREENS: ReadonlySet<string> = new Set<FacilitatorView['screen']>([
  'prepare',
  'opening',
  'open',
  'closing',
  'after',
]);

/** F1 to F4. */
export const isFacilitators = (view: PanelView): view is FacilitatorView =>
  SCREENS.has(view.screen);
