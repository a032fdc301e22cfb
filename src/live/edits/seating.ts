/** Who sits where, changed by hand or by lot. */
import type { Epoch, RoomId, UserId } from '../../breakout/ids';
import { limitsOf, unlockedRooms } from '../../breakout/places';
import { seatArrivals } from '../../breakout/roster/expected';
import type { Groups } from '../../breakout/met';
import { seatCounts, unseated } from '../../breakout/seated';
import { split } from '../../breakout/seating';
import type { Seat } from '../../breakout/seats';
import { expectedEdits } from '../../records/expected-edits';
import { seatsEdits } from '../../records/seats';
import { isAwaited, isInside, nameOf, peopleOf, type People } from '../people';
import type { Snapshot } from '../snapshot';
import { facilitatorStage } from '../stage';
import { noEdits, type Edits } from './edits';
import {
  awayFrom,
  divisionOf,
  idsOf,
  nextAskOf,
  participantsOf,
  seatAll,
  withAway,
} from './seats-of';

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
export function move(
  snapshot: Snapshot,
  moves: Iterable<readonly [user: UserId, to: RoomId | undefined]>,
): Edits {
  const rooms = new Set(idsOf(snapshot.plan.rooms));
  const possible = [...moves].filter(([, to]) => to === undefined || rooms.has(to));
  return seatAll(snapshot, facilitatorStage(snapshot).epoch, possible);
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
    rooms: unlockedRooms(plan.rooms),
    countOf: (room) => sizes.get(room) ?? 0,
    most: limitsOf(plan.rooms),
  });
  const placed = seatAll(snapshot, epoch, arrivals.seats).seats?.changes;
  if (placed === undefined) return noEdits;
  return { seats: { epoch, changes: { ...expectedEdits.forget(arrivals.arrived), ...placed } } };
}

/**
 * A new question for the same seat. "Everyone" is whoever is here and in no room, but for those who
 * said "not this time": that holds for the whole breakout. "Awaited": who has not answered.
 */
export function askAgain(snapshot: Snapshot, who: UserId | 'everyone' | 'awaited'): Edits {
  const stage = facilitatorStage(snapshot);
  if (stage.at !== 'open') return noEdits;
  const people = peopleOf(snapshot);
  const entries: [UserId, Seat][] = [];
  for (const [user, seat] of snapshot.seatsOf(stage.epoch)) {
    if (isInside(people.stateOf(user, stage.epoch))) continue;
    if (isMeant(people, user, stage.epoch, who)) {
      entries.push([user, { room: seat.room, ask: nextAskOf(snapshot, stage.epoch, user) }]);
    }
  }
  if (entries.length === 0) return noEdits;
  return { seats: { epoch: stage.epoch, changes: seatsEdits.seat(entries) } };
}

function isMeant(
  people: People,
  user: UserId,
  epoch: Epoch,
  who: UserId | 'everyone' | 'awaited',
): boolean {
  if (who === 'awaited') return isAwaited(people, user, epoch);
  if (who !== 'everyone') return who === user;
  const state = people.stateOf(user, epoch);
  return state !== 'away' && state !== 'declined' && people.placeOf(user, epoch) === undefined;
}
