import { timeOfDay } from '../i18n/time-of-day';
import { language, t } from '../i18n/words';
import type { MessageView } from '../live/messages-view';

/** Who wrote, to which room if not to all, and when. */
export function lineOf({ by, to, at }: MessageView): string {
  const time = timeOfDay(at, language());
  return to === undefined
    ? t('message.line', { name: by, time })
    : t('message.line-to', { name: by, room: to, time });
}
