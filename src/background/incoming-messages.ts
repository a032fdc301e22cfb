import type { UiPort } from '../board/port';
import { inOneLine, opensWindow, toBeTold, type Message } from '../breakout/message';
import type { Question } from '../breakout/person';
import { placeIn, sameQuestion } from '../breakout/question';
import type { Telling } from '../breakout/showing';
import type { Notices } from '../i18n/notices';
import { withIds } from '../live/edits/messages';
import { personEdits } from '../records/person';
import type { Conducting } from './conducting';
import type { HeardBeats } from './heard-beats';
import type { Held } from './held';
import type { LeadingTab } from './leading-tab';

export interface IncomingMessagesDeps {
  readonly board: { readonly ui: Pick<UiPort, 'notify'> };
  readonly held: Pick<Held, 'plan' | 'person'>;
  readonly conducting: Pick<Conducting, 'run'>;
  readonly heard: Pick<HeardBeats, 'conductorNow'>;
  readonly lead: Pick<LeadingTab, 'leading'>;
  readonly notices: Notices;
}

/**
 * [E1] Tells a participant what facilitators write: short texts as notifications, long ones in a
 * window; each once, however many tabs there are and whatever is reloaded.
 */
export class IncomingMessages {
  readonly #deps: IncomingMessagesDeps;
  /** Also in the record, which a user who may not write does not have. */
  readonly #heard = new Set<string>();
  readonly #pointedTo = new Set<string>();
  #place: Question | undefined;
  #window: Message | undefined;

  constructor(deps: IncomingMessagesDeps) {
    this.#deps = deps;
  }

  /** The message that waits to be told in a window. */
  get next(): Telling | undefined {
    const message = this.#window;
    return message && { kind: 'message', epoch: message.epoch, message: message.id };
  }

  evaluate(): void {
    const { held, lead, conducting, heard } = this.#deps;
    const run = conducting.run;
    this.#window = undefined;
    if (run === undefined || !lead.leading || !held.person.usable || !held.plan.usable) return;
    const person = held.person.value;
    const place = run.phase === 'open' ? placeIn(person, run.epoch) : undefined;
    const arriving = !sameQuestion(place, this.#place);
    this.#place = place;
    if (place === undefined) return;
    const told = person.heard?.epoch === place.epoch ? person.heard.ids : [];
    const { tell, skip } = toBeTold({
      messages: held.plan.value.messages,
      place,
      heard: new Set([...this.#heard, ...told]),
      arriving,
      now: heard.conductorNow(),
    });
    this.#window = tell.find((message) => this.#needsWindow(message));
    const short = tell.filter((message) => !this.#needsWindow(message));
    for (const { byName, text } of short) this.#notify(this.#deps.notices.message(byName, text));
    this.#settle([...short, ...skip]);
  }

  /** Its window has been closed by the person. */
  told(id: string): void {
    const { held } = this.#deps;
    const message = held.plan.value.messages.find((each) => each.id === id);
    if (message === undefined) return;
    this.#settle([message]);
    const { plan, person } = held;
    const read = withIds(plan.value.messages, person.value.read, message.epoch, [id]);
    person.edit(personEdits.set({ read }));
  }

  /** Another window is in the way: says once that there is a message. It is tried again. */
  blocked(id: string): void {
    const { held, notices } = this.#deps;
    const message = held.plan.value.messages.find((each) => each.id === id);
    if (message === undefined || this.#pointedTo.has(id)) return;
    this.#pointedTo.add(id);
    this.#notify(notices.messageWaits(message.byName));
  }

  #needsWindow({ text }: Message): boolean {
    return opensWindow(text) || this.#deps.held.person.value.inWindow;
  }

  #settle(messages: readonly Message[]): void {
    const [first] = messages;
    if (first === undefined) return;
    const ids = messages.map(({ id }) => id);
    for (const id of ids) this.#heard.add(id);
    const { plan, person } = this.#deps.held;
    const heard = withIds(plan.value.messages, person.value.heard, first.epoch, ids);
    person.edit(personEdits.set({ heard }));
  }

  #notify(text: string): void {
    void this.#deps.board.ui.notify(inOneLine(text)).catch(() => {
      // The panel has the message, too.
    });
  }
}
