import { BoardError } from '../board/errors';
import type { Board } from '../board/port';
import type { Conducting } from './conducting';
import type { Held } from './held';
import type { LeadingTab } from './leading-tab';
import type { OwnProblem } from './own-problem';

/** How the step is called in the person record. */
const STEP = 'run';

export interface OwnWritesDeps {
  readonly board: Pick<Board, 'me'>;
  readonly held: Held;
  readonly conducting: Conducting;
  readonly lead: LeadingTab;
  readonly problem: OwnProblem;
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
    const { held, conducting, problem } = this.#deps;
    if (!held.person.usable) return;
    const { run, beat } = held;
    // A beat has come through: what was refused before it need not wait any longer.
    if (run.failure?.fault === 'rate-limited-hour' && beat.failure === undefined) run.retry();
    const failure = conducting.conducting ? (run.failure ?? beat.failure) : undefined;
    if (failure !== undefined) problem.note(STEP, new BoardError(failure.fault, failure.detail));
    else if (!this.#mayBeAnothers()) problem.settle((step) => step === STEP);
  }

  /** Another tab of this user may conduct, whose failure it is. */
  #mayBeAnothers(): boolean {
    const { board, held, conducting, lead } = this.#deps;
    if (conducting.conducting) return false;
    return !lead.leading || held.beat.value?.user === board.me.id;
  }

  /** "Try again". */
  retry(): void {
    this.#deps.held.run.retry();
    this.#deps.held.beat.retry();
  }
}
