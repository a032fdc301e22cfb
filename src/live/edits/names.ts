/** Names of rooms: tidy, bounded, and at first all different. */
import { nameTaken } from '../../breakout/distinct-names';
import { plain } from '../../breakout/roster/room-of';
import { clip, MAX_NAME } from '../../records/text';

/** One line without outer or double spaces; empty when nothing is left. */
export function tidyName(raw: string): string {
  return clip(raw.replace(/\s+/gu, ' ').trim(), MAX_NAME);
}

/**
 * [O7] The first `count` names that are not taken, as lists tell names apart; when the names are
 * used up, "Apple 2", "Birch 2", …
 */
export function freeNames(
  inUse: readonly string[],
  names: readonly string[],
  count: number,
): readonly string[] {
  const taken = nameTaken(inUse);
  const list = names.length === 0 ? [''] : names;
  const free: string[] = [];
  for (let round = 1; free.length < count; round++) {
    for (const name of list) {
      const candidate = round === 1 ? name : `${name} ${String(round)}`.trim();
      if (candidate === '' || taken.has(plain(candidate))) continue;
      taken.add(plain(candidate));
      free.push(candidate);
      if (free.length === count) break;
    }
  }
  return free;
}
