import type { ModalPort } from '../board/port';
import type { Timers } from '../board/timers';
import type { RoomId } from '../breakout/ids';
import type { Answer, Choice } from '../breakout/person';
import type { Showing } from '../breakout/showing';
import { modalResult, readModalData, readPlace, type ModalResult } from '../records/modal';
import type { Changes } from '../records/merge';
import { personEdits } from '../records/person';
import { answerTo } from './edits/answers';
import type * as Others from './modal-others-view';
import { modalView } from './modal-view';
import { nextPaintMs } from './paint-times';
import { Repaint } from './repaint';
import { company } from './screen/people-to-follow';
import { Situation, type SituationDeps } from './screen/situation';
import type { ModalActions, ModalView } from './views';

export interface ModalDeps extends Omit<SituationDeps, 'onChange' | 'wishes'> {
  readonly board: SituationDeps['board'] & { readonly ui: ModalPort };
}

/**
 * The modal: one question or message, put once. It closes itself when it has been answered, here or
 * anywhere, and when it is void.
 */
export class ModalState {
  readonly actions: ModalActions;
  readonly #ui: ModalPort;
  readonly #timers: Timers;
  readonly #situation: Situation;
  readonly #repaint: Repaint;
  #view = $state.raw<ModalView>({ screen: 'loading' });
  /** `pending` until Miro has handed over what the modal was opened with. */
  #showing: Showing | undefined | 'pending' = 'pending';
  /** [A8] What is answered here is done in this window. */
  #claim: Changes = {};
  /** For all that is not a question. */
  #others: typeof Others | undefined;
  #closing = false;

  constructor(deps: ModalDeps) {
    this.#ui = deps.board.ui;
    this.#timers = deps.timers;
    this.#repaint = new Repaint(deps.timers, () => this.#paint());
    this.#situation = new Situation({
      ...deps,
      onChange: () => this.#repaint.request(),
    });
    this.actions = {
      gotIt: () => this.#gotIt({ moreTime: false }),
      askForMore: () => this.#gotIt({ moreTime: true }),
      join: () => this.#answer('yes'),
      choose: (room) => this.#choose(room),
      notNow: () => this.#answer('later'),
      notThisTime: () => this.#answer('never'),
    };
  }

  get view(): ModalView {
    return this.#view;
  }

  /** @throws {BoardError} when Miro does not hand over the question or say who is online */
  async open(): Promise<void> {
    const [{ showing, tab, offsetMs }] = await Promise.all([this.#told(), this.#situation.open()]);
    if (showing !== undefined && showing.kind !== 'question') {
      this.#others = await import('./modal-others-view');
    }
    this.#situation.trust(offsetMs);
    if (tab !== undefined) this.#claim = personEdits.set({ lead: tab });
    this.#showing = showing;
    this.#repaint.request();
  }

  /** What has been answered is still written. */
  close(): void {
    this.#repaint.close();
    this.#situation.close();
  }

  /** What it was opened with. */
  async #told() {
    const data = await this.#ui.modalData();
    const showing = readModalData(data);
    // Otherwise only the run would tell which seats are needed, one way there and back later.
    if (showing?.kind === 'question') this.#situation.copies.seats(showing.question.epoch);
    return { showing, ...readPlace(data) };
  }

  /** The first answer counts: a double click must not answer twice. */
  #answer(kind: Answer['kind']): void {
    const showing = this.#showing;
    if (this.#closing || showing === 'pending') return;
    if (showing?.kind === 'choose' && (kind === 'later' || kind === 'never')) {
      this.#leaveWith({ ...showing.question, kind });
    }
    if (showing?.kind !== 'question') return;
    const { question } = showing;
    const { person } = answerTo(question, kind);
    // Refused where the record cannot be read or written: the background hears it all the same.
    this.#write(person);
    this.#leave({ type: 'answered', answer: { ...question, kind } });
  }

  /** [S10] A wish: who gets the place is the conductor's to say. */
  #choose(room: RoomId): void {
    const showing = this.#showing;
    if (this.#closing || showing === 'pending' || showing?.kind !== 'choose') return;
    const { seatsOf, me } = this.#situation.snapshot();
    const seat = seatsOf(showing.question.epoch).get(me.id)?.ask ?? 0;
    this.#leaveWith({ ...showing.question, kind: 'room', room, seat });
  }

  #leaveWith(choice: Choice): void {
    this.#write(personEdits.set({ choice }));
    this.#leave({ type: 'chosen', choice });
  }

  #gotIt({ moreTime }: { readonly moreTime: boolean }): void {
    if (this.#closing) return;
    const edits = moreTime ? this.#others?.askForMoreTime(this.#situation.snapshot()) : undefined;
    this.#write(edits?.person);
    this.#leave({ type: 'got-it', moreTime });
  }

  #write(person: Changes = {}): void {
    this.#situation.copies.edit({ person: { ...person, ...this.#claim } });
  }

  #paint(): number {
    const snapshot = this.#situation.snapshot();
    if (this.#showing !== 'pending' && !this.#closing) {
      this.#view = modalView(snapshot, this.#showing, this.#others?.otherView);
      if (this.#view.screen === 'void') this.#leave({ type: 'void' });
    }
    this.#situation.follow(company(snapshot, snapshot.run?.epoch ?? 0));
    return nextPaintMs(this.#view);
  }

  #leave(result: ModalResult): void {
    this.#closing = true;
    const close = (): void => {
      // Miro refuses when the window has just been closed by its ✖: then all is well, too.
      this.#ui.closeModal(modalResult(result)).catch(() => undefined);
    };
    if (result.type === 'void') close();
    // After what has been edited, which is written at the end of the turn: closing ends this page.
    else this.#timers.after(0, close);
  }
}
