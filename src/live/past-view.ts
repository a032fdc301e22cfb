/** What a facilitator's screen knows of breakouts that are over, and of what is stored about them. */
import type { Epoch } from '../breakout/ids';
import type { Recap } from '../breakout/recap';

export type RecapState =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly recap: Recap }
  /** Nothing was noted, or it has been removed. */
  | { readonly state: 'none' }
  | { readonly state: 'failed' };

export interface PastView {
  /** Breakouts of which something was noted, by number; the last one is always among them. */
  readonly rounds: readonly Epoch[];
  /** Those that have been asked for (`actions.loadRecap`). */
  readonly recaps: ReadonlyMap<Epoch, RecapState>;
  /** Everything that this app has stored is being removed. */
  readonly removing: { readonly done: number; readonly of: number } | undefined;
}

export const nothingPast: PastView = { rounds: [], recaps: new Map(), removing: undefined };

export interface PastActions {
  /** Reads who was where; again, if it is known already. */
  loadRecap(round: Epoch): void;
  /** All that this app has stored on the board, for good. Not while rooms are open. */
  removeEverything(): void;
}
