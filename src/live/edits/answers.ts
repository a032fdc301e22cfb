/** What a participant says: each is an answer to one question, and can be changed to yes later. */
import type { Answer, Question } from '../../breakout/person';
import { placeIn, seatQuestion } from '../../breakout/question';
import { personEdits } from '../../records/person';
import type { Snapshot } from '../snapshot';
import { activeRun, nextEpoch } from '../stage';
import { noEdits, type Edits } from './edits';

/** The question that this person's seat poses now. */
export function currentQuestion({ plan, seatsOf, run, me }: Snapshot): Question | undefined {
  return run === undefined ? undefined : seatQuestion(plan, seatsOf(run.epoch), run, me.id);
}

/** Answers the current question; nothing happens when there is none any more. */
export function answer(snapshot: Snapshot, kind: Answer['kind']): Edits {
  const question = currentQuestion(snapshot);
  return question === undefined ? noEdits : answerTo(question, kind);
}

export function answerTo({ epoch, room, ask }: Question, kind: Answer['kind']): Edits {
  return { person: personEdits.set({ answer: { epoch, room, ask, kind } }) };
}

/** Leaves the room one is in. It answers a move that is being asked at the same time, too. */
export function leave(snapshot: Snapshot): Edits {
  const run = activeRun(snapshot.run);
  if (run === undefined) return noEdits;
  const place = placeIn(snapshot.people.get(snapshot.me.id), run.epoch);
  const question = currentQuestion(snapshot) ?? place;
  return question === undefined ? noEdits : answerTo(question, 'left');
}

/** "I'm ready" is about one epoch and lapses with it. */
export function ready(snapshot: Snapshot, isReady: boolean): Edits {
  const { run } = snapshot;
  const epoch = run === undefined || run.phase === 'closed' ? nextEpoch(run) : run.epoch;
  const wanted = isReady ? epoch : undefined;
  if (snapshot.people.get(snapshot.me.id)?.ready === wanted) return noEdits;
  return { person: personEdits.set({ ready: wanted }) };
}
