/**
 * The whole background of one tab: holds the records, and evaluates everything again after every
 * message and every timer. Evaluating is cheap and may always be repeated; nothing in here is a
 * script that could stop half-way.
 */
import type { Board, Stop } from '../board/port';
import type { Timers } from '../board/timers';
import type { Millis, TabId, UserId, WriterId } from '../breakout/ids';
import { isFacilitator } from '../breakout/plan';
import { currentEpoch } from '../breakout/run';
import type { Notices } from '../i18n/notices';
import { onPing, onReady } from '../records/events';
import { keys } from '../records/keys';
import { wasFacilitator } from '../records/was-facilitator';
import { written } from '../records/written';
import { Absence } from './absence';
import { Attendant } from './attendant';
import { Conducting } from './conducting';
import { Conductor } from './conductor';
import { FacilitatorNotices } from './facilitator-notices';
import { FramePicking } from './frame-picking';
import { HeardBeats } from './heard-beats';
import { Held } from './held';
import { IndexKeeper } from './index-keeper';
import { JournalKeeper } from './journal-keeper';
import { IncomingMessages } from './incoming-messages';
import { Keeper } from './keeper';
import { LastSetup } from './last-setup';
import { LeadingTab } from './leading-tab';
import { MoreTimeNotices } from './more-time-notices';
import { NewNotes } from './new-notes';
import { OwnProblem } from './own-problem';
import { OwnRun } from './own-run';
import { OwnSessions } from './own-sessions';
import { OwnTraces } from './own-traces';
import { OwnWrites } from './own-writes';
import { ParticipantNotices } from './participant-notices';
import { Removals } from './removals';
import { Tellings } from './tellings';
import type { Visibility } from './visibility';
import { WaitingRecord } from './waiting-record';
import { Worker } from './worker';

/** Something is looked at again at least this often while a breakout is under way. */
const TICK_MS: Millis = 1_000;
/** As well, while somebody waits for what they have pressed. */
const WAITING_TICK_MS: Millis = 250;

export interface BackgroundDeps {
  readonly board: Board;
  readonly timers: Timers;
  readonly visibility: Visibility;
  readonly tab: TabId;
  readonly writer: WriterId;
  readonly notices: Notices;
  readonly lessMotion: () => boolean;
  /** Everything has been removed from the board, and this background has ended. */
  readonly onWiped?: () => void;
}

export class Background {
  readonly #deps: BackgroundDeps;
  readonly #held: Held;
  readonly #lead: LeadingTab;
  readonly #conductor: Conductor;
  readonly #conducting: Conducting;
  readonly #attendant: Attendant;
  readonly #keeper: Keeper;
  readonly #removals: Removals;
  readonly #journal: JournalKeeper;
  readonly #index: IndexKeeper;
  readonly #lastSetup: LastSetup;
  readonly #ownSessions: OwnSessions;
  readonly #ownTraces: OwnTraces;
  readonly #ownWrites: OwnWrites;
  readonly #waitingRecord: WaitingRecord;
  readonly #worker: Worker;
  readonly #newNotes: NewNotes;
  readonly #framePicking: FramePicking;
  readonly #participantNotices: ParticipantNotices;
  readonly #facilitatorNotices: FacilitatorNotices;
  readonly #messages: IncomingMessages;
  readonly #absence: Absence;
  readonly #moreTimeNotices: MoreTimeNotices;
  readonly #stops: Stop[] = [];
  #wakePending = false;
  #open = false;
  /** Of the plan, as seen last. */
  #tries: number | undefined;
  #disarm: Stop = () => undefined;

  constructor(deps: BackgroundDeps) {
    this.#deps = deps;
    const { board, timers, visibility, tab, writer, notices, lessMotion } = deps;
    const wake = (): void => {
      this.#wake();
    };
    const visible = (): boolean => visibility.visible();
    const held = new Held({ board, timers, writer, wake, repair: () => this.#repair() });
    const lead = new LeadingTab({ held, tab, visibility });
    const sessionText = (): string => notices.sessionDescription(board.me.name);
    const ownRun = new OwnRun({ timers, held, me: board.me.id, tab, wake });
    const conductor = new Conductor({ board, timers, held, ownRun, sessionText, wake });
    const heard = new HeardBeats({ timers, me: board.me.id, tab });
    const conducting = new Conducting({
      board,
      timers,
      held,
      heard,
      conductor,
      ownRun,
      lead,
      tab,
      visible,
      wake,
    });
    const tellings = new Tellings(timers);
    const problem = new OwnProblem({ held, timers });
    const shared = { board, timers, held, heard, conducting, lead, problem, notices, wake };
    this.#participantNotices = new ParticipantNotices({ ...shared, tellings });
    this.#facilitatorNotices = new FacilitatorNotices(shared);
    this.#moreTimeNotices = new MoreTimeNotices(shared);
    this.#messages = new IncomingMessages(shared);
    this.#absence = new Absence(shared);
    this.#keeper = new Keeper({ ...shared, writer });
    this.#ownSessions = new OwnSessions({ ...shared, ownRun });
    this.#ownTraces = new OwnTraces(shared);
    this.#ownWrites = new OwnWrites(shared);
    this.#waitingRecord = new WaitingRecord(shared);
    const removals = new Removals({ storage: board.storage, timers });
    this.#removals = removals;
    this.#journal = new JournalKeeper({ ...shared, ownRun, removals });
    this.#index = new IndexKeeper({ ...shared, ownRun, removals, writer });
    this.#lastSetup = new LastSetup({ ...shared, ownRun, writer });
    this.#worker = new Worker({ ...shared, tab, writer });
    this.#newNotes = new NewNotes({ ...shared, ownRun });
    this.#framePicking = new FramePicking({ ...shared, tab });
    const participantNotices = this.#participantNotices;
    this.#attendant = new Attendant({
      ...shared,
      tab,
      visible,
      lessMotion,
      notices: participantNotices,
      messages: this.#messages,
      tellings,
    });
    this.#held = held;
    this.#lead = lead;
    this.#conductor = conductor;
    this.#conducting = conducting;
    this.#stops.push(visibility.onChange(wake));
  }

  /**
   * Resolves when storage has answered and this background takes part.
   * @throws {BoardError} and is then closed: a new one may try again
   */
  async start(): Promise<void> {
    try {
      await this.#start();
    } catch (error) {
      this.close();
      throw error;
    }
  }

  async #start(): Promise<void> {
    const { board, visibility } = this.#deps;
    await this.#held.open();
    this.#stops.push(
      await board.sessions.onEnded((session) => {
        this.#attendant.forgetSession(session);
        this.#wake();
      }),
      await onPing(board.events, (user) => {
        if (user === board.me.id) this.#conducting.pinged();
      }),
      await onReady(board.events, ({ user }) => {
        this.#facilitatorNotices.nudged(user);
      }),
    );
    this.#ownTraces.begin();
    this.#lead.begin(visibility.visible());
    this.#open = true;
    this.#wake();
  }

  close(): void {
    this.#open = false;
    this.#disarm();
    for (const stop of this.#stops) stop();
    this.#attendant.close();
    this.#keeper.close();
    this.#worker.close();
    this.#newNotes.close();
    this.#framePicking.close();
    this.#lead.close();
    this.#conductor.close();
    this.#conducting.close();
    for (const part of [this.#journal, this.#index, this.#lastSetup, this.#removals]) part.close();
    this.#held.close();
  }

  /**
   * [K3] Somebody has removed everything. Our own user's record goes, too: it may not have been in
   * the index, or we have written it since. Nothing may write it again, so what is under way is
   * waited for.
   */
  async #wiped(): Promise<void> {
    const { board, onWiped } = this.#deps;
    this.#open = false;
    this.#lead.close();
    try {
      await written(this.#held.person);
      await board.storage.remove(keys.person(board.me.id));
    } catch {
      // Not removed: it says no more than that this user has the app, and goes with the next removal.
    }
    this.close();
    onWiped?.();
  }

  #repair(): 'never' | 'conductor' | 'others' {
    if (this.#conducting.conducting) return 'conductor';
    return this.#isFacilitator() ? 'others' : 'never';
  }

  #isFacilitator(): boolean {
    return isFacilitator(this.#held.plan.value, this.#deps.board.me.id);
  }

  /** Many messages in one turn are one evaluation. */
  #wake(): void {
    if (this.#wakePending || !this.#open) return;
    this.#wakePending = true;
    queueMicrotask(() => {
      this.#wakePending = false;
      if (this.#open) this.#evaluate();
    });
  }

  #evaluate(): void {
    if (this.#held.plan.status === 'wiped') {
      void this.#wiped();
      return;
    }
    this.#heedTries();
    this.#followPeople();
    this.#conducting.evaluate();
    this.#ownWrites.evaluate();
    this.#waitingRecord.evaluate();
    this.#journal.evaluate();
    this.#index.evaluate();
    this.#lastSetup.evaluate();
    this.#removals.evaluate();
    this.#keeper.evaluate();
    if (this.#isFacilitator()) {
      this.#worker.evaluate();
      this.#newNotes.evaluate();
      this.#framePicking.evaluate();
    }
    if (this.#mayHaveStartedSessions()) this.#ownSessions.evaluate();
    this.#messages.evaluate();
    this.#absence.evaluate();
    this.#attendant.evaluate();
    this.#ownTraces.evaluate();
    this.#participantNotices.evaluate();
    this.#facilitatorNotices.evaluate();
    this.#moreTimeNotices.evaluate();
    this.#arm();
  }

  /** [I11] A facilitator has pressed "Try again": nobody waits any longer for what failed before. */
  #heedTries(): void {
    const { plan } = this.#held;
    if (!plan.usable) return;
    const { tries } = plan.value;
    const pressed = this.#tries !== undefined && tries !== this.#tries;
    this.#tries = tries;
    if (!pressed) return;
    for (const part of [this.#conductor, this.#attendant, this.#keeper]) part.retry();
    for (const part of [this.#ownSessions, this.#ownWrites]) part.retry();
  }

  /** Whoever is a facilitator no more may still be the only one who can end them. */
  #mayHaveStartedSessions(): boolean {
    return wasFacilitator(this.#held.plan.doc, this.#deps.board.me.id);
  }

  /** Facilitators follow the records of people who are online or seated, seated first. */
  #followPeople(): void {
    if (!this.#isFacilitator()) {
      this.#held.people.follow([]);
      return;
    }
    const run = this.#conducting.run;
    const users = new Set<UserId>([
      ...this.#held.seats(currentEpoch(run)).value.keys(),
      ...this.#held.online.keys(),
    ]);
    this.#held.people.follow([...users]);
  }

  /**
   * One timer for the next moment at which time alone changes something. Set from every evaluation,
   * most of which are caused by messages: chained timers of a hidden page are slowed to one a
   * minute, messages are not, and the conductor's beat brings one every ten seconds.
   */
  #arm(): void {
    this.#disarm();
    const { timers } = this.#deps;
    const run = this.#conducting.run;
    const busy = run !== undefined && (run.phase !== 'closed' || this.#attendant.unsettled);
    if (!busy && !this.#conducting.hasWork) return;
    const dueInMs = [this.#conductor.nextAt(), this.#participantNotices.nextAt()]
      .filter((at) => at !== undefined)
      .map((at) => Math.max(0, at - timers.now()));
    const tickMs = this.#conducting.waits ? WAITING_TICK_MS : TICK_MS;
    this.#disarm = timers.after(Math.min(tickMs, ...dueInMs), () => {
      this.#wake();
    });
  }
}
