import { t } from '../i18n/words';
import type { LostPlace } from '../live/views';

/** Kindly: what has happened, and where there is room. */
export function lostPlaceText({ name, instead }: LostPlace): string {
  const lost = name === undefined ? t('choose.lost-gone') : t('choose.lost', { room: name });
  if (instead === undefined) return lost;
  const { left } = instead;
  const rest =
    left === undefined
      ? t('choose.instead-open', { room: instead.name })
      : t('choose.instead', { room: instead.name, count: left });
  return `${lost} ${rest}`;
}
