/** Screens F0 to F4. */
import type { Epoch, FrameId, RoomId } from '../breakout/ids';
import type { Person } from '../breakout/person';
import type { Run } from '../breakout/run';
import { proposedRooms } from '../breakout/proposed-rooms';
import { unseated } from '../breakout/seated';
import { attendance } from '../breakout/took-part';
import { setupOf } from '../breakout/setup';
import { clockView } from './clock-view';
import { helpQueue } from './help-view';
import { sentMessages } from './messages-view';
import { lastedMs } from './lasted';
import { moreTimeView } from './more-time-view';
import { notices } from './notices';
import { reckoned } from './reckoned';
import { byName, nameOf, peopleOf, type People } from './people';
import { arrivals, countsOf, framesInTheMaking, roomViews } from './rooms-view';
import type { Snapshot } from './snapshot';
import type { PastView } from './past-view';
import { activeRun, facilitatorStage, lastRun, type Stage } from './stage';
import type { FacilitatorView, FrameChoice, PersonView, PrepareView, RoomView } from './views';

export function facilitatorView(snapshot: Snapshot): FacilitatorView {
  const people = peopleOf(snapshot);
  const stage = facilitatorStage(snapshot);
  const { epoch } = stage;
  const rooms = roomViews(snapshot, people, epoch);
  const base = { ...baseOf(snapshot, people, stage, rooms), rooms };
  switch (stage.at) {
    case 'prepare':
      return {
        screen: 'prepare',
        ...base,
        ...preparation(snapshot, people, epoch),
        list: keptList(snapshot, epoch),
      };
    case 'opening':
      return { screen: 'opening', ...base, opensInMs: stage.opensInMs };
    case 'open':
      return {
        screen: 'open',
        ...base,
        epoch,
        clock: clockView(snapshot, stage.run),
        counts: countsOf(rooms),
        unseated: unseatedOf(snapshot, people, epoch),
        help: helpQueue(snapshot, people, epoch),
        ...arrivals(snapshot, people, epoch),
        visiting: visitingOf(snapshot),
        messages: sentMessages(snapshot, epoch),
        moreTime: moreTimeView(snapshot, epoch, rooms),
        draft: own(snapshot)?.draft ?? { room: undefined, text: '' },
      };
    case 'closing':
      return {
        screen: 'closing',
        ...base,
        closesInMs: stage.closesInMs,
        closesAt: snapshot.now + stage.closesInMs,
        ending: stage.ending,
        cancellable: stage.cancellable,
        visiting: visitingOf(snapshot),
      };
    case 'after':
      return {
        screen: 'after',
        ...base,
        // [J2] Where only numbers are kept, nobody is shown by name afterwards.
        rooms: stage.run.journal.keeps === 'counts' ? rooms.map(withoutPeople) : rooms,
        epoch,
        ...attended(snapshot, stage.run),
        lastedMs: lastedMs(stage.run),
        visiting: visitingOf(snapshot),
        rounds: snapshot.rounds,
      };
  }
}

const withoutPeople = (room: RoomView): RoomView => ({ ...room, people: [] });

function baseOf(
  snapshot: Snapshot,
  people: People,
  stage: Stage,
  rooms: readonly RoomView[],
): FacilitatorBase {
  const { me, plan, saving, undo, past } = snapshot;
  return {
    me: me.id,
    notices: notices(snapshot, people, stage, rooms),
    saving: saving.state,
    facilitators: plan.facilitators.map(({ user, seated }) => ({
      id: user,
      name: nameOf(snapshot, user),
      online: people.online.has(user),
      me: user === me.id,
      seated: seated === true,
    })),
    others: people.participants
      .filter((user) => !people.facilitators.has(user))
      .map((user) => people.viewOf(user, stage.epoch)),
    settings: plan.settings,
    frames: frameChoices(snapshot),
    undo,
    past: withLastRound(past, snapshot.run),
  };
}

type FacilitatorBase = Pick<
  FacilitatorView,
  'me' | 'notices' | 'saving' | 'facilitators' | 'others' | 'settings' | 'frames' | 'undo' | 'past'
>;

/** The last one is known of before anything has been read. */
function withLastRound(past: PastView, run: Run | undefined): PastView {
  const last = activeRun(run) === undefined ? lastRun(run)?.epoch : undefined;
  if (last === undefined || past.rounds.includes(last)) return past;
  return { ...past, rounds: [...past.rounds, last] };
}

function preparation(snapshot: Snapshot, people: People, epoch: Epoch) {
  const { plan } = snapshot;
  const states = people.participants.map((user) => people.stateOf(user, epoch));
  return {
    epoch,
    unseated: unseatedOf(snapshot, people, epoch),
    expected: snapshot.expectedOf(epoch),
    setups: snapshot.setups,
    setup: setupOf(plan, (frame) => snapshot.frames?.find(({ id }) => id === frame)?.title),
    people: states.length,
    reckoned: reckoned(snapshot, people, epoch).size,
    ready: states.filter((state) => state !== 'without-app').length,
    saidReady: states.filter((state) => state === 'ready').length,
    withoutApp: states.filter((state) => state === 'without-app').length,
    proposedRooms: proposedRooms(states.length),
    length: plan.length,
    task: plan.task,
    selected: selectedFrames(snapshot),
    repeats: snapshot.rounds?.prepared,
    busy: framesUnderWay(snapshot, people),
  };
}

function framesUnderWay(snapshot: Snapshot, people: People): PrepareView['busy'] {
  const missing = framesInTheMaking(snapshot, people).length;
  const of = snapshot.plan.rooms.length;
  return missing === 0 ? undefined : { done: of - missing, of };
}

function unseatedOf(snapshot: Snapshot, people: People, epoch: Epoch): PersonView[] {
  const { plan, seatsOf } = snapshot;
  const waiting = unseated(people.participants, seatsOf(epoch), plan.removed);
  return byName(snapshot, waiting).map((user) => people.viewOf(user, epoch));
}

function frameChoices({ frames, plan, selected }: Snapshot): readonly FrameChoice[] | undefined {
  // Of two rooms with one frame the first is named.
  const users = new Map(plan.rooms.map(({ frame, name }) => [frame, name] as const).reverse());
  return frames?.map(({ id, title }) => ({
    id,
    title,
    usedBy: users.get(id),
    selected: selected.has(id),
  }));
}

function selectedFrames({ selected, plan }: Snapshot): readonly FrameId[] {
  const used = new Set(plan.rooms.map(({ frame }) => frame));
  return [...selected].filter((frame) => !used.has(frame));
}

function visitingOf(snapshot: Snapshot): RoomId | undefined {
  return own(snapshot)?.visiting?.room;
}

function keptList(snapshot: Snapshot, epoch: Epoch): string | undefined {
  const list = own(snapshot)?.list;
  return list?.epoch === epoch ? list.text : undefined;
}

function own({ people, me }: Snapshot): Person | undefined {
  return people.get(me.id);
}

function attended({ plan, seatsOf, people }: Snapshot, run: Run) {
  const counted = attendance(run, plan, seatsOf(run.epoch), people);
  const { tookPart, neverJoined, shown, stayed } = counted;
  return { tookPart, neverJoined, withoutApp: { shown, stayed } };
}
