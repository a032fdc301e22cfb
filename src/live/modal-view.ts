/** What the modal shows. It is void as soon as what it is about has passed. */
import { liveNow } from '../breakout/clock';
import { isClosing } from '../breakout/closing-rooms';
import { isOver } from '../breakout/epoch-over';
import type { Question } from '../breakout/person';
import { answerIn, isOpen, placeIn, sameQuestion, seatQuestion } from '../breakout/question';
import type { Run } from '../breakout/run';
import type { Showing } from '../breakout/showing';
import { clockView } from './clock-view';
import { myRoom } from './my-room';
import { peopleOf } from './people';
import type { Snapshot } from './snapshot';
import type { ModalView } from './views';

/** What shows all that is not a question; see `modal-others-view.ts`. */
export type OtherView = (
  snapshot: Snapshot,
  run: Run,
  showing: Exclude<Showing, { kind: 'question' }>,
) => ModalView | undefined;

/**
 * `showing` undefined: the modal was not opened by our background.
 * @param otherView loaded only where it is needed, so that an invitation is there sooner
 */
export function modalView(
  snapshot: Snapshot,
  showing: Showing | undefined,
  otherView: OtherView | undefined,
): ModalView {
  if (snapshot.answered.state === 'no') return { screen: 'loading' };
  const { run, plan } = snapshot;
  if (snapshot.answered.state !== 'yes' || run === undefined || showing === undefined) {
    return { screen: 'void' };
  }
  // The own clock may be wrong by minutes: until a live beat has come, it ends nothing.
  if (isOver(run, plan, liveNow(snapshot.estimate, snapshot.now))) return { screen: 'void' };
  const view =
    showing.kind === 'question'
      ? questionView(snapshot, run, showing.question)
      : otherView?.(snapshot, run, showing);
  return view ?? { screen: 'void' };
}

/**
 * [I6] Void: the epoch is another, the person was moved or asked anew, or has answered in another
 * tab or in the panel.
 */
function questionView(snapshot: Snapshot, run: Run, question: Question): ModalView | undefined {
  const { plan, seatsOf, me } = snapshot;
  const person = snapshot.people.get(me.id);
  const current = seatQuestion(plan, seatsOf(run.epoch), run, me.id);
  if (!sameQuestion(current, question)) return undefined;
  if (person !== undefined && !isOpen(question, person)) return undefined;

  const people = peopleOf(snapshot);
  const room = myRoom(snapshot, people, run.epoch, question.room);
  if (room === undefined) return undefined;
  const from = myRoom(snapshot, people, run.epoch, placeIn(person, run.epoch)?.room);
  if (from !== undefined && from.id !== room.id) {
    const closing = isClosing(plan, from.id, run.epoch);
    return { screen: 'move', room, from: from.name, closing, invitedBy: run.by.name };
  }
  return {
    screen: 'invite',
    room,
    invitedBy: run.by.name,
    clock: clockView(snapshot, run),
    again: answerIn(person, run.epoch) !== undefined,
    brings: plan.settings.asking === 'bring',
  };
}
