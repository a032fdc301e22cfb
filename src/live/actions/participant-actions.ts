import { answer, currentQuestion, leave, ready } from '../edits/answers';
import { chooseRoom, declineRooms } from '../edits/choices';
import type { Edits } from '../edits/edits';
import { askForHelp, takeBackHelp } from '../edits/help';
import { markRead } from '../edits/messages';
import { askForMoreTime, takeBackMoreTime } from '../edits/more-time';
import { claim } from '../edits/roles';
import { lastPlaceIn } from '../../breakout/question';
import { broadcastReady } from '../../records/events';
import { personEdits } from '../../records/person';
import type { Snapshot } from '../snapshot';
import type { ParticipantActions } from '../views';
import type { Desk } from './desk';
import { lookAt } from './visit';

/**
 * What a participant's buttons do. Joining, leaving and coming back are answers in the own record;
 * the own background does the rest, panel open or not.
 */
export function participantActions(desk: Desk): ParticipantActions {
  const now = desk.snapshot;
  const { apply, attempt } = desk;
  return {
    ready: (isReady) => {
      const edits = ready(now(), isReady);
      apply(edits);
      if (isReady && edits.person !== undefined) attempt('ready', () => nudge(desk));
    },
    runIt: () => apply(claim(now())),
    join: () => apply(answer(now(), 'yes')),
    choose: (room) => apply(chooseRoom(now(), room)),
    chooseNothing: () => apply(declineRooms(now(), 'later')),
    notNow: () => apply(decline(now(), 'later')),
    notThisTime: () => apply(decline(now(), 'never')),
    acceptMove: () => apply(answer(now(), 'yes')),
    stay: () => apply(answer(now(), 'later')),
    leave: () => apply(leave(now())),
    goBackNow: () => apply(leave(now())),
    askForHelp: (reason) => apply(askForHelp(now(), reason)),
    takeBackHelp: () => apply(takeBackHelp(now())),
    askForMoreTime: () => apply(askForMoreTime(now())),
    takeBackMoreTime: () => apply(takeBackMoreTime(now())),
    tellInWindow: (inWindow) => apply({ person: personEdits.set({ inWindow }) }),
    markRead: (message) => apply(markRead(now(), message)),
    backToFrame: () => attempt('look', () => backToFrame(desk)),
    retry: () => desk.retry(),
    lookAgain: () => attempt('look', () => lookAt(desk, myRoom(desk))),
  };
}

/** To the question of one's seat, or else to which room one wants. */
const decline = (snapshot: Snapshot, kind: 'later' | 'never'): Edits =>
  currentQuestion(snapshot) === undefined ? declineRooms(snapshot, kind) : answer(snapshot, kind);

/** [I11] That the view could not be moved there on joining is over with it. */
async function backToFrame(desk: Desk): Promise<void> {
  await lookAt(desk, myRoom(desk));
  desk.atFrame();
  const { people, me } = desk.snapshot();
  if (people.get(me.id)?.problem?.step.startsWith('arrive') === true) {
    desk.apply({ person: personEdits.set({ problem: undefined }) });
  }
}

/** The room one is in, or was in when the last breakout ended; where nobody knows that any more: one's seat. */
function myRoom({ snapshot }: Desk) {
  const { run, people, me, seatsOf } = snapshot();
  if (run === undefined) return undefined;
  const place = lastPlaceIn(people.get(me.id), run.epoch);
  return (place ?? seatsOf(run.epoch).get(me.id))?.room;
}

/** Only a nudge: the facilitators' numbers come from the record. */
async function nudge({ board, snapshot }: Desk): Promise<void> {
  const { me, people } = snapshot();
  const epoch = people.get(me.id)?.ready;
  if (epoch === undefined) return;
  await broadcastReady(board.events, { user: me.id, name: me.name, epoch });
}
