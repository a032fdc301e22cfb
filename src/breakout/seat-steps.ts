/** Seats that the conductor gives: to people who come late, and to those whose wish for a room is granted. */
import { areChosen, grantedChoices } from './choosing';
import { lastingRooms, leftRooms } from './closing-rooms';
import type { ConductorStep, ConductorView } from './conductor-view';
import { NATIVE_ONLINE_MS } from './guest-steps';
import type { UserId } from './ids';
import { limitsOf, unlockedRooms } from './places';
import { seatArrivals } from './roster/expected';
import { participants, seatCounts, unseated } from './seated';

/**
 * [S3] [L5] As the list says, else in the smallest room by people present; nobody seated is moved.
 * [S8] Where people wait or choose, only those who cannot: [R5] whose room is being closed, and who
 * has no app to choose with. [S10] With them go the wishes that can be granted.
 */
export function seatEveryone(view: ConductorView): ConductorStep[] {
  const { plan, seats, online, expected, nameOf, run, people } = view;
  const present = participants(plan, online.keys());
  const gone = new Set([...plan.removed, ...leftRooms(view)]);
  const newcomers = unseated(present, seats, gone);
  const counts = seatCounts(seats, present);
  const open = new Set(unlockedRooms(plan.rooms));
  const arrivals = seatArrivals({
    newcomers,
    isGiven: (user) => seats.has(user) || isGivenSeat(view, user),
    nameOf,
    expected,
    rooms: lastingRooms(plan, run.epoch).filter((room) => open.has(room)),
    countOf: (room) => counts.get(room) ?? 0,
    most: limitsOf(plan.rooms),
  });
  const wishes = grantedChoices({ plan, seats, run }, people);
  const given = new Map([...arrivals.seats, ...wishes]);
  return given.size === 0 ? [] : [{ do: 'seat', seats: given, arrived: arrivals.arrived }];
}

/** [S8] Whether somebody without a seat is given one. */
function isGivenSeat(view: ConductorView, user: UserId): boolean {
  const { plan, run, people, online, now } = view;
  if (run.phase === 'opening') return plan.settings.seating === 'given';
  if (areChosen(plan)) {
    const withApp = people.get(user)?.here === true;
    const here = now >= (online.get(user) ?? now) + NATIVE_ONLINE_MS;
    return !withApp && here && now >= run.openedAt + NATIVE_ONLINE_MS;
  }
  return plan.settings.late === 'smallest';
}
