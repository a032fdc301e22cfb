/** Set-ups: keeping what is prepared, and preparing what was kept. Rules U1–U3 of docs/spec.md. */
import { nextNumber } from '../../breakout/counter';
import type { Epoch, RoomId, UserId } from '../../breakout/ids';
import type { Settings } from '../../breakout/plan';
import { sameRoomName } from '../../breakout/roster/room-of';
import { seatNewcomers } from '../../breakout/seating';
import {
  LAST_SETUP,
  setupOf,
  type NamedSetup,
  type Setup,
  type SetupRoom,
} from '../../breakout/setup';
import type { Changes } from '../../records/merge';
import { planEdits } from '../../records/plan-edits';
import { MAX_SETUPS, setupsEdits } from '../../records/setups';
import type { Snapshot } from '../snapshot';
import { facilitatorStage } from '../stage';
import { noEdits, type Edits } from './edits';
import { tidyName } from './names';
import { newRooms } from './new-rooms';
import { idsOf, participantsOf, seatAll, seatedIn } from './seats-of';

/** [U1] Under a name that is kept already it takes that one's place. */
export function keepSetup(snapshot: Snapshot, name: string, random: () => number): Edits {
  const { setups, plan, frames } = snapshot;
  const setup = setupOf(plan, (frame) => frames?.find(({ id }) => id === frame)?.title);
  const tidy = tidyName(name);
  if (tidy === '' || setup.rooms.length === 0 || setups === undefined) return noEdits;
  const named = setups.filter(({ id }) => id !== LAST_SETUP);
  const known = named.find((one) => one.name === tidy);
  if (known === undefined && named.length >= MAX_SETUPS) return noEdits;
  const id = known?.id ?? Math.floor(random() * 36 ** 8).toString(36);
  return { setups: setupsEdits.keep({ id, name: tidy, order: nextOrder(setups), setup }) };
}

/**
 * [U1] What is opened is kept by itself, beside those that have a name.
 * @param plenary title of the frame everyone returns to
 */
export function keepLast(
  { setups, plan }: Pick<Snapshot, 'setups' | 'plan'>,
  plenary: string | undefined,
): Edits {
  const setup = setupOf(plan, () => plenary);
  if (setup.rooms.length === 0 || setups === undefined) return noEdits;
  const [first] = setups;
  const order = first?.id === LAST_SETUP ? first.order : nextOrder(setups);
  return { setups: setupsEdits.keep({ id: LAST_SETUP, name: '', order, setup }) };
}

const nextOrder = (setups: readonly NamedSetup[]): number =>
  nextNumber(Math.max(0, ...setups.map(({ order }) => order)));

export const removeSetup = (id: string): Edits => ({ setups: setupsEdits.remove(id) });

/**
 * [U2] The rooms become those of the set-up, before the opening only. A room of the same name stays
 * the room it was, with its people and its frame; a new one takes the frame of its name, or gets one
 * made. Whoever loses their room goes to the smallest.
 */
export function applySetup(snapshot: Snapshot, setup: Setup, random: () => number): Edits {
  const { plan, me, frames = [] } = snapshot;
  const { at, epoch } = facilitatorStage(snapshot);
  if (at !== 'prepare' || setup.rooms.length === 0) return noEdits;
  const stays = sameRooms(snapshot, setup.rooms);
  const gone = plan.rooms.filter(({ id }) => ![...stays.values()].includes(id));
  const used = new Set(
    plan.rooms.flatMap(({ id, frame }) => (gone.some((one) => one.id === id) ? [] : (frame ?? []))),
  );
  const missing = setup.rooms.filter((room) => !stays.has(room));
  const made = newRooms(
    plan,
    missing.map(({ name, hue, task }) => {
      // Frames are listed in reading order, so of two with one title the first goes first.
      const frame = frames.find(({ id, title }) => !used.has(id) && sameRoomName(title, name));
      if (frame === undefined) return { name, hue, task, frame, wantsFrame: me.id };
      used.add(frame.id);
      const title = tidyName(frame.title);
      return { name, hue, task, frame: frame.id, wantsFrame: undefined, title };
    }),
    random,
  );
  const idOf = (room: SetupRoom): RoomId | undefined =>
    stays.get(room) ?? made.ids[missing.indexOf(room)];
  const plenary = frames.find(
    ({ title }) => setup.plenary !== undefined && title === setup.plenary,
  );
  const changes: Changes[] = [
    planEdits.setPrepared(epoch),
    made.changes,
    ...gone.map(({ id }) => planEdits.setRoom(id, { alive: false })),
    ...setup.rooms.map((room, order) => {
      const id = idOf(room);
      return id === undefined
        ? {}
        : planEdits.setRoom(id, {
            order,
            hue: room.hue,
            task: room.task,
            ...limitsIn(setup, room),
          });
    }),
    planEdits.setTask(setup.task),
    planEdits.setLength(setup.length),
    planEdits.setSettings({
      boardTimer: setup.boardTimer,
      closingMs: setup.closingMs,
      ...setup.manner,
      ...(plenary === undefined ? {} : { plenary: plenary.id }),
    }),
  ];
  const merged = changes.reduce<Changes>((all, next) => ({ ...all, ...next }), {});
  const rooms = setup.rooms.flatMap((room): RoomWithLimits[] => {
    const [id, here] = [idOf(room), plan.rooms.find((each) => each.id === stays.get(room))];
    if (id === undefined) return [];
    return [{ id, ...(setup.manner === undefined && here !== undefined ? here : room) }];
  });
  const seating = setup.manner?.seating ?? plan.settings.seating;
  return { plan: merged, ...seatAll(snapshot, epoch, seatsFor(snapshot, epoch, rooms, seating)) };
}

type RoomWithLimits = Pick<SetupRoom, 'places' | 'locked'> & { readonly id: RoomId };

/** Who sits elsewhere than before in these rooms, of which some were there. */
function seatsFor(
  snapshot: Snapshot,
  epoch: Epoch,
  rooms: readonly RoomWithLimits[],
  seating: Settings['seating'],
): ReadonlyMap<UserId, RoomId | undefined> {
  const { pinned, rooms: before } = snapshot.plan;
  const all = rooms.map(({ id }) => id);
  const open = rooms.filter(({ locked }) => locked !== true).map(({ id }) => id);
  const seated = seatedIn(snapshot, epoch, all);
  // [S8] Whoever was given a room by lot is going to choose; who is to stay, by a pin or a lock, stays.
  if (seating === 'chosen') {
    if (snapshot.plan.settings.seating === 'chosen') return new Map();
    const free = [...seatedIn(snapshot, epoch, open).keys()].filter((user) => !pinned.has(user));
    return new Map(free.map((user) => [user, undefined]));
  }
  const gone = idsOf(before).filter((id) => !all.includes(id));
  const homeless = new Set([
    ...seatedIn(snapshot, epoch, gone).keys(),
    ...participantsOf(snapshot).filter((user) => !seated.has(user)),
  ]);
  const taken = [...seated.values()];
  const countOf = (room: RoomId): number => taken.filter((each) => each === room).length;
  const most = new Map(
    rooms.flatMap(({ id, places }) => (places === undefined ? [] : [[id, places] as const])),
  );
  return seatNewcomers([...homeless], open, countOf, most);
}

/** A set-up that knows of none leaves those that there are. */
function limitsIn({ manner }: Setup, { places, locked }: SetupRoom) {
  return manner === undefined ? {} : { places: places ?? null, locked: locked ?? false };
}

/** Which room of the plan each room of the set-up is: by name, each once. */
function sameRooms(
  { plan }: Snapshot,
  rooms: readonly SetupRoom[],
): ReadonlyMap<SetupRoom, RoomId> {
  const free = [...plan.rooms];
  const stays = new Map<SetupRoom, RoomId>();
  for (const room of rooms) {
    const at = free.findIndex(({ name }) => sameRoomName(name, room.name));
    const [same] = at < 0 ? [] : free.splice(at, 1);
    if (same !== undefined) stays.set(room, same.id);
  }
  return stays;
}
