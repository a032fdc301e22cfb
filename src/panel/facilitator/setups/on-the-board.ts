import type { Json } from '../../../breakout/json';
import type { Setup } from '../../../breakout/setup';
import { t } from '../../../i18n/words';
import { MARK } from '../../../live/on-board/found-setups';
import { writeKeptSetup } from '../../../records/setup-document';
import { setupDetail } from './setup-text';

/**
 * [U4] A set-up as a text on the board: what people read, and what is kept with it.
 * @returns `undefined`: it is more than can be kept there
 */
export function onTheBoard(
  name: string,
  setup: Setup,
): { readonly words: string; readonly document: Json } | undefined {
  const document = writeKeptSetup(name, setup);
  if (document === undefined) return undefined;
  const words = t('setups.put-text', { name, detail: setupDetail(setup) });
  return { words: `${MARK} ${words}`, document };
}
