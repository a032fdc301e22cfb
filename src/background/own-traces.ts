/**
 * [J5] One's own record: the name is in it, so that others know who somebody is who has gone; where
 * only numbers are kept, that and whatever else tells of the breakout is removed when it is over.
 */
import type { Board } from '../board/port';
import { isForgotten, isNamed, traces } from '../breakout/traces';
import { personEdits } from '../records/person';
import type { Conducting } from './conducting';
import type { Held } from './held';

export interface OwnTracesDeps {
  readonly board: Pick<Board, 'me'>;
  readonly held: Held;
  readonly conducting: Conducting;
}

export class OwnTraces {
  readonly #deps: OwnTracesDeps;

  constructor(deps: OwnTracesDeps) {
    this.#deps = deps;
  }

  /** At the start: the name as Miro has it now. */
  begin(): void {
    const { board, held } = this.#deps;
    held.person.edit(personEdits.set({ here: true }));
    if (this.#mayBeNamed()) held.person.edit(personEdits.set({ name: board.me.name }));
  }

  evaluate(): void {
    const { board, held, conducting } = this.#deps;
    const { person, plan } = held;
    // A record that was wiped is not begun again for this.
    if (person.status !== 'ready' || !plan.usable) return;
    const { run } = conducting;
    if (isForgotten(run)) {
      person.edit(personEdits.set(traces(person.value, run.epoch, this.#isFacilitator())));
    }
    // Two tabs may know different names: neither corrects the other's.
    if (person.value.name === '' && this.#mayBeNamed()) {
      person.edit(personEdits.set({ name: board.me.name }));
    }
  }

  #mayBeNamed(): boolean {
    return !isForgotten(this.#deps.conducting.run) || this.#isFacilitator();
  }

  #isFacilitator(): boolean {
    const { board, held } = this.#deps;
    return isNamed(held.plan.value, board.me.id);
  }
}
