import { t } from '../i18n/words';
import type { PrepareView } from '../live/views';
import { groupSizes, pinnedIn } from './facilitator/prepare/group-sizes';

/** "12 people in 4 rooms, 3 in each. No pair repeats." */
export function groupsText(view: PrepareView): string {
  const { least, most } = groupSizes(view);
  const pinned = pinnedIn(view);
  const counts = { people: view.people, rooms: view.rooms.length, least };
  return [
    least === most ? t('spoken.groups', counts) : t('spoken.groups-between', { ...counts, most }),
    ...(pinned.uneven ? [t('spoken.pinned', { count: pinned.count })] : []),
    ...(view.repeats === undefined ? [] : [t('spoken.repeats', { count: view.repeats })]),
  ].join(' ');
}
