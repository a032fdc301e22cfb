/**
 * [C8] Notes since when no facilitator is on the board, for this user's panel: it is closed most of
 * the time, and would count from when it is opened.
 */
import type { Timers } from '../board/timers';
import type { BoardUser } from '../board/port';
import type { Millis } from '../breakout/ids';
import { personEdits } from '../records/person';
import type { Conducting } from './conducting';
import type { Held } from './held';
import type { LeadingTab } from './leading-tab';

/** Whoever reloads is away for a moment: nobody has to write anything down. */
const NOTED_AFTER_MS: Millis = 30_000;

export interface AbsenceDeps {
  readonly board: { readonly me: Pick<BoardUser, 'id'> };
  readonly timers: Timers;
  readonly held: Held;
  readonly conducting: Conducting;
  readonly lead: LeadingTab;
}

export class Absence {
  readonly #deps: AbsenceDeps;
  /** By the clock that runs evenly, and by the one that the panel reads as well. */
  #since: { readonly monotonic: Millis; readonly at: Millis } | undefined;

  constructor(deps: AbsenceDeps) {
    this.#deps = deps;
  }

  evaluate(): void {
    const { held, lead, timers } = this.#deps;
    if (!held.plan.usable || !held.person.usable || !held.onlineKnown) return;
    if (!this.#isUnattended()) {
      this.#since = undefined;
      if (held.person.value.unattended !== undefined && lead.leading) this.#note(undefined);
      return;
    }
    this.#since ??= { monotonic: timers.monotonic(), at: timers.now() };
    const lastedMs = timers.monotonic() - this.#since.monotonic;
    const noted = held.person.value.unattended !== undefined;
    if (!noted && lead.leading && lastedMs >= NOTED_AFTER_MS) this.#note(this.#since.at);
  }

  #isUnattended(): boolean {
    const { held, conducting } = this.#deps;
    const phase = conducting.run?.phase;
    if (phase !== 'open' && phase !== 'closing') return false;
    return !held.plan.value.facilitators.some(({ user }) => held.online.has(user));
  }

  #note(unattended: Millis | undefined): void {
    this.#deps.held.person.edit(personEdits.set({ unattended }));
  }
}
