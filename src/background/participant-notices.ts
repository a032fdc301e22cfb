import type { BoardUser, UiPort } from '../board/port';
import type { Timers } from '../board/timers';
import { remainingMs } from '../breakout/countdown';
import type { Millis } from '../breakout/ids';
import type { ChoiceQuestion, Question } from '../breakout/person';
import { placeIn } from '../breakout/question';
import type { Run } from '../breakout/run';
import type { Notices } from '../i18n/notices';
import type { Conducting } from './conducting';
import type { HeardBeats } from './heard-beats';
import type { Held } from './held';
import type { LeadingTab } from './leading-tab';
import type { Tellings } from './tellings';

/** Minutes before the end at which people in rooms are told. */
const WARN_AT_MINUTES = [5, 1] as const;
/** A warning that comes later than this is not given: it would say a wrong number. */
const WARN_WITHIN_MS: Millis = 15_000;
/** So much is told in one breakout without a facilitator's doing, and no more. */
const MOST_UNASKED = 4;

export interface ParticipantNoticesDeps {
  readonly board: { readonly me: Pick<BoardUser, 'id'>; readonly ui: Pick<UiPort, 'notify'> };
  readonly timers: Pick<Timers, 'now'>;
  readonly held: {
    readonly plan: Pick<Held['plan'], 'value'>;
    readonly person: Held['person'];
  };
  readonly conducting: Pick<Conducting, 'run'>;
  readonly heard: Pick<HeardBeats, 'conductorNow' | 'localTime'>;
  readonly lead: Pick<LeadingTab, 'leading'>;
  readonly notices: Notices;
  readonly tellings: Pick<Tellings, 'add'>;
}

/** What a participant is told by Miro's notifications: few, short, each at most once. */
export class ParticipantNotices {
  readonly #deps: ParticipantNoticesDeps;
  readonly #told = new Set<string>();
  #before: Run | undefined;
  #unasked = 0;

  constructor(deps: ParticipantNoticesDeps) {
    this.#deps = deps;
  }

  arrived(question: Question): void {
    const { conducting, heard, notices } = this.#deps;
    const endsAt = conducting.run?.deadlineAt;
    const until = endsAt === undefined ? undefined : heard.localTime(endsAt);
    this.#unasked += 1;
    this.#tell(notices.joined(this.#roomName(question), until));
  }

  /** "Not now", ✖ or a window in the way: where to find the question again. */
  wayBack(question: Question): void {
    this.#unasked += 1;
    this.#tell(this.#deps.notices.isOpen(this.#roomName(question)));
  }

  /** As `wayBack`, but tried again every few seconds and so said once. */
  blocked(question: Question): void {
    const key = `blocked ${String(question.epoch)} ${question.room} ${String(question.ask)}`;
    this.#once(key, () => this.wayBack(question));
  }

  /** As `wayBack`, where rooms are chosen. */
  wayBackToRooms(): void {
    this.#unasked += 1;
    this.#tell(this.#deps.notices.roomsAreOpen());
  }

  /** As `blocked`, where rooms are chosen. */
  blockedChoice({ epoch, ask }: ChoiceQuestion): void {
    this.#once(`blocked ${String(epoch)} rooms ${String(ask)}`, () => this.wayBackToRooms());
  }

  /** Of all that is told it can be missed best: the view has come back, and the panel greets. */
  back(): void {
    if (this.#unasked < MOST_UNASKED) this.#tell(this.#deps.notices.welcomeBack());
  }

  /** Told by what has changed since the last look: time, pause, closing, answers to a call for help. */
  evaluate(): void {
    const { conducting, held, lead } = this.#deps;
    const run = conducting.run;
    const before = this.#before;
    this.#before = run;
    if (before?.epoch !== run?.epoch) this.#unasked = 0;
    if (run === undefined || !lead.leading || !held.person.usable) return;
    const place = placeIn(held.person.value, run.epoch);
    if (place === undefined) return;
    this.#warn(run, place);
    if (before?.epoch === run.epoch) this.#changes(before, run);
    this.#help(run);
  }

  /** The next moment at which a warning is due, on the local clock. */
  nextAt(): Millis | undefined {
    const { conducting, heard, timers } = this.#deps;
    const endsAt = conducting.run?.deadlineAt;
    if (endsAt === undefined) return undefined;
    const now = timers.now();
    return WARN_AT_MINUTES.map((minutes) => heard.localTime(endsAt) - minutes * 60_000).find(
      (at) => at > now,
    );
  }

  #warn(run: Run, place: Question): void {
    const { heard, notices } = this.#deps;
    const left = run.phase === 'open' ? remainingMs(run, heard.conductorNow()) : undefined;
    if (left === undefined || run.paused || run.length === 'none') return;
    for (const minutes of WARN_AT_MINUTES) {
      const dueMs = minutes * 60_000;
      if (left > dueMs || left < dueMs - WARN_WITHIN_MS || run.length <= dueMs) continue;
      this.#once(`warn ${String(run.epoch)} ${String(minutes)} ${String(run.deadlineAt)}`, () => {
        this.#unasked += 1;
        this.#say(notices.minutesLeft(minutes, this.#roomName(place)), run, 'more-time');
      });
    }
  }

  #changes(before: Run, run: Run): void {
    const { notices, held, heard } = this.#deps;
    const { phase, changedBy: by = '' } = held.plan.value.wanted(run.epoch);
    if (run.phase === 'closing' && before.phase === 'open' && run.closesAt !== undefined) {
      const seconds = Math.round((run.closesAt - heard.conductorNow()) / 1_000);
      if (phase === 'open') this.#unasked += 1;
      if (seconds > 0) this.#say(notices.closesIn(seconds), run);
    }
    if (run.paused && !before.paused) this.#say(notices.paused(by), run);
    if (!run.paused && before.paused) this.#say(notices.resumed(by), run);
    if (run.phase !== 'open') return;
    const until = run.deadlineAt === undefined ? undefined : heard.localTime(run.deadlineAt);
    const newEnd = this.#newEnd(before, run, until);
    if (newEnd !== undefined) this.#say(newEnd, run);
    // Whoever has read that the rooms close would go on packing up; a new end says it as well.
    else if (before.phase === 'closing') this.#say(notices.stayOpen(until), run);
  }

  /** While the clock stands still there is no end to be told. */
  #newEnd(before: Run, run: Run, until: Millis | undefined): string | undefined {
    const { notices, held } = this.#deps;
    const { changedBy: by = '' } = held.plan.value.wanted(run.epoch);
    if (run.length === before.length) return undefined;
    if (run.length === 'none') return notices.endRemoved(by);
    if (until === undefined) return undefined;
    const minutes = before.length === 'none' ? 0 : (run.length - before.length) / 60_000;
    const added = minutes > 0 && Number.isInteger(minutes);
    return added ? notices.timeAdded(by, minutes, until) : notices.endSet(by, until);
  }

  #help(run: Run): void {
    const { held, board, notices } = this.#deps;
    const call = held.person.value.help;
    if (call?.epoch !== run.epoch || !call.open) return;
    const verdict = held.plan.value.wanted(run.epoch).help.get(board.me.id);
    if (verdict?.call !== call.call || verdict.verdict === 'done') return;
    const key = `help ${String(call.epoch)} ${String(call.call)} ${verdict.verdict}`;
    this.#once(key, () => {
      const { byName } = verdict;
      const coming = verdict.verdict === 'coming';
      this.#say(coming ? notices.onTheWay(byName) : notices.cannotCome(byName), run);
    });
  }

  #roomName({ room }: Question): string {
    return this.#deps.held.plan.value.rooms.find(({ id }) => id === room)?.name ?? '';
  }

  #once(key: string, tell: () => void): void {
    if (this.#told.has(key)) return;
    this.#told.add(key);
    tell();
  }

  /** News of a breakout: in a window, for people who chose so. */
  #say(text: string, { epoch }: Run, offers: 'nothing' | 'more-time' = 'nothing'): void {
    const { held, tellings } = this.#deps;
    if (held.person.value.inWindow) tellings.add({ kind: 'notice', epoch, text, offers });
    else this.#tell(text);
  }

  #tell(text: string): void {
    void this.#deps.board.ui.notify(text).catch(() => {
      // The panel says the same; a notification that Miro refuses is not worth a second one.
    });
  }
}
