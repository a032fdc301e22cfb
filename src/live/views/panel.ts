import type { FacilitatorView, UnclaimedView } from './facilitator-screens';
import type { ParticipantView } from './participant-screens';

/** The one thing a panel shows at a moment. */
export type PanelView =
  | { readonly screen: 'loading' }
  | { readonly screen: 'broken'; readonly newer: boolean; readonly detail: string }
  | UnclaimedView
  | FacilitatorView
  | ParticipantView;
