/** Screens P0 to P4: what has been done, never what has only been ordered. */
import { isWishedFor } from '../breakout/choosing';
import { conductorNow, liveNow } from '../breakout/clock';
import { isOver } from '../breakout/epoch-over';
import type { Millis } from '../breakout/ids';
import type { Answer, Person } from '../breakout/person';
import {
  answerIn,
  isOpen,
  lastPlaceIn,
  placeIn,
  sameQuestion,
  seatQuestion,
} from '../breakout/question';
import type { Run } from '../breakout/run';
import { choosableRooms, lostPlace, ownChoice, switchView } from './choosing-view';
import { clockView } from './clock-view';
import { companions } from './companions';
import { ownHelp } from './help-view';
import { myRoom } from './my-room';
import { receivedMessages } from './messages-view';
import { ownMoreTime } from './more-time-view';
import { ownNotices } from './own-notices';
import { byName, nameOf, peopleOf, type People } from './people';
import type { Snapshot } from './snapshot';
import { lastRun, nextEpoch } from './stage';
import type {
  ChoosingView,
  InRoomView,
  InvitedView,
  ParticipantBase,
  ParticipantView,
  TakeOver,
} from './views';

/** What a screen says, apart from what all of them do. */
type Screen = ParticipantView extends infer View
  ? View extends ParticipantView
    ? Omit<View, keyof ParticipantBase>
    : never
  : never;

/** Running a board that others run is offered only after this long without any of them. */
export const TAKE_OVER_AFTER_MS: Millis = 2 * 60_000;

/**
 * | the run                        | this person                  | screen       |
 * |--------------------------------|------------------------------|--------------|
 * | none, opening                  |                              | waiting      |
 * | open                           | in a room                    | in-room      |
 * | open                           | seated, elsewhere            | invited      |
 * | open                           | is to choose a room          | choosing     |
 * | open                           | without a seat               | waiting      |
 * | closing                        | in a room                    | room-closing |
 * | closing                        | elsewhere                    | waiting      |
 * | ending, closed, certainly over | still in a room, a run ending | room-closing |
 * | ending, closed, certainly over | took part, no next one yet   | ended        |
 * | the same, names not kept       | had a seat, no next one yet  | ended        |
 * | ending, closed, certainly over | else                         | waiting      |
 */
export function participantView(snapshot: Snapshot): ParticipantView {
  return {
    ...screenOf(snapshot),
    ...takeOver(snapshot),
    notices: ownNotices(snapshot),
    unsent: snapshot.saving.state === 'failed',
  };
}

/** [C8] Whoever sits in a room may take over, too, and needs to know until when there is time. */
function takeOver(snapshot: Snapshot): TakeOver {
  const { plan, unattendedMs } = snapshot;
  const run = lastRun(snapshot.run);
  return {
    mayRunIt: plan.facilitators.length === 0 || unattendedMs >= TAKE_OVER_AFTER_MS,
    closesAt: run?.phase === 'open' ? clockView(snapshot, run).endsAt : undefined,
  };
}

function screenOf(snapshot: Snapshot): Screen {
  const people = peopleOf(snapshot);
  const run = lastRun(snapshot.run);
  const waiting = waitingView(snapshot, people);
  if (run === undefined || run.phase === 'opening') return waiting;
  const now = conductorNow(snapshot.estimate, snapshot.now);
  if (isOver(run, snapshot.plan, liveNow(snapshot.estimate, snapshot.now)))
    return overView(snapshot, people, run) ?? waiting;
  const inside = insideView(snapshot, people, run, now);
  if (inside !== undefined || run.phase !== 'open') return inside ?? waiting;
  const late = { ...waiting, roomsOpen: true } as const;
  return invitedView(snapshot, people, run) ?? choosingView(snapshot, people, run) ?? late;
}

/** [S8] Whoever has said no may still choose. */
function choosingView(
  snapshot: Snapshot,
  people: People,
  run: Run,
): Omit<ChoosingView, keyof ParticipantBase> | undefined {
  const state = ownChoice(snapshot, run);
  if (state === undefined) return undefined;
  const rooms = choosableRooms(snapshot, people, run);
  const waitsFor = state.at === 'waiting' ? state.room : undefined;
  return {
    screen: 'choosing',
    rooms,
    invitedBy: run.by.name,
    clock: clockView(snapshot, run),
    lost: lostPlace(snapshot, rooms, state.at === 'open' ? state.lost : undefined),
    waitingFor: rooms.find(({ id }) => id === waitsFor)?.name,
    said: state.at === 'declined' ? SAID[state.said] : 'nothing',
    keepsNames: run.journal.keeps === 'names',
  };
}

function insideView(snapshot: Snapshot, people: People, run: Run, now: Millis): Screen | undefined {
  const place = placeIn(own(snapshot), run.epoch);
  const room = myRoom(snapshot, people, run.epoch, place?.room);
  if (place === undefined || room === undefined) return undefined;
  if (run.phase !== 'open') {
    const closesInMs = Math.max(0, (run.closesAt ?? now) - now);
    const returnsTo = snapshot.plan.settings.plenary === undefined ? 'home' : 'plenary';
    return { screen: 'room-closing', room, closesInMs, returnsTo };
  }
  return {
    screen: 'in-room',
    room,
    clock: clockView(snapshot, run),
    help: ownHelp(snapshot, run.epoch),
    messages: receivedMessages(snapshot, place),
    moreTime: ownMoreTime(snapshot, run.epoch),
    inWindow: own(snapshot)?.inWindow === true,
    keepsNames: run.journal.keeps === 'names',
    astray: snapshot.astray,
    moveTo: moveTo(snapshot, people, run),
    invitedBy: run.by.name,
    switching: switchView(snapshot, people, run),
  };
}

/** Only a move that still wants an answer: "Stay" has settled it until a facilitator asks again. */
function moveTo(snapshot: Snapshot, people: People, run: Run): InRoomView['moveTo'] {
  const { plan, seatsOf, me } = snapshot;
  const person = own(snapshot);
  const question = seatQuestion(plan, seatsOf(run.epoch), run, me.id);
  if (question === undefined || person === undefined || !isOpen(question, person)) return undefined;
  // [S10] They have asked for it themselves, and go.
  if (isWishedFor(question, person)) return undefined;
  const room = myRoom(snapshot, people, run.epoch, question.room);
  return room && { room, by: run.by.name };
}

function invitedView(snapshot: Snapshot, people: People, run: Run): Screen | undefined {
  const { plan, seatsOf, me } = snapshot;
  const question = seatQuestion(plan, seatsOf(run.epoch), run, me.id);
  const room = myRoom(snapshot, people, run.epoch, question?.room);
  if (question === undefined || room === undefined) return undefined;
  const person = own(snapshot);
  const answer = answerIn(person, run.epoch);
  // Asked again for the room that was accepted already: the yes still holds.
  const joining = answer?.kind === 'yes' && answer.room === question.room;
  const current = answer?.kind === 'never' || sameQuestion(answer, question) ? answer : undefined;
  return {
    screen: 'invited',
    room,
    invitedBy: run.by.name,
    clock: clockView(snapshot, run),
    said: current === undefined ? 'nothing' : SAID[current.kind],
    joining,
    keepsNames: run.journal.keeps === 'names',
    switching: switchView(snapshot, people, run),
    problem: person?.problem?.problem ?? (joining ? roomProblem(run, question.room) : undefined),
  };
}

const SAID = {
  yes: 'nothing',
  later: 'not-now',
  never: 'never',
  left: 'left',
} as const satisfies Record<Answer['kind'], InvitedView['said']>;

function roomProblem(run: Run, room: InvitedView['room']['id']) {
  return run.rooms.get(room)?.problem;
}

/** [I6] Once the next one is being prepared, the last one is the past. */
function overView(snapshot: Snapshot, people: People, run: Run): Screen | undefined {
  const person = own(snapshot);
  const { epoch } = run;
  const room = myRoom(snapshot, people, epoch, lastPlaceIn(person, epoch)?.room);
  if (run.phase === 'ending' && placeIn(person, epoch) !== undefined && room !== undefined) {
    const returnsTo = snapshot.plan.settings.plenary === undefined ? 'home' : 'plenary';
    return { screen: 'room-closing', room, closesInMs: 0, returnsTo };
  }
  if (snapshot.plan.prepared >= nextEpoch(run)) return undefined;
  if (run.journal.keeps === 'counts') return forgottenView(snapshot, people, run);
  if (lastPlaceIn(person, epoch) === undefined) return undefined;
  const stayedMs = room && snapshot.stays?.get(room.id)?.ms;
  const then = room && { ...room, others: companions(snapshot, epoch, room.id) };
  return { screen: 'ended', room: then, stayedMs, keepsNames: true };
}

/** [J5] Nobody knows any more who came: all that is said is what seat one had. */
function forgottenView(snapshot: Snapshot, people: People, run: Run): Screen | undefined {
  const seat = snapshot.seatsOf(run.epoch).get(snapshot.me.id);
  if (seat === undefined) return undefined;
  const room = myRoom(snapshot, people, run.epoch, seat.room);
  return { screen: 'ended', room, stayedMs: undefined, keepsNames: false };
}

function waitingView(snapshot: Snapshot, people: People): Screen {
  const { plan, me, run } = snapshot;
  const epoch = run === undefined || run.phase === 'closed' ? nextEpoch(run) : run.epoch;
  const others = [...people.online].filter((user) => user !== me.id);
  return {
    screen: 'waiting',
    facilitators: plan.facilitators.map(({ user }) => nameOf(snapshot, user)),
    // Participants do not follow everybody's record, so all they know is who is here.
    here: byName(snapshot, others).map((user) => ({
      ...people.viewOf(user, epoch),
      state: 'waiting',
    })),
    ready: own(snapshot)?.ready === epoch,
    inWindow: own(snapshot)?.inWindow === true,
    keepsNames: plan.settings.names,
  };
}

function own({ people, me }: Snapshot): Person | undefined {
  return people.get(me.id);
}
