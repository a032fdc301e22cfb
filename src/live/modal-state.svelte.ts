import type { Answer, Question } from '../breakout/person';
import { modalResult, readModalData, type ModalResult } from '../records/modal';
import { answerTo } from './edits/answers';
import { modalView } from './modal-view';
import { nextPaintMs } from './paint-times';
import { Repaint } from './repaint';
import { Screen, type ScreenDeps } from './screen/screen';
import type { ModalActions, ModalView } from './views';

/**
 * The modal: one question, put once. It closes itself when it has been answered, here or anywhere,
 * and when it is void.
 */
export class ModalState {
  readonly actions: ModalActions;
  readonly #deps: ScreenDeps;
  readonly #screen: Screen;
  readonly #repaint: Repaint;
  #view = $state.raw<ModalView>({ screen: 'loading' });
  /** `pending` until Miro has handed over what the modal was opened with. */
  #question: Question | undefined | 'pending' = 'pending';
  #closing = false;

  constructor(deps: ScreenDeps) {
    this.#deps = deps;
    this.#screen = new Screen(deps, () => this.#repaint.request());
    this.#repaint = new Repaint(deps.timers, () => this.#paint());
    this.actions = {
      join: () => this.#answer('yes'),
      notNow: () => this.#answer('later'),
      notThisTime: () => this.#answer('never'),
    };
  }

  get view(): ModalView {
    return this.#view;
  }

  /** @throws {BoardError} when Miro does not hand over the question or say who is online */
  async open(): Promise<void> {
    const opening = this.#screen.open();
    this.#question = readModalData(await this.#deps.board.ui.modalData());
    this.#repaint.request();
    await opening;
  }

  close(): void {
    this.#repaint.close();
    this.#screen.close();
  }

  /** The first answer counts: a double click must not answer twice. */
  #answer(kind: Answer['kind']): void {
    const question = this.#question;
    if (this.#closing || question === undefined || question === 'pending') return;
    this.#screen.desk.apply(answerTo(question, kind));
    this.#leave({ type: 'answered', answer: { ...question, kind } });
  }

  #paint(): number {
    const snapshot = this.#screen.snapshot();
    if (this.#question !== 'pending' && !this.#closing) {
      this.#view = modalView(snapshot, this.#question);
      if (this.#view.screen === 'void') this.#leave({ type: 'void' });
    }
    this.#screen.follow(snapshot);
    return nextPaintMs(this.#view);
  }

  #leave(result: ModalResult): void {
    this.#closing = true;
    // Miro refuses when the window has just been closed by its ✖: then all is well, too.
    this.#deps.board.ui.closeModal(modalResult(result)).catch(() => undefined);
  }
}
