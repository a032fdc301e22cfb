/**
 * [I11] What the conductor could not store of the run or its beat. It stands in the conductor's own
 * record, which every facilitator's screen reads: the run itself is what cannot be written.
 */
import { BoardError } from '../board/errors';
import type { Timers } from '../board/timers';
import { problemOf } from '../live/problem';
import { personEdits } from '../records/person';
import type { Conductor } from './conductor';
import type { Held } from './held';

const STEP = 'run';

export interface WriteFailuresDeps {
  readonly timers: Timers;
  readonly held: Held;
  readonly conductor: Conductor;
}

export class WriteFailures {
  readonly #deps: WriteFailuresDeps;

  constructor(deps: WriteFailuresDeps) {
    this.#deps = deps;
  }

  evaluate(): void {
    const { timers, held, conductor } = this.#deps;
    const failure = conductor.active ? (held.run.failure ?? held.beat.failure) : undefined;
    const known = held.person.value.problem;
    const shown = known?.step === STEP ? known.problem : undefined;
    if (failure === undefined) {
      if (shown !== undefined) held.person.edit(personEdits.set({ problem: undefined }));
      return;
    }
    const fault = new BoardError(failure.fault, failure.detail);
    const problem = problemOf(fault, timers.now());
    if (shown?.reason === problem.reason && shown.detail === problem.detail) return;
    held.person.edit(personEdits.set({ problem: { step: STEP, problem } }));
  }
}
