import type { Timers } from '../board/timers';
import { problemOf } from '../live/problem';
import { personEdits } from '../records/person';
import type { Held } from './held';

export interface OwnProblemDeps {
  readonly timers: Pick<Timers, 'now'>;
  readonly held: Pick<Held, 'person'>;
}

/**
 * [I11] What fails in this user's background, as every facilitator reads it: in the user's own record,
 * the newest only. It stands there as long as it is so: whoever notes something takes it back as soon as
 * it is not to be done any more, because it has been done, by whomever, or is not wanted.
 */
export class OwnProblem {
  readonly #deps: OwnProblemDeps;

  constructor(deps: OwnProblemDeps) {
    this.#deps = deps;
  }

  /** This step could not be done. That it fails again for the same reason is no news. */
  note(step: string, error: unknown): void {
    const { held, timers } = this.#deps;
    const problem = problemOf(error, timers.now());
    const known = held.person.value.problem;
    if (known?.step === step && known.problem.reason === problem.reason) return;
    held.person.edit(personEdits.set({ problem: { step, problem } }));
  }

  /**
   * Such a step is not to be done any more, neither here nor in another of this user's tabs, which
   * would only note it again.
   */
  settle(isOver: (step: string) => boolean): void {
    const { person } = this.#deps.held;
    const known = person.value.problem?.step;
    if (known !== undefined && isOver(known)) person.edit(personEdits.set({ problem: undefined }));
  }
}
