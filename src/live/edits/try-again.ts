import { planEdits } from '../../records/plan-edits';
import type { Snapshot } from '../snapshot';
import { noEdits, type Edits } from './edits';

/** [I11] Has every background try at once what it has put off; nothing, if nothing was put off. */
export function tryAgain({ plan, run, people }: Snapshot): Edits {
  const failed =
    (run?.failures.length ?? 0) > 0 ||
    [...(run?.rooms.values() ?? [])].some(({ problem }) => problem !== undefined) ||
    [...people.values()].some(({ problem }) => problem !== undefined);
  return failed ? { plan: planEdits.tryAgain(plan) } : noEdits;
}
