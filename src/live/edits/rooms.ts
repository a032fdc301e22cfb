/** Rooms: making, naming, removing them. Before the opening their people follow at once. */
import type { FrameInfo } from '../../board/port';
import { callLink } from '../../breakout/call-link';
import type { Epoch, FrameId, RoomId, UserId } from '../../breakout/ids';
import { titleStep } from '../../breakout/in-step';
import { limitsOf, unlockedRooms } from '../../breakout/places';
import { MAX_PLACES, MAX_ROOMS, type Room } from '../../breakout/plan';
import { ordersFor } from '../../breakout/room-order';
import { rebalance, seatNewcomers, split } from '../../breakout/seating';
import type { Changes } from '../../records/merge';
import { planEdits } from '../../records/plan-edits';
import type { Snapshot } from '../snapshot';
import { facilitatorStage } from '../stage';
import { noEdits, type Edits } from './edits';
import { freeNames, tidyName } from './names';
import { newRooms, type NewRoom } from './new-rooms';
import { idsOf, keptIn, participantsOf, seatAll, seatedIn } from './seats-of';

/** What making something up needs: in tests, a seed and a fixed list. */
export interface Invention {
  /** In [0, 1). */
  readonly random: () => number;
  /** Room names of this locale, to be used in order. */
  readonly names: readonly string[];
}

/** Rooms with frames of their own, everyone seated evenly and at random. */
export function createRooms(snapshot: Snapshot, count: number, invention: Invention): Edits {
  if (snapshot.plan.rooms.length > 0) return setRoomCount(snapshot, count, invention);
  return withRooms(snapshot, roomsToMake(snapshot, clampCount(count), invention), invention.random);
}

/** Named by the app, each with a frame that is still to be made. */
function roomsToMake(
  { plan, me }: Snapshot,
  count: number,
  { names }: Invention,
): readonly NewRoom[] {
  return freeNames(namesOf(plan.rooms), names, count).map((name) => ({
    name,
    named: 'by-app',
    frame: undefined,
    wantsFrame: me.id,
  }));
}

/** One room for each frame, named after it. Frames that a room has already are left out. */
export function useFrames(
  snapshot: Snapshot,
  frames: readonly { readonly id: FrameId; readonly title: string }[],
  invention: Invention,
): Edits {
  const { plan } = snapshot;
  const fresh = frames
    .filter(({ id }) => !plan.rooms.some(({ frame }) => frame === id))
    .slice(0, MAX_ROOMS - plan.rooms.length);
  if (fresh.length === 0) return noEdits;
  const titles = fresh.map(({ title }) => tidyName(title));
  const spare = freeNames(
    [...namesOf(plan.rooms), ...titles],
    invention.names,
    titles.filter((title) => title === '').length,
  ).values();
  const rooms = fresh.map(({ id }, index): NewRoom => {
    const title = titles[index] ?? '';
    const frame = { frame: id, wantsFrame: undefined, title };
    if (title !== '') return { name: title, named: 'by-hand', ...frame };
    return { name: spare.next().value ?? '', named: 'by-app', ...frame };
  });
  return withRooms(snapshot, rooms, invention.random);
}

/** What is no address of a call is not taken; see `callLink`. */
export function setLink({ plan }: Snapshot, id: RoomId, typed: string | undefined): Edits {
  const room = plan.rooms.find((each) => each.id === id);
  const link = typed === undefined ? undefined : callLink(typed);
  if (room === undefined || room.link === link || (link === undefined && typed !== undefined)) {
    return noEdits;
  }
  return { plan: planEdits.setRoom(id, { link: link ?? null }) };
}

/** [S11] */
export function setPlaces({ plan }: Snapshot, id: RoomId, places: number | undefined): Edits {
  const room = plan.rooms.find((each) => each.id === id);
  const most = places === undefined ? undefined : clamp(Math.round(places), 1, MAX_PLACES);
  if (room === undefined || room.places === most) return noEdits;
  return { plan: planEdits.setRoom(id, { places: most ?? null }) };
}

/** [S11] */
export function setLocked({ plan }: Snapshot, id: RoomId, locked: boolean): Edits {
  const room = plan.rooms.find((each) => each.id === id);
  if (room === undefined || room.locked === locked) return noEdits;
  return { plan: planEdits.setRoom(id, { locked }) };
}

/**
 * More: rooms with frames, and as few people as possible move there. Fewer: the last rooms go and
 * their people are spread over the others.
 */
export function setRoomCount(snapshot: Snapshot, count: number, invention: Invention): Edits {
  const { plan } = snapshot;
  const wanted = clampCount(count);
  const missing = wanted - plan.rooms.length;
  if (missing > 0) {
    return withRooms(snapshot, roomsToMake(snapshot, missing, invention), invention.random);
  }
  return withoutRooms(snapshot, idsOf(plan.rooms.slice(wanted)), invention.random);
}

export function removeRoom(snapshot: Snapshot, room: RoomId): Edits {
  const { plan } = snapshot;
  if (!plan.rooms.some(({ id }) => id === room)) return noEdits;
  const stage = facilitatorStage(snapshot);
  const changes = planEdits.setRoom(room, { alive: false });
  // While open, the conductor seats whoever loses a room, by the people present.
  if (stage.at !== 'prepare') return { plan: changes };
  const rest = idsOf(plan.rooms).filter((id) => id !== room);
  const seats = seatedIn(snapshot, stage.epoch, rest);
  const homeless = [...seatedIn(snapshot, stage.epoch, [room]).keys()];
  const sizes = sizesOf(seats);
  const open = unlockedRooms(plan.rooms).filter((id) => id !== room);
  const most = limitsOf(plan.rooms);
  const placed = seatNewcomers(homeless, open, (id) => sizes.get(id) ?? 0, most);
  return { plan: changes, ...seatAll(snapshot, stage.epoch, placed) };
}

/** [O8] What these frames are called now, where their rooms have not been renamed since. */
export function followFrames({ plan }: Snapshot, frames: readonly FrameInfo[]): Edits {
  const changes = frames.flatMap(({ id, title }) => {
    const tidy = tidyName(title);
    const room = plan.rooms.find(({ frame }) => frame === id);
    if (room === undefined || titleStep(room, tidy) !== 'name-room') return [];
    return [planEdits.setRoom(room.id, { name: tidy, title: tidy, given: null })];
  });
  if (changes.length === 0) return noEdits;
  return { plan: changes.reduce((all, each) => ({ ...all, ...each })) };
}

export function renameRoom({ plan }: Snapshot, room: RoomId, name: string): Edits {
  const tidy = tidyName(name);
  const known = plan.rooms.find(({ id }) => id === room);
  if (tidy === '' || known === undefined || known.name === tidy) return noEdits;
  return { plan: planEdits.setRoom(room, { name: tidy, given: null }) };
}

/** [O6] Right before another room, or last. */
export function moveRoom({ plan }: Snapshot, room: RoomId, before: RoomId | undefined): Edits {
  const orders = [...ordersFor(plan.rooms, room, before)];
  if (orders.length === 0) return noEdits;
  const changes = orders.map(([id, order]) => planEdits.setRoom(id, { order }));
  return { plan: changes.reduce((all, each) => ({ ...all, ...each })) };
}

export function setTask({ plan }: Snapshot, room: RoomId | undefined, task: string): Edits {
  if (room === undefined) return task === plan.task ? noEdits : { plan: planEdits.setTask(task) };
  const known = plan.rooms.find(({ id }) => id === room);
  if (known === undefined || known.task === task) return noEdits;
  return { plan: planEdits.setRoom(room, { task }) };
}

/** Orders a frame: this user's background makes it, panel open or not. */
export function orderFrame({ plan, me }: Snapshot, room: RoomId): Edits {
  if (!plan.rooms.some(({ id }) => id === room)) return noEdits;
  return { plan: planEdits.setRoom(room, { frame: null, wantsFrame: me.id, title: null }) };
}

function withRooms(snapshot: Snapshot, rooms: readonly NewRoom[], random: () => number): Edits {
  const { plan } = snapshot;
  const { epoch, at } = facilitatorStage(snapshot);
  const made = newRooms(plan, rooms, random);
  const prepared = at === 'prepare' ? planEdits.setPrepared(epoch) : {};
  const changes: Changes = { ...prepared, ...made.changes };
  if (at !== 'prepare') return { plan: changes };
  const all = [...idsOf(plan.rooms), ...made.ids];
  return { plan: changes, ...seatAll(snapshot, epoch, evened(snapshot, epoch, all, random)) };
}

function withoutRooms(snapshot: Snapshot, gone: readonly RoomId[], random: () => number): Edits {
  const { epoch, at } = facilitatorStage(snapshot);
  if (gone.length === 0) return noEdits;
  const changes = gone.reduce<Changes>(
    (all, id) => ({ ...all, ...planEdits.setRoom(id, { alive: false }) }),
    {},
  );
  if (at !== 'prepare') return { plan: changes };
  const rest = idsOf(snapshot.plan.rooms).filter((id) => !gone.includes(id));
  return { plan: changes, ...seatAll(snapshot, epoch, evened(snapshot, epoch, rest, random)) };
}

/** Even sizes with as few moves as possible; a first split when nobody has a seat. */
function evened(
  snapshot: Snapshot,
  epoch: Epoch,
  rooms: readonly RoomId[],
  random: () => number,
): ReadonlyMap<UserId, RoomId> {
  const { plan } = snapshot;
  // [S8] Where people choose, nobody is given a room by lot.
  if (plan.settings.seating === 'chosen') return new Map();
  const stays = plan.rooms.filter(({ id }) => rooms.includes(id));
  const locked = stays.filter((room) => room.locked).map(({ id }) => id);
  const open = rooms.filter((id) => !locked.includes(id));
  const inLocked = seatedIn(snapshot, epoch, locked);
  const here = participantsOf(snapshot).filter((user) => !inLocked.has(user));
  const most = limitsOf(stays);
  const seated = seatedIn(snapshot, epoch, idsOf(plan.rooms));
  if (seated.size === 0) return split({ people: here, rooms: open, most }, random);
  const present = new Set(here);
  const away = [...seated.keys()].filter((user) => !present.has(user) && !inLocked.has(user));
  const kept = keptIn(snapshot, epoch, open);
  return rebalance(seated, { people: [...here, ...away], rooms: open, kept, most }, random);
}

function sizesOf(seats: ReadonlyMap<UserId, RoomId>): ReadonlyMap<RoomId, number> {
  const sizes = new Map<RoomId, number>();
  for (const room of seats.values()) sizes.set(room, (sizes.get(room) ?? 0) + 1);
  return sizes;
}

const namesOf = (rooms: readonly Room[]): string[] => rooms.map(({ name }) => name);

function clampCount(count: number): number {
  return clamp(Math.round(count), 1, MAX_ROOMS);
}

const clamp = (value: number, least: number, most: number): number =>
  Math.min(most, Math.max(least, value));
