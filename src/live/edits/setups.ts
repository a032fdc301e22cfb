/** Set-ups: keeping what is prepared, and preparing what was kept. Rules U1–U3 of docs/spec.md. */
import { nextNumber } from '../../breakout/counter';
import type { RoomId } from '../../breakout/ids';
import { sameRoomName } from '../../breakout/roster/room-of';
import { seatNewcomers } from '../../breakout/seating';
import { setupOf, type Setup, type SetupRoom } from '../../breakout/setup';
import type { Changes } from '../../records/merge';
import { planEdits } from '../../records/plan-edits';
import { MAX_SETUPS, setupsEdits } from '../../records/setups';
import type { Snapshot } from '../snapshot';
import { facilitatorStage } from '../stage';
import { noEdits, type Edits } from './edits';
import { tidyName } from './names';
import { newRooms } from './new-rooms';
import { participantsOf, seatAll, seatedIn } from './seats-of';

/** [U1] Under a name that is kept already it takes that one's place. */
export function keepSetup(snapshot: Snapshot, name: string, random: () => number): Edits {
  const { setups, plan, frames } = snapshot;
  const setup = setupOf(plan, (frame) => frames?.find(({ id }) => id === frame)?.title);
  const tidy = tidyName(name);
  if (tidy === '' || setup.rooms.length === 0 || setups === undefined) return noEdits;
  const known = setups.find((one) => one.name === tidy);
  if (known === undefined && setups.length >= MAX_SETUPS) return noEdits;
  const id = known?.id ?? Math.floor(random() * 36 ** 8).toString(36);
  const order = nextNumber(Math.max(0, ...setups.map((one) => one.order)));
  return { setups: setupsEdits.keep({ id, name: tidy, order, setup }) };
}

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
  const ids = setup.rooms.map(idOf).filter((id) => id !== undefined);
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
        : planEdits.setRoom(id, { order, hue: room.hue, task: room.task });
    }),
    planEdits.setTask(setup.task),
    planEdits.setLength(setup.length),
    planEdits.setSettings({
      boardTimer: setup.boardTimer,
      closingMs: setup.closingMs,
      ...(plenary === undefined ? {} : { plenary: plenary.id }),
    }),
  ];
  const merged = changes.reduce<Changes>((all, next) => ({ ...all, ...next }), {});
  const seated = seatedIn(snapshot, epoch, ids);
  const homeless = new Set([
    ...seatedIn(
      snapshot,
      epoch,
      gone.map(({ id }) => id),
    ).keys(),
    ...participantsOf(snapshot).filter((user) => !seated.has(user)),
  ]);
  const taken = [...seated.values()];
  const countOf = (room: RoomId): number => taken.filter((each) => each === room).length;
  return {
    plan: merged,
    ...seatAll(snapshot, epoch, seatNewcomers([...homeless], ids, countOf)),
  };
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
