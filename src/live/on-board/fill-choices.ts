/** What can be copied into which rooms, by one look at the board. */
import type { ItemInfo } from '../../board/port';
import { frameId, type FrameId, type RoomId } from '../../breakout/ids';
import type { Room } from '../../breakout/plan';
import { MOST_ITEMS, MOST_ORIGINALS } from '../../breakout/work';
import { FrameContents, type OtherKind } from '../jobs/board/frame-content';
import type { Size } from '../jobs/frame-grid';

/** A frame in which something lies that can be copied. */
export interface TemplateChoice {
  readonly id: FrameId;
  readonly title: string;
  readonly size: Size;
  /** How many items would be copied … */
  readonly count: number;
  /** … and what would not. */
  readonly others: ReadonlyMap<OtherKind, number>;
}

export interface RoomChoice {
  readonly id: RoomId;
  readonly name: string;
  readonly frame: FrameId | undefined;
  /** Of its frame, if it has one. */
  readonly size: Size | undefined;
  readonly isEmpty: boolean;
}

export interface FillChoices {
  /** Frames of rooms come last: a template seldom is one. */
  readonly templates: readonly TemplateChoice[];
  readonly rooms: readonly RoomChoice[];
}

export function fillChoices(
  items: readonly ItemInfo[],
  rooms: readonly Room[],
  /** What the app itself has put into frames. */
  ours: ReadonlySet<string>,
): FillChoices {
  const contents = new FrameContents(items, ours);
  const frames = new Map<string, ItemInfo>(
    items.filter(({ type }) => type === 'frame').map((item) => [item.id, item]),
  );
  const isRooms = new Set<string>(rooms.flatMap(({ frame }) => frame ?? []));
  const templates = [...frames.values()].flatMap((frame) => {
    const { copied, others } = contents.of(frame.id);
    const { width, height, words: title } = frame;
    const choice = { id: frameId(frame.id), title, size: { width, height }, others };
    return copied.length === 0 ? [] : [{ ...choice, count: copied.length }];
  });
  return {
    templates: [
      ...templates.filter(({ id }) => !isRooms.has(id)),
      ...templates.filter(({ id }) => isRooms.has(id)),
    ],
    rooms: rooms.map(({ id, name, frame }) => {
      const found = frame && frames.get(frame);
      return {
        id,
        name,
        frame: found && frame,
        size: found && { width: found.width, height: found.height },
        isEmpty: found !== undefined && contents.isEmpty(found.id),
      };
    }),
  };
}

/** More than a job may copy: how much it may. */
export function mostOf({ count }: TemplateChoice, rooms: number): number | undefined {
  if (count > MOST_ORIGINALS) return MOST_ORIGINALS;
  return count * rooms > MOST_ITEMS ? MOST_ITEMS : undefined;
}
