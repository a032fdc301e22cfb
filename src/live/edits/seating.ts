/** Who sits where, changed by hand or by lot. */
import type { RoomId, UserId } from '../../breakout/ids';
import type { Groups } from '../../breakout/met';
import { seatArrivals } from '../../breakout/roster/expected';
import { seatCounts, split, unseated } from '../../breakout/seating';
import type { Seat } from '../../breakout/seats';
import { expectedEdits } from '../../records/expected-edits';
import { seatsEdits } from '../../records/seats';
import { isInside, nameOf, peopleOf } from '../people';
import type { Snapshot } from '../snapshot';
import { facilitatorStage } from '../stage';
import { noEdits, type Edits } from './edits';
import { awayFrom, divisionOf, idsOf, participantsOf, seatAll, withAway } from './seats-of';

/** Only before the opening: nobody's room is changed by lot while they work in it. */
export function shuffle(snapshot: Snapshot, random: () => number): Edits {
  const division = divisionOf(snapshot, facilitatorStage(snapshot).epoch);
  return regroup(snapshot, split(division, random));
}

/** [S5] Before the opening, those who are here in these groups; those who are away are added. */
export function regroup(snapshot: Snapshot, groups: Groups): Edits {
  const { epoch, at } = facilitatorStage(snapshot);
  if (at !== 'prepare') return noEdits;
  const away = awayFrom(snapshot, epoch);
  return seatAll(snapshot, epoch, withAway(groups, away, divisionOf(snapshot, epoch)));
}

/** While open, a move is a question to the person; nobody is moved without their yes. */
export function move(snapshot: Snapshot, user: UserId, to: RoomId | undefined): Edits {
  if (to !== undefined && !snapshot.plan.rooms.some(({ id }) => id === to)) return noEdits;
  return seatAll(snapshot, facilitatorStage(snapshot).epoch, [[user, to]]);
}

/** [L5] Everyone of `people` without a seat, as a list says, else in the smallest room. Moves nobody. */
export function seatUnseated(snapshot: Snapshot, people: readonly UserId[]): Edits {
  const { plan, seatsOf, expectedOf } = snapshot;
  const { epoch } = facilitatorStage(snapshot);
  const seats = seatsOf(epoch);
  const newcomers = unseated(people, seats, plan.removed);
  const sizes = seatCounts(seats, participantsOf(snapshot));
  const arrivals = seatArrivals({
    newcomers,
    nameOf: (user) => nameOf(snapshot, user),
    expected: expectedOf(epoch),
    rooms: idsOf(plan.rooms),
    countOf: (room) => sizes.get(room) ?? 0,
  });
  const placed = seatAll(snapshot, epoch, arrivals.seats).seats?.changes;
  if (placed === undefined) return noEdits;
  return { seats: { epoch, changes: { ...expectedEdits.forget(arrivals.arrived), ...placed } } };
}

/**
 * A new question for the same seat. "Everyone" is whoever is here and not in, but for those who
 * said "not this time": that holds for the whole breakout.
 */
export function askAgain(snapshot: Snapshot, who: UserId | 'everyone'): Edits {
  const stage = facilitatorStage(snapshot);
  if (stage.at !== 'open') return noEdits;
  const { stateOf } = peopleOf(snapshot);
  const entries: [UserId, Seat][] = [];
  for (const [user, seat] of snapshot.seatsOf(stage.epoch)) {
    const state = stateOf(user, stage.epoch);
    const meant = who === 'everyone' ? state !== 'away' && state !== 'declined' : who === user;
    if (meant && !isInside(state)) entries.push([user, { room: seat.room, ask: seat.ask + 1 }]);
  }
  if (entries.length === 0) return noEdits;
  return { seats: { epoch: stage.epoch, changes: seatsEdits.seat(entries) } };
}
