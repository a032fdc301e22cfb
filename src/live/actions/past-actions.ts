import { lastRun } from '../stage';
import type { PastActions } from '../past-view';
import { loadRecap } from '../jobs/load-recap';
import { removeEverything } from '../jobs/remove-everything';
import type { Desk } from './desk';

/** What a facilitator can do about what is over. */
export function pastActions(desk: Desk): PastActions {
  return {
    loadRecap: (round) => desk.attempt('recap', () => loadRecap(desk, round)),
    removeEverything: () => {
      const run = lastRun(desk.snapshot().run);
      if (run !== undefined && run.phase !== 'closed') return;
      desk.attempt('remove', () => removeEverything(desk));
    },
  };
}
