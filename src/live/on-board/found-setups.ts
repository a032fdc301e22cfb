/**
 * [U4] Set-ups in texts on the board. Miro copies items with a board, and nothing of what the app has
 * stored, so this is how a copy has them. Ids of frames are others there; rooms find theirs by name.
 */
import type { ItemInfo, ItemsPort } from '../../board/port';
import type { ItemId } from '../../breakout/ids';
import { KEPT_AS, readKeptSetup, type SetupFile } from '../../records/setup-document';

/** Stands in every text that has a set-up with it, whatever its language. */
export const MARK = '⊞';
/** People may have taken the mark away: so many texts are looked into, those that have it first. */
const MOST_TEXTS = 40;

export type FoundSetup = SetupFile & { readonly id: ItemId };

/** @throws {BoardError} when Miro does not tell */
export async function foundSetups(
  items: Pick<ItemsPort, 'keptInTexts'>,
): Promise<readonly FoundSetup[]> {
  const kept = await items.keptInTexts(KEPT_AS, likely);
  return [...kept].map(([id, value]) => ({ id, ...readKeptSetup(value) }));
}

function likely(texts: readonly ItemInfo[]): readonly ItemInfo[] {
  const marked = texts.filter(({ words }) => words.includes(MARK));
  const others = texts.filter(({ words }) => !words.includes(MARK));
  return [...marked, ...others].slice(0, MOST_TEXTS);
}
