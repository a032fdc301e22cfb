import { BoardError } from '../board/errors';
import type { Board } from '../board/port';
import type { Timers } from '../board/timers';
import type { Millis, TabId } from '../breakout/ids';
import type { ChoiceQuestion, Question } from '../breakout/person';
import type { Telling } from '../breakout/showing';
import { personEdits } from '../records/person';
import type { HeardBeats } from './heard-beats';
import type { IncomingMessages } from './incoming-messages';
import { ModalSlot } from './modal-slot';
import type { ParticipantNotices } from './participant-notices';
import { WindowAnswers, type WindowAnswersDeps } from './window-answers';

/** Most spread of the writes of `asked`: 4 ms for each person online. */
const ASKED_JITTER_MS: Millis = 4;
const ASKED_JITTER_LIMIT_MS: Millis = 2_000;

export interface AskingDeps extends WindowAnswersDeps {
  readonly board: Board;
  readonly timers: Timers;
  readonly heard: Pick<HeardBeats, 'offsetMs'>;
  readonly tab: TabId;
  readonly notices: WindowAnswersDeps['notices'] &
    Pick<ParticipantNotices, 'blocked' | 'blockedChoice'>;
  readonly messages: WindowAnswersDeps['messages'] & Pick<IncomingMessages, 'blocked'>;
}

/**
 * Puts questions and news in front of this user, in a window. Whatever keeps one from being shown: it
 * is said where to find what it was about, and the caller hears of it.
 */
export class Asking {
  readonly #deps: AskingDeps;
  readonly #modal: ModalSlot;

  constructor(deps: AskingDeps) {
    this.#deps = deps;
    const answers = new WindowAnswers(deps);
    this.#modal = new ModalSlot({
      ...deps,
      onClosed: (showing, result) => {
        answers.closed(showing, result);
      },
    });
  }

  /** What stands on the screen, as the attendant's view names it. */
  get onScreen(): {
    readonly modal: Question | undefined;
    readonly choosing: ChoiceQuestion | undefined;
    readonly telling: Telling | undefined;
  } {
    const { question, choosing, telling } = this.#modal;
    return { modal: question, choosing, telling };
  }

  /** @throws {BoardError} when it is not on the screen; so do `choose` and `tell` */
  async ask(question: Question): Promise<void> {
    const { held, timers, notices } = this.#deps;
    await this.#shown(this.#modal.ask(question), () => notices.blocked(question));
    const spreadMs = Math.min(ASKED_JITTER_LIMIT_MS, held.online.size * ASKED_JITTER_MS);
    timers.after(timers.random() * spreadMs, () => {
      held.person.edit(personEdits.set({ asked: question }));
    });
  }

  /** [S8] Which room? */
  async choose(question: ChoiceQuestion): Promise<void> {
    const { held, notices } = this.#deps;
    await this.#shown(this.#modal.choose(question), () => notices.blockedChoice(question));
    held.person.edit(personEdits.set({ choosing: question }));
  }

  async tell(telling: Telling): Promise<void> {
    await this.#shown(this.#modal.tell(telling), () => {
      if (telling.kind === 'message') this.#deps.messages.blocked(telling.message);
    });
  }

  withdraw(): Promise<void> {
    return this.#modal.withdraw();
  }

  close(): void {
    this.#modal.close();
  }

  async #shown(opening: Promise<boolean>, sayWhere: () => void): Promise<void> {
    try {
      if (await opening) return;
      throw new BoardError('window-taken', this.#deps.board.me.name);
    } catch (error) {
      sayWhere();
      throw error;
    }
  }
}
