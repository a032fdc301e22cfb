import type { Millis } from '../breakout/ids';
import type { Run } from '../breakout/run';

/** How long rooms were open; of a run that is not over, until it closes as far as that is known. */
export function lastedMs(run: Run): Millis {
  return Math.max(0, (run.closedAt ?? run.closesAt ?? run.openedAt) - run.openedAt);
}
