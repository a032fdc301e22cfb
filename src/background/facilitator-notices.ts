import type { Board } from '../board/port';
import type { Timers } from '../board/timers';
import type { Millis, RoomId, UserId } from '../breakout/ids';
import { answerIn, placeIn } from '../breakout/question';
import { guestPlace, type Run } from '../breakout/run';
import type { Notices } from '../i18n/notices';
import type { Conducting } from './conducting';
import type { Held } from './held';
import type { LeadingTab } from './leading-tab';

/** Calls and counts that come within so long are one notification. */
const MERGE_MS: Millis = 2_000;
/** "I'm ready" is told at most this often. */
const READY_EVERY_MS: Millis = 60_000;
/** People who are not in a room by then are mentioned, once. */
const STUCK_AFTER_MS: Millis = 60_000;

export interface FacilitatorNoticesDeps {
  readonly board: Board;
  readonly timers: Timers;
  readonly held: Held;
  readonly conducting: Conducting;
  readonly lead: LeadingTab;
  readonly notices: Notices;
  readonly wake: () => void;
}

/** What a facilitator is told with the panel closed, too: merged, counted, never one per person. */
export class FacilitatorNotices {
  readonly #deps: FacilitatorNoticesDeps;
  readonly #told = new Set<string>();
  readonly #ready = new Set<UserId>();
  #readyToldAt = -Infinity;
  #readyWaiting = false;
  #helpWaiting = false;

  constructor(deps: FacilitatorNoticesDeps) {
    this.#deps = deps;
  }

  /** Somebody said "I'm ready" (an event: a hint only, the count is in the records). */
  nudged(user: UserId): void {
    if (!this.#facilitates()) return;
    this.#ready.add(user);
    if (this.#readyWaiting) return;
    this.#readyWaiting = true;
    const { timers, notices } = this.#deps;
    const waitMs = Math.max(MERGE_MS, this.#readyToldAt + READY_EVERY_MS - timers.monotonic());
    timers.after(waitMs, () => {
      this.#readyWaiting = false;
      this.#readyToldAt = timers.monotonic();
      if (this.#ready.size > 0) this.#tell(notices.readyCount(this.#ready.size));
      this.#ready.clear();
    });
  }

  evaluate(): void {
    const { conducting } = this.#deps;
    const run = conducting.run;
    if (run === undefined || run.phase === 'opening' || !this.#facilitates()) return;
    if (run.phase === 'open') {
      this.#help(run);
      this.#arrivals(run);
    }
    this.#rooms(run);
  }

  #facilitates(): boolean {
    const { held, board, lead } = this.#deps;
    return lead.leading && held.plan.value.facilitators.some(({ user }) => user === board.me.id);
  }

  #help(run: Run): void {
    if (this.#helpWaiting || this.#newCalls(run).length === 0) return;
    this.#helpWaiting = true;
    this.#deps.timers.after(MERGE_MS, () => {
      this.#helpWaiting = false;
      const current = this.#deps.conducting.run;
      if (current?.epoch === run.epoch) this.#tellCalls(current);
    });
  }

  #tellCalls(run: Run): void {
    const { held, notices } = this.#deps;
    const calls = this.#newCalls(run);
    for (const { key } of calls) this.#told.add(key);
    const rooms = [...new Set(calls.map(({ room }) => room))];
    const [first] = rooms;
    if (first === undefined) return;
    const name = held.plan.value.rooms.find(({ id }) => id === first)?.name ?? '';
    this.#tell(
      rooms.length === 1 ? notices.asksForHelp(name) : notices.roomsAskForHelp(rooms.length),
    );
  }

  #newCalls(run: Run): readonly { readonly key: string; readonly room: RoomId }[] {
    const { held } = this.#deps;
    const verdicts = held.plan.value.wanted(run.epoch).help;
    return [...held.people.known].flatMap(([user, { help }]) => {
      if (help?.epoch !== run.epoch || !help.open) return [];
      const key = `help ${user} ${String(help.epoch)} ${String(help.call)}`;
      const answered = verdicts.get(user)?.call === help.call;
      return answered || this.#told.has(key) ? [] : [{ key, room: help.room }];
    });
  }

  /** Once: everyone is in. Once: so many are not, a minute after the opening. */
  #arrivals(run: Run): void {
    const { held, conducting, notices } = this.#deps;
    const seated = [...held.seats(run.epoch).value.keys()].filter((user) => held.online.has(user));
    if (seated.length === 0) return;
    const outside = seated.filter((user) => !this.#isIn(user, run));
    if (outside.length === 0) this.#once(`in ${String(run.epoch)}`, () => notices.everyoneIn());
    const undecided = outside.filter((user) => {
      const answer = answerIn(held.people.known.get(user), run.epoch);
      return answer === undefined || answer.kind === 'yes';
    });
    if (undecided.length > 0 && conducting.conductorNow() - run.openedAt >= STUCK_AFTER_MS) {
      this.#once(`stuck ${String(run.epoch)}`, () => notices.notInYet(undecided.length));
    }
  }

  #isIn(user: UserId, run: Run): boolean {
    return (
      placeIn(this.#deps.held.people.known.get(user), run.epoch) !== undefined ||
      guestPlace(run.guests.get(user)) !== undefined
    );
  }

  /** One per cause: with the sessions taken by another app all rooms fail alike. */
  #rooms(run: Run): void {
    const { held, notices } = this.#deps;
    for (const [room, { problem }] of run.rooms) {
      if (problem === undefined) continue;
      const name = held.plan.value.rooms.find(({ id }) => id === room)?.name ?? '';
      this.#once(`room ${String(run.epoch)} ${problem.reason}`, () => notices.couldNotOpen(name));
    }
  }

  #once(key: string, text: () => string): void {
    if (this.#told.has(key)) return;
    this.#told.add(key);
    this.#tell(text());
  }

  #tell(text: string): void {
    void this.#deps.board.ui.notify(text).catch(() => {
      // The panel shows the same.
    });
  }
}
