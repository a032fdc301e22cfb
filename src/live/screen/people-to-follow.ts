import type { UserId } from '../../breakout/ids';
import type { Snapshot } from '../snapshot';
import { activeRun, nextEpoch } from '../stage';

/**
 * Whose records this screen needs, the most urgent first. A facilitator: everyone seated, then
 * everyone online. A participant: those who share the room, once there is one to go to. The own
 * record is held anyway.
 */
export function peopleToFollow(snapshot: Snapshot): UserId[] {
  const { me, plan, run, seatsOf, online } = snapshot;
  const epoch = activeRun(run)?.epoch ?? nextEpoch(run);
  const seats = seatsOf(epoch);
  if (plan.facilitators.some(({ user }) => user === me.id)) {
    // Of the last breakout, too: "after" says who took part.
    const last = activeRun(run) === undefined ? seatsOf(epoch - 1).keys() : [];
    const users = new Set([...seats.keys(), ...online.map(({ id }) => id), ...last]);
    users.delete(me.id);
    return [...users];
  }
  if (activeRun(run) === undefined) return [];
  const rooms = new Set([seats.get(me.id)?.room, snapshot.people.get(me.id)?.at?.room]);
  return [...seats].flatMap(([user, { room }]) =>
    rooms.has(room) && user !== me.id ? [user] : [],
  );
}
