/** What the modal asks. It is void as soon as its question is not the one to be answered any more. */
import { isOver } from '../breakout/attendant-step';
import { liveNow } from '../breakout/clock';
import type { Question } from '../breakout/person';
import { answerIn, isOpen, placeIn, sameQuestion, seatQuestion } from '../breakout/question';
import { clockView } from './clock-view';
import { myRoom } from './my-room';
import { peopleOf } from './people';
import type { Snapshot } from './snapshot';
import type { ModalView } from './views';

/**
 * [I6] Void: the epoch is over or another, the person was moved or asked anew, or has answered in
 * another tab or in the panel. `question` undefined: the modal was not opened by our background.
 */
export function modalView(snapshot: Snapshot, question: Question | undefined): ModalView {
  if (snapshot.answered.state === 'no') return { screen: 'loading' };
  const { run, plan, seatsOf, me } = snapshot;
  const person = snapshot.people.get(me.id);
  if (snapshot.answered.state !== 'yes' || run === undefined || question === undefined) {
    return { screen: 'void' };
  }
  const current = seatQuestion(plan, seatsOf(run.epoch), run, me.id);
  // The own clock may be wrong by minutes: until a live beat has come, it ends nothing.
  const now = liveNow(snapshot.estimate, snapshot.now);
  if (isOver(run, plan, now) || !sameQuestion(current, question)) return { screen: 'void' };
  if (person !== undefined && !isOpen(question, person)) return { screen: 'void' };

  const people = peopleOf(snapshot);
  const room = myRoom(snapshot, people, run.epoch, question.room);
  if (room === undefined) return { screen: 'void' };
  const from = myRoom(snapshot, people, run.epoch, placeIn(person, run.epoch)?.room);
  if (from !== undefined && from.id !== room.id) {
    return { screen: 'move', room, from: from.name, invitedBy: run.by.name };
  }
  return {
    screen: 'invite',
    room,
    invitedBy: run.by.name,
    clock: clockView(snapshot, run),
    again: answerIn(person, run.epoch) !== undefined,
  };
}
