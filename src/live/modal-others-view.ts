/** What the modal shows that is no question about a seat: rooms to choose from, messages, news. */
import { sameChoice } from '../breakout/choosing';
import type { ChoiceQuestion } from '../breakout/person';
import { isOpen, placeIn, seatQuestion } from '../breakout/question';
import type { Run } from '../breakout/run';
import type { Telling } from '../breakout/showing';
import { choosableRooms, lostPlace, ownChoice } from './choosing-view';
import { clockView } from './clock-view';
import { messageView } from './messages-view';
import type { OtherView } from './modal-view';
import { peopleOf } from './people';
import type { Snapshot } from './snapshot';
import type { ModalView } from './views';

export { askForMoreTime } from './edits/more-time';

export const otherView: OtherView = (snapshot, run, showing) =>
  showing.kind === 'choose'
    ? choiceView(snapshot, run, showing.question)
    : tellingView(snapshot, run, showing);

/** [S8] Void: a seat was given by hand, or a room was chosen in another tab or in the panel. */
function choiceView(snapshot: Snapshot, run: Run, question: ChoiceQuestion): ModalView | undefined {
  const state = ownChoice(snapshot, run);
  if (state?.at !== 'open' || !sameChoice(state.question, question)) return undefined;
  const rooms = choosableRooms(snapshot, peopleOf(snapshot), run);
  return {
    screen: 'choose',
    rooms,
    invitedBy: run.by.name,
    clock: clockView(snapshot, run),
    lost: lostPlace(snapshot, rooms, state.lost),
    again: question.ask > 1,
  };
}

/** [E2] Void: the epoch is another, another tab has told it, or a question is due. */
function tellingView(snapshot: Snapshot, run: Run, telling: Telling): ModalView | undefined {
  const { plan, seatsOf, me } = snapshot;
  const person = snapshot.people.get(me.id);
  const place = placeIn(person, run.epoch);
  if (person === undefined || place === undefined || telling.epoch !== run.epoch) return undefined;
  const question = seatQuestion(plan, seatsOf(run.epoch), run, me.id);
  if (run.phase === 'open' && question !== undefined && isOpen(question, person)) return undefined;
  const hue = plan.rooms.find(({ id }) => id === place.room)?.hue ?? 0;
  if (telling.kind === 'notice') {
    const mayAskForMore = telling.offers === 'more-time' && run.phase === 'open';
    return { screen: 'notice', text: telling.text, hue, mayAskForMore };
  }
  const message = plan.messages.find(({ id }) => id === telling.message);
  const heard = person.heard?.epoch === run.epoch && person.heard.ids.includes(telling.message);
  if (message === undefined || heard) return undefined;
  return { screen: 'message', message: messageView(snapshot, message), hue };
}
