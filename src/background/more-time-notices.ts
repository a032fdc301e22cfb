import type { BoardUser, UiPort } from '../board/port';
import type { Timers } from '../board/timers';
import type { Millis } from '../breakout/ids';
import { isFacilitator } from '../breakout/plan';
import type { Run } from '../breakout/run';
import type { Notices } from '../i18n/notices';
import { roomsAskingForMore } from '../breakout/more-time';
import type { Conducting } from './conducting';
import type { Held } from './held';
import type { LeadingTab } from './leading-tab';

/** Wishes that come within so long are one notification. */
const MERGE_MS: Millis = 10_000;
/** More rooms than were told are told again, at most this often. */
const AGAIN_AFTER_MS: Millis = 60_000;

export interface MoreTimeNoticesDeps {
  readonly board: { readonly me: Pick<BoardUser, 'id'>; readonly ui: Pick<UiPort, 'notify'> };
  readonly timers: Pick<Timers, 'after' | 'monotonic'>;
  readonly held: {
    readonly plan: Pick<Held['plan'], 'value'>;
    readonly people: Pick<Held['people'], 'known'>;
  };
  readonly conducting: Pick<Conducting, 'run'>;
  readonly lead: Pick<LeadingTab, 'leading'>;
  readonly notices: Notices;
}

/** [E4] Tells a facilitator, panel open or not, how many rooms would like more time. */
export class MoreTimeNotices {
  readonly #deps: MoreTimeNoticesDeps;
  /** What was asked about when it was last told: an extension begins anew. */
  #about = '';
  #told = 0;
  #toldAt = -Infinity;
  #waiting = false;

  constructor(deps: MoreTimeNoticesDeps) {
    this.#deps = deps;
  }

  evaluate(): void {
    if (this.#waiting || this.#news() === 0) return;
    const { timers } = this.#deps;
    this.#waiting = true;
    const sinceMs = timers.monotonic() - this.#toldAt;
    const again = this.#told > 0;
    timers.after(Math.max(MERGE_MS, again ? AGAIN_AFTER_MS - sinceMs : 0), () => {
      this.#waiting = false;
      this.#tell();
    });
  }

  #tell(): void {
    const { board, timers, notices } = this.#deps;
    const rooms = this.#news();
    if (rooms === 0) return;
    this.#told = rooms;
    this.#toldAt = timers.monotonic();
    void board.ui.notify(notices.moreTime(rooms)).catch(() => {
      // The panel shows the same.
    });
  }

  /** How many rooms ask, if it is more than were told; else 0. */
  #news(): number {
    const { held, conducting } = this.#deps;
    const run = conducting.run;
    if (run?.phase !== 'open' || !this.#facilitates()) return 0;
    this.#beginAnew(run);
    const people = held.people.known.values();
    const { size } = roomsAskingForMore(people, held.plan.value, run.epoch);
    return size > this.#told ? size : 0;
  }

  #beginAnew({ epoch }: Run): void {
    const about = `${String(epoch)} ${String(this.#deps.held.plan.value.wanted(epoch).length)}`;
    if (about === this.#about) return;
    this.#about = about;
    this.#told = 0;
  }

  #facilitates(): boolean {
    const { held, board, lead } = this.#deps;
    return lead.leading && isFacilitator(held.plan.value, board.me.id);
  }
}
