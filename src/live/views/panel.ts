import type { FacilitatorView, UnclaimedView } from './facilitator-screens';
import type { ParticipantView } from './participant-screens';

/** There is nothing to go on with. */
export interface BrokenView {
  readonly screen: 'broken';
  readonly newer: boolean;
  readonly detail: string;
  /** The record that a press of a button may mend; others must wait for somebody who may. */
  readonly mends?: string;
}

/** The one thing a panel shows at a moment. */
export type PanelView =
  { readonly screen: 'loading' } | BrokenView | UnclaimedView | FacilitatorView | ParticipantView;
