import { evenSizes } from '../../../breakout/room-sizes';
import type { PrepareView } from '../../../live/views';

type Groups = Pick<PrepareView, 'rooms' | 'unseated' | 'people'>;

/**
 * The smallest and the largest group that opening will make: as seated, or, while somebody has no
 * seat yet, as an even split comes out.
 */
export function groupSizes({ rooms, unseated, people }: Groups): {
  readonly least: number;
  readonly most: number;
} {
  if (rooms.length === 0) return { least: 0, most: 0 };
  if (unseated.length > 0) {
    const share = people / rooms.length;
    return { least: Math.floor(share), most: Math.ceil(share) };
  }
  const sizes = rooms.map((room) => room.people.length);
  return { least: Math.min(...sizes), most: Math.max(...sizes) };
}

/** [S5] How many stay in their room, and whether it is for them that sizes differ by more than one. */
export function pinnedIn(view: Groups): { readonly count: number; readonly uneven: boolean } {
  const { least, most } = groupSizes(view);
  const pins = new Map(
    view.rooms.map(({ id, people }) => [id, people.filter(({ pinned }) => pinned).length]),
  );
  const count = [...pins.values()].reduce((sum, pinned) => sum + pinned, 0);
  if (count === 0 || most - least <= 1) return { count, uneven: false };
  // Somebody moved by hand makes sizes differ, too: those are as they were wanted.
  const seated = view.rooms.reduce((sum, { people }) => sum + people.length, 0);
  const even = [...evenSizes([...pins.keys()], seated, pins).values()];
  return { count, uneven: Math.max(...even) - Math.min(...even) > 1 };
}
