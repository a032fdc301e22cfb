/** How a user gets into the room they are going to, and out of one. */
import type { AttendantStep, AttendantView } from './attendant-view';
import type { Place, Question } from './person';
import { answerIn, destination, framesOf, lastPlaceIn, placeIn } from './question';
import type { Run } from './run';
import { openQuestion } from './window-step';

/**
 * [Q2] Where this user is going, or stays. Whoever has not come yet and is to be asked about another
 * room goes to none before they have answered.
 */
export function goal(view: AttendantView, run: Run): Question | undefined {
  const { plan, person } = view;
  const isThere = placeIn(person, run.epoch) !== undefined;
  if (!isThere && openQuestion(view, run) !== undefined) return undefined;
  return destination(plan, run, person);
}

export function inOrOut(view: AttendantView, run: Run): AttendantStep | undefined {
  const going = run.phase === 'opening' ? undefined : goal(view, run);
  return going === undefined ? stayOut(view, run) : getIn(view, run, going);
}

/** [A4] Home is noted and stored before the first join; joining comes before gliding. */
function getIn(view: AttendantView, run: Run, going: Question): AttendantStep | undefined {
  const { person, plan, inside } = view;
  const room = run.rooms.get(going.room);
  const arrived = placeIn(person, run.epoch)?.room === going.room;
  // During the countdown nobody is brought in any more; who is in stays in.
  if (!arrived && run.phase !== 'open') return undefined;
  if (room?.session === undefined && room?.problem === undefined) return undefined;
  if (!isHomeNoted(view, run)) return { do: 'note-home', epoch: run.epoch };
  const frame = plan.rooms.find(({ id }) => id === going.room)?.frame;
  if (room.session !== undefined && inside !== room.session) {
    if (inside === 'unknown') return { do: 'look', session: room.session };
    const goesTo = arrived ? undefined : frame;
    return { do: 'join', question: going, session: room.session, goesTo };
  }
  if (arrived) return undefined;
  return { do: 'arrive', question: going, frame };
}

/**
 * Once per epoch; anew when somebody who is in no room goes on in another tab, because that tab's
 * view is the one that moves. Whoever is in a room may have been reloaded: what they see is no home.
 */
function isHomeNoted({ person, me }: AttendantView, run: Run): boolean {
  if (person.home?.epoch !== run.epoch) return false;
  return placeIn(person, run.epoch) !== undefined || person.home.tab === me.tab;
}

/** [A5] Nobody who has not said yes, or has left, remains in a session. */
function stayOut(view: AttendantView, run: Run): AttendantStep | undefined {
  const { person, inside, plan } = view;
  const place = placeIn(person, run.epoch);
  if (inside === 'unknown') {
    // A join that has failed may have worked all the same.
    const last = lastPlaceIn(person, run.epoch);
    return { do: 'look', session: last && run.rooms.get(last.room)?.session };
  }
  if (inside !== 'nowhere') return { do: 'leave', session: inside };
  if (place === undefined) return undefined;
  const answer = answerIn(person, run.epoch);
  const byHand = answer?.kind === 'left' || !plan.rooms.some(({ id }) => id === place.room);
  if (!byHand) return { do: 'depart', to: undefined };
  return wayOut(view, run, place);
}

/**
 * [A7] Out of the room by hand: back from where this tab was moved to; one that was not moved goes
 * nowhere.
 */
function wayOut(
  { person, plan, me, strayed, beside }: AttendantView,
  run: Run,
  place: Place,
): AttendantStep {
  const home = person.home?.epoch === run.epoch ? person.home : undefined;
  if (strayed !== undefined) {
    return strayed.returned ? { do: 'depart', to: undefined } : { do: 'return' };
  }
  if (beside === undefined || home?.tab === me.tab) return { do: 'depart', to: home?.viewport };
  if (beside.returned) return { do: 'depart', to: undefined };
  return { do: 'return-beside', frames: framesOf(place, plan) };
}
