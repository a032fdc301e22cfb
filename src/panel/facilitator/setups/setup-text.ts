import { LAST_SETUP, type NamedSetup, type Setup } from '../../../breakout/setup';
import { t } from '../../../i18n/words';
import { MINUTE } from '../../../ui/durations';

/** "4 rooms · 10 min" */
export function setupDetail({ rooms, length }: Setup): string {
  const time =
    length === 'none'
      ? t('prepare.no-end')
      : t('prepare.minutes', { minutes: Math.round(length / MINUTE) });
  return t('setups.detail', { rooms: rooms.length, length: time });
}

/** What was opened last has no name of its own. */
export const setupName = ({ id, name }: Pick<NamedSetup, 'id' | 'name'>): string =>
  id === LAST_SETUP ? t('setups.last') : name;
