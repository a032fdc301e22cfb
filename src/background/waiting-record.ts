import type { Board } from '../board/port';
import type { Timers } from '../board/timers';
import { awaitedBy } from '../breakout/awaited';
import type { Epoch, Millis } from '../breakout/ids';
import type { Seats } from '../breakout/seats';
import type { Conducting } from './conducting';
import type { Held } from './held';

/** A conductor that has heard of it has answered by then; whoever has not has lost the push. */
const FIRST_MS: Millis = 15_000;
const LONGEST_MS: Millis = 60_000;

export interface WaitingRecordDeps {
  readonly board: { readonly me: Pick<Board['me'], 'id'> };
  readonly timers: Pick<Timers, 'monotonic'>;
  readonly held: {
    readonly plan: Pick<Held['plan'], 'usable' | 'value'>;
    readonly person: Pick<Held['person'], 'usable' | 'value' | 'saving' | 'reread' | 'storeAgain'>;
    seats(epoch: Epoch): { readonly usable: boolean; readonly value: Seats };
  };
  readonly conducting: Pick<Conducting, 'run'>;
}

/**
 * [M14] Of a crowd readers read only a few records again at a time. So whoever waits for an answer
 * has their own pushed once more, to every reader at once, ever more rarely until it has come.
 */
export class WaitingRecord {
  readonly #deps: WaitingRecordDeps;
  #awaited: string | undefined;
  #sinceAt: Millis = 0;
  #waitMs = FIRST_MS;

  constructor(deps: WaitingRecordDeps) {
    this.#deps = deps;
  }

  evaluate(): void {
    const now = this.#deps.timers.monotonic();
    const awaited = this.#awaits();
    if (awaited !== this.#awaited) {
      this.#awaited = awaited;
      this.#sinceAt = now;
      this.#waitMs = FIRST_MS;
    }
    if (awaited === undefined || now - this.#sinceAt < this.#waitMs) return;
    this.#sinceAt = now;
    this.#waitMs = Math.min(LONGEST_MS, this.#waitMs * 2);
    void this.#storeAgain();
  }

  #awaits(): string | undefined {
    const { board, held, conducting } = this.#deps;
    const { plan, person } = held;
    const { run } = conducting;
    if (run === undefined || !plan.usable || !person.usable) return undefined;
    const seats = held.seats(run.epoch);
    // What has not been stored yet is going to be pushed.
    if (!seats.usable || person.saving.state !== 'saved') return undefined;
    const view = { plan: plan.value, seats: seats.value, run };
    return awaitedBy(view, board.me.id, person.value);
  }

  /** Read first: a panel of ours may have written what has not reached us, and be closed by now. */
  async #storeAgain(): Promise<void> {
    const { person } = this.#deps.held;
    try {
      await person.reread();
      person.storeAgain();
    } catch {
      // Storage that does not answer now is asked again in the next turn.
    }
  }
}
