/**
 * Carries out what `breakout/attendant-step.ts` decides for this background's own user: one step
 * at a time, each looked at again after every await.
 */
import { BoardError } from '../board/errors';
import type { Board } from '../board/port';
import type { Timers } from '../board/timers';
import {
  attendantStep,
  isAbandoned,
  isOver,
  type AttendantStep,
  type AttendantView,
} from '../breakout/attendant-step';
import type { Millis, SessionId, TabId } from '../breakout/ids';
import { choiceIn } from '../breakout/choosing';
import type {
  Answer,
  Choice,
  ChoiceQuestion,
  Person,
  Question,
  Viewport,
} from '../breakout/person';
import type { Telling } from '../breakout/showing';
import { answerIn, placeIn, sameQuestion } from '../breakout/question';
import type { ModalResult } from '../records/modal';
import { personEdits } from '../records/person';
import { BackOff } from './back-off';
import type { Conducting } from './conducting';
import type { Held } from './held';
import type { IncomingMessages } from './incoming-messages';
import type { LeadingTab } from './leading-tab';
import { ModalSlot } from './modal-slot';
import type { ParticipantNotices } from './participant-notices';
import type { Tellings } from './tellings';
import { problemOf } from '../live/problem';
import { Traveller } from './traveller';

/** Our seats may differ from the run's for so long; then we ask by what we have. */
const SEATS_LIMIT_MS: Millis = 5_000;
/** A tab that cannot be seen is slower to claim the lead by so much. */
const HIDDEN_MS: Millis = 7_000;
/** Beats come every 10 s; one that is so late was held up by more than the network. */
const CUT_OFF_MS: Millis = 13_000;
const SLOW_REPLY_MS: Millis = 4_000;
/** Who reaches us when we are taken out of a session is not documented: we ask now and then. */
const KNOWN_FOR_MS: Millis = 60_000;
/** Most spread of the writes of `asked`: 4 ms for each person online. */
const ASKED_JITTER_MS: Millis = 4;
const ASKED_JITTER_LIMIT_MS: Millis = 2_000;

export interface AttendantDeps {
  readonly board: Board;
  readonly timers: Timers;
  readonly held: Held;
  readonly conducting: Conducting;
  readonly lead: LeadingTab;
  readonly tab: TabId;
  readonly visible: () => boolean;
  readonly lessMotion: () => boolean;
  readonly notices: ParticipantNotices;
  readonly messages: IncomingMessages;
  readonly tellings: Tellings;
  readonly wake: () => void;
}

export class Attendant {
  readonly #deps: AttendantDeps;
  readonly #backOff = new BackOff();
  readonly #modal: ModalSlot;
  readonly #traveller: Traveller;
  readonly #spread: number;
  #inside: AttendantView['inside'] = 'unknown';
  #working = false;
  /** When we last knew for sure whether we are in our session. */
  #knownAt: Millis = 0;
  /** Age of the newest beat when we last looked. */
  #quietMs: Millis = 0;
  /** When this tab first saw the epoch be over, if it saw it go on before. */
  #over: { readonly epoch: number; readonly sinceAt: Millis } | undefined;
  #sawGoingOn = 0;
  #seatsOf:
    { readonly epoch: number; readonly sinceAt: Millis; readonly held: boolean } | undefined;
  #due: { readonly key: string; readonly sinceAt: Millis } | undefined;
  #claimedFor = '';

  constructor(deps: AttendantDeps) {
    this.#deps = deps;
    this.#spread = deps.timers.random();
    this.#modal = new ModalSlot({
      ...deps,
      onClosed: (showing, result) => {
        if (showing.kind === 'question') this.#closed(showing.question, result);
        else if (showing.kind === 'choose') this.#chosen(showing.question, result);
        else this.#told(showing, result);
      },
    });
    this.#traveller = new Traveller(deps);
  }

  /** A session has ended or we may have lost it: find out before acting on it. */
  forgetSession(session?: SessionId): void {
    if (session === undefined) this.#inside = 'unknown';
    else if (session === this.#inside) this.#inside = 'nowhere';
  }

  /** "Try again", pressed by a facilitator. */
  retry(): void {
    this.#backOff.reset();
  }

  /**
   * Beats that come again after a gap mean that we were cut off, and Miro may have taken us out of
   * our session.
   */
  #noticeGap(): void {
    const ageMs = this.#deps.conducting.quietMs();
    const cutOff = this.#quietMs >= CUT_OFF_MS && ageMs < this.#quietMs;
    const stale = this.#deps.timers.monotonic() - this.#knownAt >= KNOWN_FOR_MS;
    if (cutOff || (stale && this.#inside !== 'nowhere')) this.forgetSession();
    this.#quietMs = ageMs;
  }

  /** Begins the next step, if one is due and none is under way. */
  evaluate(): void {
    this.#noticeGap();
    if (this.#working) return;
    const view = this.#view();
    if (view === undefined) return;
    const step = attendantStep(view);
    this.#noteDue(view);
    if (step === undefined) return;
    const key = stepKey(step);
    if (!this.#backOff.mayTry(key, this.#deps.timers.monotonic())) return;
    this.#working = true;
    this.#backOff.begin(key);
    void this.#attempt(step, key);
  }

  close(): void {
    this.#modal.close();
  }

  async #attempt(step: AttendantStep, key: string): Promise<void> {
    const { held, timers, wake } = this.#deps;
    try {
      await this.#perform(step);
      this.#backOff.succeeded(key);
      if (held.person.value.problem?.step === key) {
        held.person.edit(personEdits.set({ problem: undefined }));
      }
    } catch (error) {
      this.#backOff.failed(key, timers.monotonic());
      // A join that failed may have worked: Miro is asked before it is tried again.
      if (step.do === 'join' || step.do === 'leave') this.#inside = 'unknown';
      const problem = problemOf(error, timers.now());
      held.person.edit(personEdits.set({ problem: { step: key, problem } }));
    } finally {
      this.#working = false;
      wake();
    }
  }

  async #perform(step: AttendantStep): Promise<void> {
    const { board, held, lead, notices } = this.#deps;
    switch (step.do) {
      case 'claim':
        this.#claimedFor = this.#due?.key ?? '';
        lead.claim();
        return;
      case 'ask':
        return this.#ask(step.question);
      case 'choose':
        return this.#choose(step.question);
      case 'take': {
        const { question } = step;
        const answer: Answer = { ...question, kind: 'yes' };
        held.person.edit(personEdits.set({ asked: question, answer }));
        return;
      }
      case 'tell':
        return this.#tell(step.telling);
      case 'withdraw':
        return this.#modal.withdraw();
      case 'look':
        return this.#look(step.session);
      case 'note-home':
        return this.#traveller.noteHome(step.epoch);
      case 'join':
        return this.#join(step.session);
      case 'arrive':
        held.person.edit(personEdits.set({ at: step.question }));
        await this.#traveller.toFrame(step.frame);
        notices.arrived(step.question);
        // The clock and the way back are in the panel. Another app's panel may be in the way.
        await board.ui.openPanel().catch(() => false);
        return;
      case 'leave':
        return this.#leave(step.session);
      case 'depart':
        return this.#bringHome(step.to, { at: undefined, help: undefined });
      case 'restore':
        await this.#bringHome(step.to, { home: undefined, at: undefined, help: undefined });
        notices.back();
        return;
      case 'forget':
        held.person.edit(personEdits.set({ home: undefined, at: undefined, help: undefined }));
        return;
    }
  }

  /** What is noted goes first, lest another tab does the same; it comes back if the view did not move. */
  async #bringHome(to: Viewport | undefined, cleared: Partial<Person>): Promise<void> {
    const { person } = this.#deps.held;
    const { at, home } = person.value;
    person.edit(personEdits.set(cleared));
    if (to === undefined) return;
    try {
      await this.#traveller.home(to);
    } catch (error) {
      person.edit(personEdits.set('home' in cleared ? { at, home } : { at }));
      throw error;
    }
  }

  async #ask(question: Question): Promise<void> {
    const { held, timers, board } = this.#deps;
    const shown = await this.#modal.ask(question).catch((error: unknown) => {
      this.#deps.notices.blocked(question);
      throw error;
    });
    if (!shown) {
      this.#deps.notices.blocked(question);
      throw new BoardError('window-taken', board.me.name);
    }
    const spreadMs = Math.min(ASKED_JITTER_LIMIT_MS, held.online.size * ASKED_JITTER_MS);
    timers.after(timers.random() * spreadMs, () => {
      held.person.edit(personEdits.set({ asked: question }));
    });
  }

  /**
   * The modal has gone. Its answer is written here, too: its page may have died before its own write
   * left it. ✖ is "not now".
   */
  #closed(question: Question, result: ModalResult | undefined): void {
    const { held, notices, wake } = this.#deps;
    if (result?.type !== 'void') {
      const later: Answer = { ...question, kind: 'later' };
      const answer = result?.type === 'answered' ? result.answer : later;
      const known = answerIn(held.person.value, question.epoch);
      const answered = sameQuestion(known, question);
      if (!answered) held.person.edit(personEdits.set({ answer }));
      if ((answered ? known : answer)?.kind !== 'yes') notices.wayBack(question);
    }
    wake();
  }

  /** [S8] As `#ask`. */
  async #choose(question: ChoiceQuestion): Promise<void> {
    const { held, board, notices } = this.#deps;
    if (!(await this.#modal.choose(question))) {
      notices.blockedChoice(question);
      throw new Error(`Another window is open on ${board.me.name}'s screen.`);
    }
    held.person.edit(personEdits.set({ choosing: question }));
  }

  /** As `#closed`. */
  #chosen(question: ChoiceQuestion, result: ModalResult | undefined): void {
    const { held, notices, wake } = this.#deps;
    if (result?.type !== 'void') {
      const later: Choice = { ...question, kind: 'later' };
      const choice = result?.type === 'chosen' ? result.choice : later;
      const known = choiceIn(held.person.value, question.epoch);
      const chosen = known !== undefined && known.ask >= question.ask;
      if (!chosen) held.person.edit(personEdits.set({ choice }));
      if ((chosen ? known : choice).kind !== 'room') notices.wayBackToRooms();
    }
    wake();
  }

  async #tell(telling: Telling): Promise<void> {
    if (await this.#modal.tell(telling)) return;
    if (telling.kind === 'message') this.#deps.messages.blocked(telling.message);
    throw new BoardError('window-taken', this.#deps.board.me.name);
  }

  /** Its window was closed by the person, or has found that it has to make way. */
  #told(telling: Telling, result: ModalResult | undefined): void {
    const { tellings, messages, wake } = this.#deps;
    if (result?.type === 'got-it' && result.moreTime) this.#askForMoreTime(telling);
    if (result?.type !== 'void') {
      if (telling.kind === 'notice') tellings.told(telling);
      else messages.told(telling.message);
    }
    wake();
  }

  /** As the modal does; its own write may not have left it. */
  #askForMoreTime({ epoch }: Telling): void {
    const { plan, person } = this.#deps.held;
    const room = placeIn(person.value, epoch)?.room;
    const { length } = plan.value.wanted(epoch);
    if (room === undefined || length === 'none') return;
    person.edit(personEdits.set({ moreTime: { epoch, room, length } }));
  }

  /** A reply that took long may be about a membership that has been lost meanwhile. */
  async #join(session: SessionId): Promise<void> {
    const { board, timers } = this.#deps;
    const askedAt = timers.monotonic();
    await board.sessions.join(session);
    this.#knownAt = timers.monotonic();
    this.#inside = this.#knownAt - askedAt < SLOW_REPLY_MS ? session : 'unknown';
  }

  /** Not being in it any more is what was wanted. */
  async #leave(session: SessionId): Promise<void> {
    try {
      await this.#deps.board.sessions.leave(session);
    } catch (error) {
      if (!(error instanceof BoardError) || error.code !== 'not-found') throw error;
    }
    this.#inside = 'nowhere';
  }

  async #look(session: SessionId | undefined): Promise<void> {
    const { board } = this.#deps;
    const inside = session !== undefined && (await board.sessions.hasJoined(session, board.me.id));
    this.#inside = inside ? session : 'nowhere';
    this.#knownAt = this.#deps.timers.monotonic();
  }

  #view(): AttendantView | undefined {
    const { held, conducting, lead, board, tab, timers } = this.#deps;
    const run = conducting.run;
    if (!held.plan.usable || !held.person.usable || run === undefined) return undefined;
    const seats = held.seats(run.epoch);
    const now = conducting.trustedNow();
    const quietMs = conducting.quietMs();
    const over = isOver(run, held.plan.value, now) || isAbandoned(run, quietMs);
    const monotonic = timers.monotonic();
    if (!over) this.#sawGoingOn = run.epoch;
    if (!over) this.#over = undefined;
    else if (this.#over?.epoch !== run.epoch && this.#sawGoingOn === run.epoch) {
      this.#over = { epoch: run.epoch, sinceAt: monotonic };
      // Miro's own invitation may have brought us into a session without us.
      if (run.guests.has(board.me.id)) this.forgetSession();
    }
    return {
      me: { user: board.me.id, tab },
      leading: lead.leading,
      plan: held.plan.value,
      seats: seats.value,
      seatsHeld:
        seats.usable && this.#seatsHeld(run.epoch, run.phase, seats.digest === run.seatsDigest),
      run,
      person: held.person.value,
      now,
      beatAgeMs: conducting.beatAgeMs(),
      quietMs,
      overMs: this.#over === undefined ? undefined : monotonic - this.#over.sinceAt,
      inside: this.#inside,
      modal: this.#modal.question,
      choosing: this.#modal.choosing,
      telling: this.#modal.telling,
      toTell: lead.leading
        ? (this.#deps.tellings.next(run.epoch) ?? this.#deps.messages.next)
        : undefined,
      dueMs: this.#dueMs(),
      spread: this.#spread,
    };
  }

  /** Once our seats have been those of the run, later moves need no gate: a move is a question. */
  #seatsHeld(epoch: number, phase: string, same: boolean): boolean {
    const now = this.#deps.timers.monotonic();
    if (this.#seatsOf?.epoch !== epoch || phase === 'opening') {
      this.#seatsOf = { epoch, sinceAt: now, held: false };
    }
    const waited = now - this.#seatsOf.sinceAt >= SEATS_LIMIT_MS;
    if (same || waited) this.#seatsOf = { ...this.#seatsOf, held: true };
    return this.#seatsOf.held;
  }

  /** How long a step has been due that another tab should have begun. */
  #noteDue(view: AttendantView): void {
    if (view.leading) {
      this.#due = undefined;
      return;
    }
    // What we know of sessions is our own tab's; the record says where the user is.
    const place = placeIn(view.person, view.run?.epoch ?? 0);
    const inside = (place && view.run?.rooms.get(place.room)?.session) ?? 'nowhere';
    const step = attendantStep({
      ...view,
      leading: true,
      modal: undefined,
      choosing: undefined,
      inside,
    });
    const key = step === undefined ? '' : JSON.stringify(step);
    if (key === '' || key === this.#claimedFor) this.#due = undefined;
    else if (this.#due?.key !== key) this.#due = { key, sinceAt: this.#deps.timers.monotonic() };
  }

  #dueMs(): Millis {
    if (this.#due === undefined) return 0;
    const lasted = this.#deps.timers.monotonic() - this.#due.sinceAt;
    return this.#deps.visible() ? lasted : Math.max(0, lasted - HIDDEN_MS);
  }
}

function stepKey(step: AttendantStep): string {
  switch (step.do) {
    case 'ask':
      return `ask ${step.question.room} ${String(step.question.ask)}`;
    case 'choose':
      return `choose ${String(step.question.ask)}`;
    case 'tell':
      return step.telling.kind === 'message' ? `tell ${step.telling.message}` : 'tell';
    case 'join':
    case 'leave':
      return `${step.do} ${step.session}`;
    default:
      return step.do;
  }
}
