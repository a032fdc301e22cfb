/** What is unusual about the board, worst first. The words and the mending buttons are the screen's. */
import { conductorNow } from '../breakout/clock';
import type { Millis } from '../breakout/ids';
import { PICKING_MS } from '../breakout/person';
import { MAX_ROOMS } from '../breakout/plan';
import type { Problem } from '../breakout/run';
import { overruledNotice } from './overruled';
import { failure, savingNotices } from './own-notices';
import type { People } from './people';
import { reckoned } from './reckoned';
import { framesInTheMaking } from './rooms-view';
import type { Snapshot } from './snapshot';
import type { Stage } from './stage';
import type { Notice, RoomView } from './views';

/** For so long it is said that the rooms opened by what was there. */
const UNSEEN_SAID_MS: Millis = 2 * 60_000;

export function notices(
  snapshot: Snapshot,
  people: People,
  stage: Stage,
  rooms: readonly RoomView[],
): Notice[] {
  return [
    ...pickingNotices(snapshot),
    ...savingNotices(snapshot.saving),
    ...(snapshot.conductorLost === undefined
      ? []
      : [{ kind: 'no-conductor', limited: snapshot.conductorLost === 'limited' } as const]),
    ...(snapshot.overruled === undefined ? [] : [overruledNotice(snapshot, snapshot.overruled)]),
    ...failureNotices(snapshot),
    ...snapshot.unreadable.map((record): Notice => ({ kind: 'unreadable', ...record })),
    ...(stage.at === 'prepare' ? preparingNotices(snapshot, people, stage, rooms) : []),
    ...frameNotices(snapshot, people, stage, rooms),
    ...(stage.at === 'prepare' ? [] : runNotices(snapshot, stage, rooms)),
    ...personNotices(snapshot, people),
  ];
}

/** [O12] That no more rooms fit is true only for as long as none has gone. */
function failureNotices({ failed, plan }: Snapshot): Notice[] {
  const isPast = failed?.step === 'room-limit' && plan.rooms.length < MAX_ROOMS;
  return failed === undefined || isPast ? [] : [failure(failed)];
}

/** First of all: it is what the next click on the board is about. */
function pickingNotices({ people, me, plan, now }: Snapshot): Notice[] {
  const picking = people.get(me.id)?.picking;
  const room = plan.rooms.find(({ id }) => id === picking?.room);
  if (picking === undefined || room === undefined || now >= picking.at + PICKING_MS) return [];
  return [{ kind: 'picking', name: room.name }];
}

/** Rooms for people who are away, or on a list, are not too many. */
function preparingNotices(
  snapshot: Snapshot,
  people: People,
  { epoch }: Stage,
  rooms: readonly RoomView[],
): Notice[] {
  const count = reckoned(snapshot, people, epoch).size;
  return [
    ...(people.participants.length === 0 ? [{ kind: 'nobody-here' } as const] : []),
    ...(count > 0 && rooms.length > count
      ? [{ kind: 'more-rooms-than-people', rooms: rooms.length, people: count } as const]
      : []),
  ];
}

/**
 * A frame that was deleted is noticed in every phase; that a room never had one matters where rooms
 * are made. A room whose frame is still being made is not without one.
 */
function frameNotices(
  snapshot: Snapshot,
  people: People,
  { at }: Stage,
  rooms: readonly RoomView[],
): Notice[] {
  const awaited = new Set(framesInTheMaking(snapshot, people).map(({ id }) => id));
  const isMade = at === 'prepare' || at === 'open';
  return rooms
    .filter(
      ({ id, frame }) => frame === 'deleted' || (isMade && frame === 'none' && !awaited.has(id)),
    )
    .map(({ id, name, frame }) => ({
      kind: 'room-without-frame',
      room: id,
      name,
      deleted: frame === 'deleted',
      // In the seconds of an opening or a closing nothing is put in the way of it.
      mendable: isMade || at === 'after',
    }));
}

/** [I11] What the conductor could not do, each with its reason. */
function runNotices(snapshot: Snapshot, stage: Stage, rooms: readonly RoomView[]): Notice[] {
  const { run, people, plan } = snapshot;
  if (run === undefined || run.epoch !== stage.epoch) return [];
  const list: Notice[] = [];
  const openMs = conductorNow(snapshot.estimate, snapshot.now) - run.openedAt;
  if (run.openedUnseen === true && stage.at === 'open' && openMs < UNSEEN_SAID_MS) {
    list.push({ kind: 'opened-unseen', by: run.by.name });
  }
  const taken = rooms.some(({ problem }) => problem?.reason === 'sessions-taken');
  if (taken) {
    const withApp = [...people.values()].filter(({ here }) => here).length;
    list.push({ kind: 'sessions-taken', withApp });
  }
  for (const { id, name, problem } of rooms) {
    if (problem === undefined || problem.reason === 'sessions-taken') continue;
    list.push({ kind: 'room-failed', room: id, name, problem });
  }
  for (const { step, problem } of run.failures) {
    if (step === 'timer' && problem.reason === 'timer-unavailable') {
      if (plan.settings.boardTimer) list.push({ kind: 'timer-unavailable' });
    } else {
      list.push(failure({ step, problem }));
    }
  }
  return list;
}

/** [I11] What attendants could not do: once per cause, however many people it hit. */
function personNotices({ people }: Snapshot, { online }: People): Notice[] {
  const causes = new Map<string, { step: string; problem: Problem }>();
  for (const [user, { problem }] of people) {
    if (problem === undefined || !online.has(user)) continue;
    // An attendant names its step with what it was about: "join <session>".
    const [step = problem.step] = problem.step.split(' ', 1);
    causes.set(`${step} ${problem.problem.reason}`, { step, problem: problem.problem });
  }
  return [...causes.values()].map(failure);
}
