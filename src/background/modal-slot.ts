import type { Board, ModalSize } from '../board/port';
import type { Timers } from '../board/timers';
import type { Millis, TabId } from '../breakout/ids';
import type { ChoiceQuestion, Question } from '../breakout/person';
import { choiceOf, sameChoice } from '../breakout/choosing';
import { answerOf, placeIn, sameQuestion } from '../breakout/question';
import type { Showing, Telling } from '../breakout/showing';
import { modalData, readModalResult, type ModalResult } from '../records/modal';
import { MODAL_SIZES, sizeFor, sizeForTelling } from '../modal/sizes';
import type { HeardBeats } from './heard-beats';
import type { Held } from './held';

/** A modal that the background may not close has closed itself by then. */
const CLOSES_ITSELF_MS: Millis = 1_500;
/** So long a window is waited for that has been answered: what it says itself counts. */
const ANSWERED_MS: Millis = 500;

export interface ModalSlotDeps {
  readonly board: Board;
  readonly timers: Timers;
  readonly held: Held;
  readonly tab: TabId;
  readonly heard: Pick<HeardBeats, 'offsetMs'>;
  /** The modal has gone; `undefined`: by its ✖. Not told when it was withdrawn. */
  readonly onClosed: (showing: Showing, result: ModalResult | undefined) => void;
}

/** This tab's one modal: what is in it, and what became of it. */
export class ModalSlot {
  readonly #deps: ModalSlotDeps;
  #showing: Showing | undefined;
  #withdrawn: Showing | undefined;
  /** On the screen as far as we know: what could not be closed may stand there yet. */
  #standing: Showing | undefined;
  #closed: Promise<unknown> = Promise.resolve();

  constructor(deps: ModalSlotDeps) {
    this.#deps = deps;
  }

  get question(): Question | undefined {
    return this.#showing?.kind === 'question' ? this.#showing.question : undefined;
  }

  get choosing(): ChoiceQuestion | undefined {
    return this.#showing?.kind === 'choose' ? this.#showing.question : undefined;
  }

  get telling(): Telling | undefined {
    const showing = this.#showing;
    return showing?.kind === 'question' || showing?.kind === 'choose' ? undefined : showing;
  }

  /**
   * Puts the question on the screen; false when another window is in the way.
   * @throws {BoardError} when it could not be loaded
   */
  ask(question: Question): Promise<boolean> {
    const plan = this.#deps.held.plan.value;
    const room = plan.rooms.find(({ id }) => id === question.room);
    const task = room === undefined || room.task === '' ? plan.task : room.task;
    const person = this.#deps.held.person.value;
    const kind = placeIn(person, question.epoch) === undefined ? 'invite' : 'move';
    const brings = plan.settings.asking === 'bring';
    const size = sizeFor({ kind, task, again: question.ask > 1 || brings });
    return this.#open({ kind: 'question', question }, size);
  }

  /** As `ask`: which room? */
  choose(question: ChoiceQuestion): Promise<boolean> {
    return this.#open({ kind: 'choose', question }, MODAL_SIZES.L);
  }

  /** As `ask`, for what wants no answer. */
  tell(telling: Telling): Promise<boolean> {
    const { messages } = this.#deps.held.plan.value;
    const text =
      telling.kind === 'notice'
        ? telling.text
        : (messages.find(({ id }) => id === telling.message)?.text ?? '');
    return this.#open(telling, sizeForTelling(text));
  }

  /** Takes off the screen what is void, or has to make way. */
  async withdraw(): Promise<void> {
    if (this.#showing !== undefined && this.#isAnswered(this.#showing)) {
      await Promise.race([this.#closed.catch(() => undefined), this.#pause(ANSWERED_MS)]);
    }
    if (this.#showing === undefined) return;
    this.#withdrawn = this.#showing;
    try {
      await this.#deps.board.ui.closeModal();
      this.#standing = undefined;
    } catch {
      // It has gone already, or a background may not close it: then it closes itself when it sees
      // that it is void. What comes next has to wait for that.
      await Promise.race([this.#closed.catch(() => undefined), this.#pause(CLOSES_ITSELF_MS)]);
    }
    this.#showing = undefined;
  }

  close(): void {
    void this.withdraw();
  }

  /** [Q5] The answer may be stored before the window in which it was given has gone. */
  #isAnswered(showing: Showing): boolean {
    const person = this.#deps.held.person.value;
    if (showing.kind === 'question') return answerOf(person, showing.question) !== undefined;
    return showing.kind === 'choose' && choiceOf(person, showing.question) !== undefined;
  }

  #pause(ms: Millis): Promise<void> {
    return new Promise((resolve) => void this.#deps.timers.after(ms, resolve));
  }

  async #open(showing: Showing, size: ModalSize): Promise<boolean> {
    const { board, heard, tab } = this.#deps;
    if (isSame(this.#standing, showing)) {
      this.#showing = this.#standing;
      this.#withdrawn = undefined;
      return true;
    }
    const modal = await board.ui.openModal(
      size,
      modalData(showing, { tab, offsetMs: heard.offsetMs() }),
    );
    if (!modal.shown) return false;
    this.#showing = showing;
    this.#standing = showing;
    this.#closed = modal.closed;
    void this.#waitFor(showing, modal.closed);
    return true;
  }

  async #waitFor(showing: Showing, closed: Promise<unknown>): Promise<void> {
    // What nobody knows is no answer: the modal writes its own, if it still stands there.
    const result = await closed.then(readModalResult, (): ModalResult => ({ type: 'void' }));
    if (this.#standing === showing) this.#standing = undefined;
    if (this.#showing !== showing || this.#withdrawn === showing) return;
    this.#showing = undefined;
    this.#deps.onClosed(showing, result);
  }
}

/** A question that was void for a moment only: the window may not have seen that. */
const isSame = (standing: Showing | undefined, next: Showing): boolean => {
  if (standing?.kind === 'question' && next.kind === 'question') {
    return sameQuestion(standing.question, next.question);
  }
  return (
    standing?.kind === 'choose' &&
    next.kind === 'choose' &&
    sameChoice(standing.question, next.question)
  );
};
