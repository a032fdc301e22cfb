/** The rooms of one epoch with the people in them, and the numbers over all of them. */
import { conductorNow } from '../breakout/clock';
import type { Epoch, Millis, RoomId, UserId } from '../breakout/ids';
import type { Room } from '../breakout/plan';
import { placeIn } from '../breakout/question';
import { byName, isInside, isOnTheWay, type People } from './people';
import type { Snapshot } from './snapshot';
import { activeRun } from './stage';
import type { Counts, PersonState, PersonView, RoomView } from './views';

/** Nobody is called alone before the others have had a chance to answer. */
export const ALONE_AFTER_MS: Millis = 20_000;

export function roomViews(snapshot: Snapshot, people: People, epoch: Epoch): RoomView[] {
  const seated = seatedByRoom(snapshot, epoch);
  const present = presentByRoom(snapshot, people, epoch);
  return snapshot.plan.rooms.map((room, index) => {
    const users = byName(snapshot, seated.get(room.id) ?? []);
    const views = users.map((user) => people.viewOf(user, epoch));
    const inside = present.get(room.id) ?? new Set<UserId>();
    return {
      id: room.id,
      number: index + 1,
      name: room.name,
      hue: room.hue,
      task: room.task,
      link: room.link,
      frame: frameState(snapshot, room),
      people: views,
      inside: inside.size,
      problem: snapshot.run?.epoch === epoch ? snapshot.run.rooms.get(room.id)?.problem : undefined,
      alone: settled(snapshot, epoch) ? aloneIn(inside, views) : undefined,
    };
  });
}

function seatedByRoom({ seatsOf }: Snapshot, epoch: Epoch): ReadonlyMap<RoomId, UserId[]> {
  const rooms = new Map<RoomId, UserId[]>();
  for (const [user, { room }] of seatsOf(epoch)) {
    const users = rooms.get(room);
    if (users === undefined) rooms.set(room, [user]);
    else users.push(user);
  }
  return rooms;
}

/** Who is really there: somebody asked to move counts where they still are. */
function presentByRoom(
  snapshot: Snapshot,
  { online, stateOf }: People,
  epoch: Epoch,
): ReadonlyMap<RoomId, ReadonlySet<UserId>> {
  const rooms = new Map<RoomId, Set<UserId>>();
  const run = activeRun(snapshot.run);
  if (run === undefined || run.epoch !== epoch) return rooms;
  const enter = (room: RoomId, user: UserId) => {
    rooms.set(room, (rooms.get(room) ?? new Set<UserId>()).add(user));
  };
  for (const [user, person] of snapshot.people) {
    const place = placeIn(person, epoch);
    if (place !== undefined && online.has(user)) enter(place.room, user);
  }
  for (const [user, guest] of run.guests) {
    if (stateOf(user, epoch) === 'native-in') enter(guest.room, user);
  }
  return rooms;
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

function settled({ run, estimate, now }: Snapshot, epoch: Epoch): boolean {
  if (run?.epoch !== epoch || run.phase !== 'open') return false;
  return conductorNow(estimate, now) >= run.openedAt + ALONE_AFTER_MS;
}

/** Exactly one person is in, and nobody of this room is on the way. */
function aloneIn(inside: ReadonlySet<UserId>, people: readonly PersonView[]): UserId | undefined {
  if (inside.size !== 1 || people.some(({ state }) => isOnTheWay(state))) return undefined;
  return inside.values().next().value;
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
