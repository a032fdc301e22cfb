import type { Board } from '../board/port';
import type { Timers } from '../board/timers';
import { straysOf } from '../breakout/session-steps';
import type { Millis, SessionId } from '../breakout/ids';
import type { Plan } from '../breakout/plan';
import type { Run } from '../breakout/run';
import { readTag } from '../breakout/session-tag';
import { BackOff } from './back-off';
import type { Conducting } from './conducting';
import type { LeadingTab } from './leading-tab';
import type { OwnRun } from './own-run';

/** How often is looked for doubles while rooms are open. */
const LOOK_MS: Millis = 15_000;
/** So long a tab that does not lead leaves it to the one that does, which may have gone. */
const OTHERS_MS: Millis = 10_000;

export interface OwnSessionsDeps {
  readonly board: Pick<Board, 'me' | 'sessions'>;
  readonly timers: Timers;
  readonly held: { readonly plan: { readonly value: Plan } };
  readonly conducting: Pick<Conducting, 'run'>;
  readonly ownRun: Pick<OwnRun, 'active'>;
  readonly lead: Pick<LeadingTab, 'leading'>;
  readonly wake: () => void;
}

/**
 * [R3] Perhaps only its starter may end a session. So whoever started some and no longer conducts
 * ends them when the breakout does, and doubles before: the conductor may not be able to.
 */
export class OwnSessions {
  readonly #deps: OwnSessionsDeps;
  readonly #backOff = new BackOff();
  #cleanedEpoch = -1;
  /** The epoch that was seen to be over, and since when; on the monotonic clock. */
  #over: { readonly epoch: number; readonly sinceAt: Millis } | undefined;
  #lookedAt: Millis = -Infinity;
  /** What belonged to no room at the last look. */
  #strays: readonly SessionId[] = [];

  constructor(deps: OwnSessionsDeps) {
    this.#deps = deps;
  }

  /** "Try again", pressed by a facilitator. */
  retry(): void {
    this.#backOff.reset();
  }

  evaluate(): void {
    const { conducting, ownRun, lead } = this.#deps;
    const run = conducting.run;
    if (run === undefined || ownRun.active) return;
    if (run.phase === 'open' && lead.leading) this.#lookForDoubles(run);
    const over = run.phase === 'ending' || run.phase === 'closed';
    if (over && (lead.leading || this.#isLeftToUs(run))) this.#cleanUp(run);
  }

  /** Who leads for our user is known from a record, whose last push may have come too late. */
  #isLeftToUs({ epoch }: Run): boolean {
    const { timers, wake } = this.#deps;
    const now = timers.monotonic();
    if (this.#over?.epoch !== epoch) {
      this.#over = { epoch, sinceAt: now };
      timers.after(OTHERS_MS, wake);
    }
    return now >= this.#over.sinceAt + OTHERS_MS;
  }

  #lookForDoubles(run: Run): void {
    const now = this.#deps.timers.monotonic();
    if (now - this.#lookedAt < LOOK_MS) return;
    this.#lookedAt = now;
    void this.#endDoubles(run);
  }

  /** Of what belongs to no room now and did not at the last look: our copy of the run may be late. */
  async #endDoubles(run: Run): Promise<void> {
    const { board, held } = this.#deps;
    try {
      const sessions = await board.sessions.list();
      const strays = straysOf(board.me.id, sessions, { run, plan: held.plan.value });
      const doubles = strays.filter((id) => this.#strays.includes(id));
      this.#strays = strays;
      await Promise.all(doubles.map((id) => board.sessions.end(id)));
    } catch {
      // The next look may do it; a double is in nobody's way.
    }
  }

  #cleanUp(run: Run): void {
    const { timers, wake } = this.#deps;
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
