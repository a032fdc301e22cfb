import type { Epoch, UserId } from '../../breakout/ids';
import { lastPlaceIn } from '../../breakout/question';
import type { Snapshot } from '../snapshot';
import { activeRun, nextEpoch } from '../stage';

/**
 * Whose records this screen needs, the most urgent first. A facilitator: everyone seated, then
 * everyone online. A participant: those who share the room, once there is one to go to, and those
 * who did, once it is over. The own record is held anyway.
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
  return activeRun(run) === undefined ? lastCompany(snapshot) : company(snapshot, epoch);
}

/** Who shares a room with this user or may do so, while rooms are open. */
export function company({ me, seatsOf, people }: Snapshot, epoch: Epoch): UserId[] {
  const seats = seatsOf(epoch);
  const at = people.get(me.id)?.at;
  const rooms = new Set([seats.get(me.id)?.room, at?.room]);
  // [V4] Whoever was asked more than once may have stayed in a room that is not their seat's.
  return [...seats].flatMap(([user, { room, ask }]) =>
    user !== me.id && (rooms.has(room) || (at !== undefined && ask > 1)) ? [user] : [],
  );
}

/** With whom somebody was who took part: of them, who came. */
function lastCompany({ me, run, seatsOf, people, plan }: Snapshot): UserId[] {
  const place = run && lastPlaceIn(people.get(me.id), run.epoch);
  if (run === undefined || place === undefined) return [];
  if (plan.prepared >= nextEpoch(run)) return [];
  return [...seatsOf(run.epoch)].flatMap(([user, { room }]) =>
    user !== me.id && room === place.room ? [user] : [],
  );
}
