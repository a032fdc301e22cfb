/** What was written in the rooms, found among everything that is on the board. */
import type { ItemInfo } from '../../../board/port';
import type { Room } from '../../../breakout/plan';

export interface RoomNotes {
  readonly room: Room;
  /** In reading order. */
  readonly notes: readonly ItemInfo[];
  /** Drawings, pictures, cards …: what is not collected. */
  readonly others: number;
}

/** Notes whose middles differ in height by less than this stand in one row; as tall as half a note. */
const SAME_ROW = 114;

export function notesInRooms(
  items: readonly ItemInfo[],
  rooms: readonly Room[],
  /** Not to be counted: what the app itself has put there. */
  ours: ReadonlySet<string> = new Set(),
): readonly RoomNotes[] {
  const children = new Map<string, ItemInfo[]>();
  for (const item of items) {
    if (item.parent === undefined || ours.has(item.id)) continue;
    const siblings = children.get(item.parent);
    if (siblings === undefined) children.set(item.parent, [item]);
    else siblings.push(item);
  }
  return rooms.map((room) => {
    const inside = room.frame === undefined ? [] : (children.get(room.frame) ?? []);
    const notes = inside.filter(({ note }) => note !== undefined);
    return { room, notes: inReadingOrder(notes), others: inside.length - notes.length };
  });
}

/** Top to bottom, then left to right; people do not align notes to the pixel. */
function inReadingOrder(notes: readonly ItemInfo[]): readonly ItemInfo[] {
  const rows: ItemInfo[][] = [];
  for (const note of [...notes].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row !== undefined && first !== undefined && note.y - first.y < SAME_ROW) row.push(note);
    else rows.push([note]);
  }
  return rows.flatMap((row) => row.sort((a, b) => a.x - b.x));
}
