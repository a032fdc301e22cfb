/** From one round to the next, on the same rooms. Nothing opens by itself. */
import type { Epoch } from '../../breakout/ids';
import type { Groups } from '../../breakout/met';
import { moveOn } from '../../breakout/move-on';
import { seatArrivals, type Arrived } from '../../breakout/roster/expected';
import { split } from '../../breakout/seating';
import { isForgotten } from '../../breakout/traces';
import { expectedEdits } from '../../records/expected-edits';
import type { Changes } from '../../records/merge';
import { standingFacilitators } from '../../breakout/seated';
import { planEdits } from '../../records/plan-edits';
import { nameOf } from '../people';
import type { Snapshot } from '../snapshot';
import { facilitatorStage } from '../stage';
import { noEdits, type Edits } from './edits';
import {
  divisionOf,
  idsOf,
  keptIn,
  lockedIn,
  participantsOf,
  seatAll,
  seatedIn,
  withAway,
} from './seats-of';

/**
 * Prepares the next round with these groups. Nobody who is here stays without a room: whoever is in
 * none of them goes to the smallest, and if nobody is in one, all are split at random.
 */
export function prepareNext(snapshot: Snapshot, groups: Groups, random: () => number): Edits {
  const stage = facilitatorStage(snapshot);
  if (stage.at !== 'after') return noEdits;
  const epoch: Epoch = stage.epoch + 1;
  const division = divisionOf(snapshot, stage.epoch);
  const again = seatable(snapshot, groups);
  const drawn = again.size > 0 ? again : split(division, random);
  // [S11] Whoever is in a locked room stays there.
  const start = new Map([...drawn, ...lockedIn(snapshot, stage.epoch)]);
  // Hosts who are away for the moment keep their place, too.
  const kept = keptIn(snapshot, stage.epoch, division.rooms);
  const come = arrivedSince(snapshot, stage.epoch, new Map([...kept, ...start]));
  const known = new Map([...start, ...come.seats]);
  const rest = [...kept.keys()].filter((user) => !known.has(user));
  const seated = seatAll(snapshot, epoch, withAway(known, rest, division)).seats?.changes ?? {};
  // [L5] Who is on a list and did not come to the last round may come to this one.
  const arrived = new Set(come.arrived.map(({ name }) => name));
  const waited = isForgotten(stage.run)
    ? []
    : snapshot.expectedOf(stage.epoch).filter(({ name }) => !arrived.has(name));
  return {
    plan: planEdits.setPrepared(epoch),
    seats: { epoch, changes: { ...expectedEdits.expect(waited), ...seated } },
  };
}

/** Who is here and sits nowhere yet: in the room that a list names for them, or in the smallest. */
function arrivedSince(snapshot: Snapshot, last: Epoch, groups: Groups): Arrived {
  const seats = [...groups.values()];
  return seatArrivals({
    newcomers: participantsOf(snapshot).filter((user) => !groups.has(user)),
    nameOf: (user) => nameOf(snapshot, user),
    expected: snapshot.expectedOf(last),
    rooms: idsOf(snapshot.plan.rooms),
    countOf: (room) => seats.filter((each) => each === room).length,
  });
}

/** "Same groups": everyone's room of the last round, away or not. */
export function sameGroups(snapshot: Snapshot): Groups {
  const { plan } = snapshot;
  return seatedIn(snapshot, facilitatorStage(snapshot).epoch, idsOf(plan.rooms));
}

/** "One room on". */
export function oneRoomOn(snapshot: Snapshot): Groups {
  const { rooms, pinned } = snapshot.plan;
  return moveOn(sameGroups(snapshot), idsOf(rooms), pinned);
}

/**
 * The series is over: the rooms, their task and whoever was pinned leave the plan, and the board is
 * as before the first round. Frames and what is in them stay, and so does what the rounds have left.
 */
export function finish(snapshot: Snapshot): Edits {
  const stage = facilitatorStage(snapshot);
  if (stage.at !== 'after') return noEdits;
  const { rooms, pinned } = snapshot.plan;
  const changes: readonly Changes[] = [
    ...rooms.map(({ id }) => planEdits.setRoom(id, { alive: false })),
    ...[...pinned].map((user) => planEdits.setPinned(user, false)),
    planEdits.setTask(''),
    planEdits.setPrepared(stage.epoch + 1),
  ];
  return { plan: changes.reduce((all, each) => ({ ...all, ...each })) };
}

/** Of an earlier round, what still makes sense: rooms that exist, and nobody who stands now. */
function seatable({ plan }: Snapshot, groups: Groups): Groups {
  const rooms = new Set(idsOf(plan.rooms));
  const standing = standingFacilitators(plan);
  return new Map([...groups].filter(([user, room]) => rooms.has(room) && !standing.has(user)));
}
