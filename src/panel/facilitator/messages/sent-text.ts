import { t } from '../../../i18n/words';
import type { Reach } from '../../../live/messages-view';

/** "Sent to 83 people; 2 have no app." */
export function sentText({ told, withoutApp }: Reach): string {
  const sent = t('message.sent', { count: told });
  return withoutApp === 0
    ? `${sent}.`
    : `${sent}; ${t('message.sent-without', { count: withoutApp })}.`;
}
