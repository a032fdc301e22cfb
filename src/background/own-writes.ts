import type { Timers } from '../board/timers';
import type { WriteFailure } from '../records/write-lane';
import { BoardError } from '../board/errors';
import { problemOf } from '../live/problem';
import { personEdits } from '../records/person';
import type { Conducting } from './conducting';
import type { Held } from './held';

/** How the step is called in the person record. */
const STEP = 'run';

export interface OwnWritesDeps {
  readonly timers: Timers;
  readonly held: Held;
  readonly conducting: Conducting;
}

/**
 * [I11] What the conductor has done is in the run; that the run cannot be written is not. It is
 * said in the conductor's own record, which facilitators read as well.
 */
export class OwnWrites {
  readonly #deps: OwnWritesDeps;

  constructor(deps: OwnWritesDeps) {
    this.#deps = deps;
  }

  evaluate(): void {
    const { held, conducting, timers } = this.#deps;
    if (!held.person.usable) return;
    const { run, beat } = held;
    // A beat has come through: what was refused before it need not wait any longer.
    if (run.failure?.fault === 'rate-limited-hour' && beat.failure === undefined) run.retry();
    const failure = conducting.conducting ? (run.failure ?? beat.failure) : undefined;
    const known = held.person.value.problem;
    if (failure === undefined) {
      if (known?.step === STEP) held.person.edit(personEdits.set({ problem: undefined }));
      return;
    }
    const problem = problemOf(errorOf(failure), timers.now());
    const same = known?.problem.reason === problem.reason && known.step === STEP;
    if (!same) held.person.edit(personEdits.set({ problem: { step: STEP, problem } }));
  }

  /** "Try again". */
  retry(): void {
    this.#deps.held.run.retry();
    this.#deps.held.beat.retry();
  }
}

const errorOf = ({ fault, detail }: WriteFailure): BoardError => new BoardError(fault, detail);
