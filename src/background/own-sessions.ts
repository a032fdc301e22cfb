import type { Board } from '../board/port';
import type { Timers } from '../board/timers';
import { readTag } from '../breakout/session-tag';
import { BackOff } from './back-off';
import type { Conducting } from './conducting';
import type { Conductor } from './conductor';
import type { LeadingTab } from './leading-tab';

export interface OwnSessionsDeps {
  readonly board: Board;
  readonly timers: Timers;
  readonly conducting: Conducting;
  readonly conductor: Conductor;
  readonly lead: LeadingTab;
  readonly wake: () => void;
}

/**
 * [R3] Perhaps only its starter may end a session. So whoever started some and no longer conducts
 * ends them when the breakout does: the conductor may not be able to.
 */
export class OwnSessions {
  readonly #deps: OwnSessionsDeps;
  readonly #backOff = new BackOff();
  #cleanedEpoch = -1;

  constructor(deps: OwnSessionsDeps) {
    this.#deps = deps;
  }

  /** "Try again", pressed by a facilitator. */
  retry(): void {
    this.#backOff.reset();
  }

  evaluate(): void {
    const { conducting, conductor, lead, timers, wake } = this.#deps;
    const run = conducting.run;
    const over = run?.phase === 'ending' || run?.phase === 'closed';
    if (!over || conductor.active || !lead.leading) return;
    if (run.epoch === this.#cleanedEpoch) return;
    const key = `clean ${String(run.epoch)}`;
    if (!this.#backOff.mayTry(key, timers.monotonic())) return;
    this.#backOff.begin(key);
    void this.#clean(run.epoch).then((clean) => {
      if (clean) {
        this.#backOff.succeeded(key);
        if (run.phase === 'closed') this.#cleanedEpoch = run.epoch;
      } else {
        this.#backOff.failed(key, timers.monotonic());
        // Nothing else may happen any more that would have us look again.
        const againAt = this.#backOff.nextAt() ?? timers.monotonic();
        timers.after(Math.max(0, againAt - timers.monotonic()), wake);
      }
      wake();
    });
  }

  /** False: something of ours is left and may be tried again. */
  async #clean(epoch: number): Promise<boolean> {
    const { board } = this.#deps;
    try {
      const sessions = await board.sessions.list();
      const ours = sessions.filter(({ starter, description }) => {
        const tag = readTag(description);
        return starter === board.me.id && tag !== undefined && tag.epoch <= epoch;
      });
      await Promise.all(ours.map(({ id }) => board.sessions.end(id)));
      return true;
    } catch {
      // Somebody else may have ended one meanwhile: the next look tells.
      return false;
    }
  }
}
