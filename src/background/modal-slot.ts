import type { Board } from '../board/port';
import type { Question } from '../breakout/person';
import { placeIn, sameQuestion } from '../breakout/question';
import { readModalResult, type ModalResult } from '../records/modal';
import { sizeFor } from '../modal/sizes';
import type { Held } from './held';

export interface ModalSlotDeps {
  readonly board: Board;
  readonly held: Held;
  /** The modal has gone; `undefined`: by its ✖. Not told when it was withdrawn. */
  readonly onClosed: (question: Question, result: ModalResult | undefined) => void;
}

/** This tab's one modal: which question is in it, and what became of it. */
export class ModalSlot {
  readonly #deps: ModalSlotDeps;
  #question: Question | undefined;
  #withdrawn = false;

  constructor(deps: ModalSlotDeps) {
    this.#deps = deps;
  }

  get question(): Question | undefined {
    return this.#question;
  }

  /**
   * Puts the question on the screen; false when another window is in the way.
   * @throws {BoardError} when it could not be loaded
   */
  async ask(question: Question): Promise<boolean> {
    const { board, held } = this.#deps;
    const plan = held.plan.value;
    const room = plan.rooms.find(({ id }) => id === question.room);
    const task = room === undefined || room.task === '' ? plan.task : room.task;
    this.#withdrawn = false;
    const kind = placeIn(held.person.value, question.epoch) === undefined ? 'invite' : 'move';
    const modal = await board.ui.openModal(sizeFor({ kind, task, again: question.ask > 1 }), {
      ...question,
    });
    if (!modal.shown) return false;
    this.#question = question;
    void this.#waitFor(question, modal.closed);
    return true;
  }

  /** Takes a void question off the screen. */
  async withdraw(): Promise<void> {
    if (this.#question === undefined) return;
    this.#withdrawn = true;
    try {
      await this.#deps.board.ui.closeModal();
    } catch {
      // It has gone already, or a background may not close it: then it closes itself when it sees
      // that its question is void.
    }
    this.#question = undefined;
  }

  close(): void {
    void this.withdraw();
  }

  async #waitFor(question: Question, closed: Promise<unknown>): Promise<void> {
    const result = readModalResult(await closed.catch(() => undefined));
    if (!sameQuestion(this.#question, question) || this.#withdrawn) return;
    this.#question = undefined;
    this.#deps.onClosed(question, result);
  }
}
