/** Names of rooms: tidy, bounded, and at first all different. */
import type { Room } from '../../breakout/plan';
import { clip, MAX_NAME } from '../../records/text';

/** One line without outer or double spaces; empty when nothing is left. */
export function tidyName(raw: string): string {
  return clip(raw.replace(/\s+/gu, ' ').trim(), MAX_NAME);
}

/** The first `count` names that no room has; when the list is used up, "Apple 2", "Birch 2", … */
export function freeNames(
  rooms: readonly Room[],
  names: readonly string[],
  count: number,
): readonly string[] {
  const taken = new Set(rooms.map(({ name }) => name));
  const list = names.length === 0 ? [''] : names;
  const free: string[] = [];
  for (let round = 1; free.length < count; round++) {
    for (const name of list) {
      const candidate = round === 1 ? name : `${name} ${String(round)}`.trim();
      if (candidate === '' || taken.has(candidate)) continue;
      taken.add(candidate);
      free.push(candidate);
      if (free.length === count) break;
    }
  }
  return free;
}
