import { t } from '../../../i18n/words';
import type { PrepareView } from '../../../live/views';

/** "7 of 12 ready · 3 said so · 5 by Miro": whoever has opened the app is ready, pressed or not. */
export function readyText(
  view: Pick<PrepareView, 'people' | 'ready' | 'saidReady' | 'withoutApp'>,
) {
  const words = [
    t('prepare.ready', { count: view.ready, all: view.people }),
    view.saidReady > 0 && t('prepare.said-ready', { count: view.saidReady }),
    view.withoutApp > 0 && t('prepare.by-miro', { count: view.withoutApp }),
  ];
  return words.filter((word) => word !== false).join(' · ');
}
