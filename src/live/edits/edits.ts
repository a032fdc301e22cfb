import type { Epoch } from '../../breakout/ids';
import type { Changes } from '../../records/merge';

/**
 * What one action changes, per record. Made by pure functions from a snapshot, so that what a
 * button does can be tested without a board; applied, and undone, in one place.
 */
export interface Edits {
  readonly plan?: Changes;
  readonly seats?: { readonly epoch: Epoch; readonly changes: Changes };
  /** Set-ups kept on this board. */
  readonly setups?: Changes;
  /** Of one's own record: nobody ever edits another's. */
  readonly person?: Changes;
}

/** Nothing to do: the situation has changed since the button was drawn. */
export const noEdits: Edits = {};
