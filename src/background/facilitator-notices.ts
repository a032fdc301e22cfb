import type { BoardUser, UiPort } from '../board/port';
import type { Timers } from '../board/timers';
import { isOpenCall, verdictOn } from '../breakout/help';
import type { Epoch, Millis, RoomId, UserId } from '../breakout/ids';
import { isFacilitator } from '../breakout/plan';
import { answerIn, placeIn } from '../breakout/question';
import { guestPlace, type Run } from '../breakout/run';
import type { Seats } from '../breakout/seats';
import type { Notices } from '../i18n/notices';
import type { Conducting } from './conducting';
import type { HeardBeats } from './heard-beats';
import type { Held } from './held';
import type { LeadingTab } from './leading-tab';

/** Calls and counts that come within so long are one notification. */
const MERGE_MS: Millis = 10_000;
/** "I'm ready" is told at most this often. */
const READY_EVERY_MS: Millis = 60_000;
/** People who are not in a room by then are mentioned, once. */
const STUCK_AFTER_MS: Millis = 60_000;

export interface FacilitatorNoticesDeps {
  readonly board: { readonly me: Pick<BoardUser, 'id'>; readonly ui: Pick<UiPort, 'notify'> };
  readonly timers: Pick<Timers, 'after' | 'monotonic'>;
  readonly held: Pick<Held, 'online'> & {
    readonly plan: Pick<Held['plan'], 'value'>;
    readonly people: Pick<Held['people'], 'known' | 'settled'>;
    seats(epoch: Epoch): { readonly value: Seats };
  };
  readonly conducting: Pick<Conducting, 'run'>;
  readonly heard: Pick<HeardBeats, 'conductorNow'>;
  readonly lead: Pick<LeadingTab, 'leading'>;
  readonly notices: Notices;
}

interface Call {
  readonly key: string;
  readonly room: RoomId;
}

/** What a facilitator is told with the panel closed, too: merged, counted, never one per person. */
export class FacilitatorNotices {
  readonly #deps: FacilitatorNoticesDeps;
  readonly #told = new Set<string>();
  readonly #ready = new Set<UserId>();
  /** Whose arrivals have been looked at from here. */
  #watched: Epoch | undefined;
  #readyToldAt = -Infinity;
  #readyWaiting = false;
  #helpToldAt = -Infinity;
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
    return lead.leading && isFacilitator(held.plan.value, board.me.id);
  }

  /** The first call at once; what comes soon after it together. */
  #help(run: Run): void {
    const waiting = this.#unanswered(run);
    if (waiting.every(({ key }) => this.#told.has(key))) return;
    const { timers } = this.#deps;
    const waitMs = this.#helpToldAt + MERGE_MS - timers.monotonic();
    if (waitMs <= 0) this.#tellCalls(waiting);
    else if (!this.#helpWaiting) {
      this.#helpWaiting = true;
      timers.after(waitMs, () => {
        this.#helpWaiting = false;
        this.evaluate();
      });
    }
  }

  /** A second call from a room that waits already is not news: they are on the way, or will be. */
  #tellCalls(calls: readonly Call[]): void {
    const { held, timers, notices } = this.#deps;
    const known = roomsOf(calls.filter(({ key }) => this.#told.has(key)));
    const rooms = roomsOf(calls);
    const fresh = [...rooms].filter((room) => !known.has(room));
    for (const { key } of calls) this.#told.add(key);
    const [first] = fresh;
    if (first === undefined) return;
    this.#helpToldAt = timers.monotonic();
    const name = held.plan.value.rooms.find(({ id }) => id === first)?.name ?? '';
    this.#tell(
      fresh.length === 1 ? notices.asksForHelp(name) : notices.roomsAskForHelp(rooms.size),
    );
  }

  #unanswered(run: Run): readonly Call[] {
    const { held } = this.#deps;
    const verdicts = held.plan.value.wanted(run.epoch).help;
    return [...held.people.known].flatMap(([user, { help }]) => {
      if (!isOpenCall(help, run.epoch)) return [];
      const key = `help ${user} ${String(help.epoch)} ${String(help.call)}`;
      return verdictOn(help, verdicts.get(user)) ? [] : [{ key, room: help.room }];
    });
  }

  /**
   * Once: everyone is in. Once: so many are not, a minute after the opening. Not before everybody's
   * record has come; and whoever begins to look later, after a reload or in another's stead, is not
   * told what stands already.
   */
  #arrivals(run: Run): void {
    const { held, heard, notices } = this.#deps;
    if (!held.people.settled) return;
    const seated = [...held.seats(run.epoch).value.keys()].filter((user) => held.online.has(user));
    const outside = seated.filter((user) => !this.#isIn(user, run));
    const [allIn, stuck] = [`in ${String(run.epoch)}`, `stuck ${String(run.epoch)}`];
    const isLate = heard.conductorNow() - run.openedAt >= STUCK_AFTER_MS;
    if (this.#watched !== run.epoch && isLate) {
      this.#told.add(stuck);
      if (outside.length === 0) this.#told.add(allIn);
    }
    this.#watched = run.epoch;
    if (seated.length === 0) return;
    if (outside.length === 0) this.#once(allIn, () => notices.everyoneIn());
    const undecided = outside.filter((user) => {
      const answer = answerIn(held.people.known.get(user), run.epoch);
      return answer === undefined || answer.kind === 'yes';
    });
    if (undecided.length > 0 && isLate) {
      this.#once(stuck, () => notices.notInYet(undecided.length));
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

const roomsOf = (calls: readonly Call[]): ReadonlySet<RoomId> =>
  new Set(calls.map(({ room }) => room));
