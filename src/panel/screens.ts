/**
 * Which parts each screen of the panel is made of (`parts.ts`). They are loaded before it is shown,
 * and nothing else is: `e2e/run/check-size.js` weighs each screen by this table.
 */
import type { FacilitatorView, PanelView } from '../live/views';

/** A board without rooms is prepared by a screen of its own. */
export type Screen = PanelView['screen'] | 'first';

export const SCREENS = {
  loading: [],
  broken: [],
  unclaimed: ['Unclaimed'],
  first: ['Facilitator', 'First'],
  prepare: ['Facilitator', 'Prepare'],
  opening: ['Facilitator', 'Opening'],
  open: ['Facilitator', 'Open'],
  closing: ['Facilitator', 'Closing'],
  after: ['Facilitator', 'After'],
  waiting: ['Participant', 'Coming'],
  choosing: ['Participant', 'Choosing'],
  invited: ['Participant', 'Coming'],
  'in-room': ['Participant', 'InRoom'],
  'room-closing': ['Participant', 'Leaving'],
  ended: ['Participant', 'Leaving'],
} as const satisfies Record<Screen, readonly string[]>;

/** What is loaded along with a part: the view that its screens draw (`role-views.ts`). */
export const LOADED_WITH: Readonly<Partial<Record<string, string>>> = {
  Facilitator: 'facilitator-view',
  Participant: 'participant-view',
};

export function screenOf(view: FacilitatorView): FacilitatorView['screen'] | 'first';
export function screenOf(view: PanelView): Screen;
export function screenOf(view: PanelView): Screen {
  return view.screen === 'prepare' && view.rooms.length === 0 ? 'first' : view.screen;
}

/** F1 to F4: the screens that share a frame. */
export function isFacilitators(view: PanelView): view is FacilitatorView {
  const [part]: readonly string[] = SCREENS[view.screen];
  return part === 'Facilitator';
}
