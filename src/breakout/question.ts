/** Which question is in front of a user: the same answer in background, panel and modal. */
import type { Answer, Person, Place, Question } from './person';
import type { Plan } from './plan';
import type { Run } from './run';
import type { Seats } from './seats';
import type { FrameId, UserId } from './ids';

export function sameQuestion(a: Question | undefined, b: Question | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a.epoch === b.epoch && a.room === b.room && a.ask === b.ask;
}

/**
 * [Q1] The question the seat poses in the running epoch, answered or not. A seat in an unknown room
 * means wait, in a removed room no seat: both pose none.
 */
export function seatQuestion(
  plan: Pick<Plan, 'rooms' | 'closing'>,
  seats: Seats,
  run: Pick<Run, 'epoch' | 'phase'> | undefined,
  user: UserId,
): Question | undefined {
  if (run === undefined || (run.phase !== 'open' && run.phase !== 'closing')) return undefined;
  const seat = seats.get(user);
  if (seat === undefined || plan.closing.get(seat.room) === run.epoch) return undefined;
  if (!plan.rooms.some((room) => room.id === seat.room)) return undefined;
  return { epoch: run.epoch, room: seat.room, ask: seat.ask };
}

/** This person's last word in this epoch; words of other epochs count for nothing ([I6]). */
export function answerIn(person: Person | undefined, epoch: number): Answer | undefined {
  return person?.answer?.epoch === epoch ? person.answer : undefined;
}

/** What this person has answered to this very question, in whatever window. */
export function answerOf(person: Person | undefined, question: Question): Answer | undefined {
  return sameQuestion(person?.answer, question) ? person?.answer : undefined;
}

/** The room this person is in, in this epoch. */
export function placeIn(person: Pick<Person, 'at'> | undefined, epoch: number): Place | undefined {
  return person?.at?.epoch === epoch ? person.at : undefined;
}

/**
 * The room in which this person is or was last in this epoch, as their own record has it: a move that
 * they did not want leaves no trace of it in their answer. `undefined`: they never came.
 */
export function lastPlaceIn(person: Person | undefined, epoch: number): Place | undefined {
  const place = placeIn(person, epoch);
  if (place !== undefined) return place;
  if (person?.was?.epoch === epoch) return person.was;
  const answer = answerIn(person, epoch);
  return answer?.kind === 'yes' || answer?.kind === 'left' ? answer : undefined;
}

/**
 * [A7] Frames in which whoever is in this place may look: the one they were brought to, and the one
 * that the room has now.
 */
export function framesOf(
  place: Place | undefined,
  { rooms }: Pick<Plan, 'rooms'>,
): readonly FrameId[] {
  const now = rooms.find(({ id }) => id === place?.room)?.frame;
  return [...new Set([place?.frame, now])].filter((frame) => frame !== undefined);
}

/**
 * [Q2] Where the person has said to be. A move that was not accepted keeps them where they are;
 * leaving by hand ends it; so does the removal of the room.
 */
export function destination(
  plan: Pick<Plan, 'rooms'>,
  run: Pick<Run, 'epoch'>,
  person: Person,
): Question | undefined {
  const answer = answerIn(person, run.epoch);
  if (answer === undefined || answer.kind === 'left') return undefined;
  const wanted =
    answer.kind === 'yes'
      ? { epoch: answer.epoch, room: answer.room, ask: answer.ask }
      : placeIn(person, run.epoch);
  return plan.rooms.some((room) => room.id === wanted?.room) ? wanted : undefined;
}

/**
 * [Q3] Whether the question still wants an answer: not answered, not asked in vain ("not this
 * time" holds for the whole breakout), and not about the room the person is in already.
 */
export function isOpen(question: Question, person: Person): boolean {
  const answer = answerIn(person, question.epoch);
  if (answer?.kind === 'never' || sameQuestion(answer, question)) return false;
  const going = answer?.kind === 'yes' ? answer.room : placeIn(person, question.epoch)?.room;
  return answer?.kind === 'left' || going !== question.room;
}
