import { t } from '../../../i18n/words';
import type { PrepareView } from '../../../live/views';
import { roundedMinutes } from '../../../ui/countdown-text';
import { inviter } from './seen-room';

/** "Ana invites you · 10 minutes" */
export function inviteFacts(view: PrepareView): string {
  const invites = t('modal.invites', { name: inviter(view) });
  if (view.length === 'none') return invites;
  const minutes = roundedMinutes(view.length);
  return `${invites} · ${t('prepare.length-minutes', { minutes })}`;
}
