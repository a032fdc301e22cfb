/** The rooms of one epoch with the people in them, and the numbers over all of them. */
import { conductorNow } from '../breakout/clock';
import type { Epoch, Millis, RoomId, UserId } from '../breakout/ids';
import type { Room } from '../breakout/plan';
import { placeIn } from '../breakout/question';
import { aloneFor, awaitedFor, hasLasted, seatedFor } from './lasting';
import { byName, isAwaited, isInside, type People } from './people';
import { aloneByRoom, presentByRoom } from './present';
import type { Snapshot } from './snapshot';
import { activeRun } from './stage';
import type { Counts, PersonState, PersonView, RoomView } from './views';

/** Nobody is called alone before they have been so for a while, nor soon after the opening. */
const ALONE_MS: Millis = 20_000;
/** Whoever has been asked for so long is said not to have answered. */
const NO_ANSWER_MS: Millis = 20_000;
/** Whoever is here and has neither come nor refused for so long may be asked once more. */
const NOT_IN_MS: Millis = 60_000;
/** Somebody who came late and got a room is mentioned for so long. */
const LATE_MS: Millis = 60_000;

export function roomViews(snapshot: Snapshot, people: People, epoch: Epoch): RoomView[] {
  const shown = shownByRoom(snapshot, people, epoch);
  const present = presentByRoom(snapshot, people, epoch);
  const alone = settled(snapshot, epoch)
    ? aloneByRoom(snapshot, people, epoch)
    : new Map<RoomId, UserId>();
  return snapshot.plan.rooms.map((room, index) => {
    const lonely = alone.get(room.id);
    const lasts = lonely !== undefined && hasLasted(snapshot, aloneFor(room.id, lonely), ALONE_MS);
    return {
      id: room.id,
      number: index + 1,
      name: room.name,
      hue: room.hue,
      task: room.task,
      link: room.link,
      places: room.places,
      locked: room.locked,
      frame: frameState(snapshot, room),
      people: byName(snapshot, shown.get(room.id) ?? []).map((user) =>
        personInRoom(snapshot, people, user, epoch),
      ),
      inside: present.get(room.id)?.size ?? 0,
      problem: snapshot.run?.epoch === epoch ? snapshot.run.rooms.get(room.id)?.problem : undefined,
      notes:
        activeRun(snapshot.run)?.epoch === epoch ? snapshot.run?.notes.get(room.id) : undefined,
      closing: snapshot.plan.closing.get(room.id) === epoch && isOpenIn(snapshot, epoch),
      alone: lasts ? lonely : undefined,
    };
  });
}

/**
 * [V4] Everyone with a seat in a room that exists, once: in the room where they are, as long as
 * they are in one, else in the room of their seat.
 */
function shownByRoom(
  snapshot: Snapshot,
  { placeOf }: People,
  epoch: Epoch,
): ReadonlyMap<RoomId, UserId[]> {
  const rooms = new Map<RoomId, UserId[]>(snapshot.plan.rooms.map(({ id }) => [id, []]));
  for (const [user, seat] of snapshot.seatsOf(epoch)) {
    if (!rooms.has(seat.room)) continue;
    const place = rooms.get(placeOf(user, epoch) ?? seat.room);
    (place ?? rooms.get(seat.room))?.push(user);
  }
  return rooms;
}

/** [V4] Who is in one room and seated in another is in, and has been asked to move. */
function personInRoom(
  snapshot: Snapshot,
  { viewOf, placeOf }: People,
  user: UserId,
  epoch: Epoch,
): PersonView {
  const view = withPatience(snapshot, viewOf(user, epoch), epoch);
  const place = placeOf(user, epoch);
  const seat = snapshot.seatsOf(epoch).get(user);
  const rooms = snapshot.plan.rooms;
  const to = rooms.find(({ id }) => id === seat?.room);
  if (to === undefined || place === undefined || place === to.id) return view;
  if (!rooms.some(({ id }) => id === place)) return view;
  const native = placeIn(snapshot.people.get(user), epoch) === undefined;
  const move = { to: to.id, name: to.name, refused: REFUSED.has(view.state) };
  return { ...view, state: native ? 'native-in' : 'in', move };
}

/** [O4] "Asked" becomes "no answer yet", not in the first seconds after the opening. */
function withPatience(snapshot: Snapshot, view: PersonView, epoch: Epoch): PersonView {
  const unanswered =
    view.state === 'asked' &&
    settled(snapshot, epoch) &&
    hasLasted(snapshot, awaitedFor(view.id), NO_ANSWER_MS);
  return unanswered ? { ...view, unanswered } : view;
}

function frameState({ lostFrames }: Snapshot, room: Room): RoomView['frame'] {
  if (room.frame === undefined) return 'none';
  return lostFrames.has(room.frame) ? 'deleted' : 'here';
}

/** Rooms whose frame has been ordered by somebody whose background is there to make it. */
export function framesInTheMaking({ plan }: Snapshot, { online }: People): readonly Room[] {
  return plan.rooms.filter(
    ({ frame, wantsFrame }) =>
      frame === undefined && wantsFrame !== undefined && online.has(wantsFrame),
  );
}

function isOpenIn({ run }: Snapshot, epoch: Epoch): boolean {
  return run?.epoch === epoch && run.phase === 'open';
}

function settled(snapshot: Snapshot, epoch: Epoch): boolean {
  const { run, estimate, now } = snapshot;
  if (run === undefined || !isOpenIn(snapshot, epoch)) return false;
  return conductorNow(estimate, now) >= run.openedAt + ALONE_MS;
}

/** Those who have neither come nor refused for a minute, and those given a room in the last one. */
export function arrivals(
  snapshot: Snapshot,
  people: People,
  epoch: Epoch,
): { readonly notIn: number; readonly late: number } {
  const seated = [...snapshot.seatsOf(epoch).keys()];
  const count = (test: (user: UserId) => boolean) => seated.filter(test).length;
  const openedAgo = conductorNow(snapshot.estimate, snapshot.now) - (snapshot.run?.openedAt ?? 0);
  return {
    notIn: count(
      (user) =>
        openedAgo >= NOT_IN_MS &&
        isAwaited(people, user, epoch) &&
        hasLasted(snapshot, awaitedFor(user), NOT_IN_MS),
    ),
    late: count((user) => !hasLasted(snapshot, seatedFor(user), LATE_MS)),
  };
}

/** [V3] Everyone seated in a room that exists, each counted once: the other numbers add up to `expected`. */
export function countsOf(rooms: readonly RoomView[]): Counts {
  const states = rooms.flatMap(({ people }) => people.map(({ state }) => state));
  const count = (test: (state: PersonState) => boolean) => states.filter(test).length;
  const inside = count(isInside);
  const away = count((state) => state === 'away');
  const notNow = count((state) => REFUSED.has(state));
  return {
    expected: states.length,
    inside,
    away,
    notNow,
    asked: states.length - inside - away - notNow,
  };
}

const REFUSED: ReadonlySet<PersonState> = new Set(['not-now', 'declined', 'left', 'native-no']);
