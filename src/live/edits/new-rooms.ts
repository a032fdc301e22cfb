import { HUES } from '../../breakout/hues';
import { roomId, type FrameId, type RoomId, type UserId } from '../../breakout/ids';
import type { Plan, Room } from '../../breakout/plan';
import type { Changes } from '../../records/merge';
import { planEdits } from '../../records/plan-edits';

export interface NewRoom {
  readonly name: string;
  readonly named?: Room['named'];
  /** What its frame is called. */
  readonly title?: string;
  readonly frame: FrameId | undefined;
  readonly wantsFrame: UserId | undefined;
  /** Without one, the colour that is used least. */
  readonly hue?: number;
  readonly task?: string;
}

/** Behind the rooms there are. Seats nobody. */
export function newRooms(
  plan: Plan,
  rooms: readonly NewRoom[],
  random: () => number,
): { readonly ids: readonly RoomId[]; readonly changes: Changes } {
  const firstOrder = Math.max(-1, ...plan.rooms.map(({ order }) => order)) + 1;
  const hues = freeHues(plan, rooms.length);
  const made = rooms.map((room, index) => ({
    id: newRoomId(random),
    change: {
      alive: true,
      name: room.name,
      ...(room.named === 'by-app' ? { given: true as const } : {}),
      ...(room.title === undefined ? {} : { title: room.title }),
      order: firstOrder + index,
      hue: room.hue ?? hues[index] ?? 0,
      frame: room.frame ?? null,
      wantsFrame: room.wantsFrame ?? null,
      ...(room.task === undefined ? {} : { task: room.task }),
    },
  }));
  const changes = made.reduce<Changes>(
    (all, { id, change }) => ({ ...all, ...planEdits.setRoom(id, change) }),
    {},
  );
  return { ids: made.map(({ id }) => id), changes };
}

/** The colours used least so far, so that rooms next to each other differ. */
function freeHues({ rooms }: Plan, count: number): number[] {
  const counts = HUES.map((_, hue) => rooms.filter((room) => room.hue === hue).length);
  return Array.from({ length: count }, () => {
    const hue = counts.indexOf(Math.min(...counts));
    counts[hue] = (counts[hue] ?? 0) + 1;
    return hue;
  });
}

/** Random, not counted: two facilitators who add a room at once add two. */
function newRoomId(random: () => number): RoomId {
  const letters = () =>
    Math.floor(random() * 36 ** 4)
      .toString(36)
      .padStart(4, '0');
  return roomId(`${letters()}${letters()}`);
}
