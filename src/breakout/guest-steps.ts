/** What the conductor does for people without the app, by Miro's own means. */
import type { ConductorStep, ConductorView } from './conductor-view';
import type { Millis, RoomId, UserId } from './ids';
import { guestPlace } from './run';
import { participants } from './seated';

/** People without the app are invited natively this long after the opening … */
export const NATIVE_AFTER_MS: Millis = 5_000;
/** … when they have been seen online for so long (an app may still be loading). */
export const NATIVE_ONLINE_MS: Millis = 15_000;
/**
 * … and people with the app whom their own window has not asked: late enough for a push that was
 * lost on the way there or back to be noticed, since two windows at once would be worse than none.
 */
const UNASKED_MS: Millis = 45_000;

/** [G1] People without the app: invited natively, then shown their frame when they have joined. */
export function invitations(view: ConductorView): ConductorStep[] {
  const { run, plan, seats, people, online, now, members } = view;
  if (now < run.openedAt + NATIVE_AFTER_MS) return [];
  const steps: ConductorStep[] = [];
  const inviting = new Map<RoomId, { user: UserId; ask: number }[]>();
  for (const user of participants(plan, online.keys())) {
    const seat = seats.get(user);
    const person = people.get(user);
    if (seat === undefined || person?.asked?.epoch === run.epoch) continue;
    const onlineSince = online.get(user) ?? now;
    if (now < onlineSince + NATIVE_ONLINE_MS) continue;
    if (person?.here === true && now < Math.max(run.openedAt, onlineSince) + UNASKED_MS) continue;
    const room = plan.rooms.find(({ id }) => id === seat.room);
    const session = room === undefined ? undefined : run.rooms.get(room.id)?.session;
    if (room === undefined || session === undefined) continue;
    const guest = run.guests.get(user);
    const current = guest?.room === seat.room && guest.ask === seat.ask;
    if (members.get(session)?.has(user) === true) {
      if (!current || guest.state !== 'in') {
        steps.push({ do: 'bring', user, room: room.id, frame: room.frame });
      }
    } else if (!current) {
      inviting.set(room.id, [...(inviting.get(room.id) ?? []), { user, ask: seat.ask }]);
    }
  }
  for (const [room, users] of inviting) {
    const session = run.rooms.get(room)?.session;
    if (session !== undefined) steps.push({ do: 'invite', room, session, users });
  }
  return steps;
}

/** [G2] Those without the app are shown the plenary frame while we still may move their view. */
export function farewells({ run, plan, online }: ConductorView): ConductorStep[] {
  const frame = plan.settings.plenary;
  if (frame === undefined) return [];
  return [...run.guests]
    .filter(([user, guest]) => guestPlace(guest) !== undefined && online.has(user))
    .map(([user]) => ({ do: 'bring', user, room: undefined, frame }));
}
