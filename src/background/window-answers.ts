import type { ChoiceQuestion, Answer, Choice, Question } from '../breakout/person';
import { choiceOf } from '../breakout/choosing';
import { answerOf, placeIn } from '../breakout/question';
import type { Showing, Telling } from '../breakout/showing';
import type { ModalResult } from '../records/modal';
import { personEdits } from '../records/person';
import type { Held } from './held';
import type { IncomingMessages } from './incoming-messages';
import type { ParticipantNotices } from './participant-notices';
import type { Tellings } from './tellings';

export interface WindowAnswersDeps {
  readonly held: Held;
  readonly notices: Pick<ParticipantNotices, 'wayBack' | 'wayBackToRooms'>;
  readonly messages: Pick<IncomingMessages, 'told'>;
  readonly tellings: Pick<Tellings, 'told'>;
  readonly wake: () => void;
}

/**
 * What becomes of a modal that has gone. Its answer is written here, too: its page may have died
 * before its own write left it. ✖ is "not now".
 */
export class WindowAnswers {
  readonly #deps: WindowAnswersDeps;

  constructor(deps: WindowAnswersDeps) {
    this.#deps = deps;
  }

  closed(showing: Showing, result: ModalResult | undefined): void {
    if (result?.type !== 'void') {
      if (showing.kind === 'question') this.#answered(showing.question, result);
      else if (showing.kind === 'choose') this.#chosen(showing.question, result);
      else this.#told(showing, result);
    }
    this.#deps.wake();
  }

  #answered(question: Question, result: ModalResult | undefined): void {
    const { held, notices } = this.#deps;
    const later: Answer = { ...question, kind: 'later' };
    const answer = result?.type === 'answered' ? result.answer : later;
    const known = answerOf(held.person.value, question);
    if (known === undefined) held.person.edit(personEdits.set({ answer }));
    if ((known ?? answer).kind !== 'yes') notices.wayBack(question);
  }

  #chosen(question: ChoiceQuestion, result: ModalResult | undefined): void {
    const { held, notices } = this.#deps;
    const later: Choice = { ...question, kind: 'later' };
    const choice = result?.type === 'chosen' ? result.choice : later;
    const known = choiceOf(held.person.value, question);
    if (known === undefined) held.person.edit(personEdits.set({ choice }));
    if ((known ?? choice).kind !== 'room') notices.wayBackToRooms();
  }

  #told(telling: Telling, result: ModalResult | undefined): void {
    const { tellings, messages } = this.#deps;
    if (result?.type === 'got-it' && result.moreTime) this.#askForMoreTime(telling);
    if (telling.kind === 'notice') tellings.told(telling);
    else messages.told(telling.message);
  }

  #askForMoreTime({ epoch }: Telling): void {
    const { plan, person } = this.#deps.held;
    const room = placeIn(person.value, epoch)?.room;
    const { length } = plan.value.wanted(epoch);
    if (room === undefined || length === 'none') return;
    person.edit(personEdits.set({ moreTime: { epoch, room, length } }));
  }
}
