import type { PrepareView } from '../../../live/views';

/**
 * The smallest and the largest group that opening will make: as seated, or, while somebody has no
 * seat yet, as an even split comes out.
 */
export function groupSizes({
  rooms,
  unseated,
  people,
}: Pick<PrepareView, 'rooms' | 'unseated' | 'people'>): {
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
