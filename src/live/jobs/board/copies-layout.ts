/**
 * Where the copies of a frame's items go in another frame. A pure function of the blueprint and the
 * frame, so that whoever goes on after a crash finds the same places.
 */
import type { FrameInfo, ItemInfo } from '../../../board/port';
import type { ItemId } from '../../../breakout/ids';
import type { Copies, Original } from '../../../breakout/work';
import type { Point, Size } from '../frame-grid';
import { wordsDigest } from './frame-content';
import { liesAt } from './job';

export interface Layout {
  /** Never more than 1: what fits keeps its size. */
  readonly scale: number;
  /** Centre of what was at this place in the frame that is copied; both from the frame's corner. */
  readonly place: (original: Point) => Point;
}

/** Around the middle, smaller if need be: everything stays as it was to each other and to the frame's. */
export function layoutIn(frame: Size, from: Size): Layout {
  const scale = Math.min(1, frame.width / from.width, frame.height / from.height);
  const left = (frame.width - from.width * scale) / 2;
  const top = (frame.height - from.height * scale) / 2;
  return { scale, place: ({ x, y }) => ({ x: left + x * scale, y: top + y * scale }) };
}

/** One item to be in a frame: there already, or to be made. */
export interface Copy {
  readonly original: Original;
  /** Centre, on the board. */
  readonly at: Point;
  readonly scale: number;
  readonly there: ItemInfo | undefined;
}

/** What this user has on the board that may be a copy which was made before. */
export interface Candidates {
  /** Of this user, in that frame or in none. */
  readonly items: readonly ItemInfo[];
  /** Written down as made by this order. */
  readonly made: ReadonlySet<ItemId>;
}

/**
 * A copy is recognised by its place, whatever people have written on it since; one that somebody has
 * moved within its frame, by having been written down.
 */
export function copiesIn(
  { size, originals }: Pick<Copies, 'size' | 'originals'>,
  frame: FrameInfo,
  { items, made }: Candidates,
): readonly Copy[] {
  const { scale, place } = layoutIn(frame, size);
  const corner = { x: frame.x - frame.width / 2, y: frame.y - frame.height / 2 };
  const rest = new Set(items);
  const take = (fits: (item: ItemInfo) => boolean): ItemInfo | undefined => {
    const found = [...rest].find(fits);
    if (found !== undefined) rest.delete(found);
    return found;
  };
  const placed = originals.map((original) => {
    const inFrame = place(original);
    const at = { x: corner.x + inFrame.x, y: corner.y + inFrame.y };
    const there = take(
      (item) =>
        item.type === original.kind &&
        (item.parent === frame.id
          ? liesAt(item, inFrame)
          : // Made, and not yet put into the frame.
            item.parent === undefined &&
            liesAt(item, at) &&
            wordsDigest(item.words) === original.digest),
    );
    return { original, at, scale, there };
  });
  return placed.map((copy) => ({
    ...copy,
    there:
      copy.there ??
      take(
        ({ id, type, parent }) =>
          type === copy.original.kind && parent === frame.id && made.has(id),
      ),
  }));
}
