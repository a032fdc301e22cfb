import { t } from '../../i18n/words';
import type { FacilitatorActions, FacilitatorView, RoomView } from '../../live/views';
import type { MenuItem } from '../../ui/menu-item';

/** One place up or down in the list, where there is one. */
export function roomMoves(
  { screen, rooms }: Pick<FacilitatorView, 'screen' | 'rooms'>,
  room: RoomView,
  actions: Pick<FacilitatorActions, 'moveRoom'>,
): readonly MenuItem[] {
  if (screen !== 'prepare' && screen !== 'open') return [];
  const at = rooms.findIndex(({ id }) => id === room.id);
  const above = rooms[at - 1];
  const items: (MenuItem | false)[] = [
    above !== undefined && {
      id: 'up',
      label: t('room.move-up'),
      onselect: () => actions.moveRoom(room.id, above.id),
    },
    at + 1 < rooms.length && {
      id: 'down',
      label: t('room.move-down'),
      onselect: () => actions.moveRoom(room.id, rooms[at + 2]?.id),
    },
  ];
  return items.filter((item) => item !== false);
}

/** Any place of the list at once, counted from 1. */
export function moveTo(
  rooms: FacilitatorView['rooms'],
  room: Pick<RoomView, 'id'>,
  place: number,
  actions: Pick<FacilitatorActions, 'moveRoom'>,
): void {
  const others = rooms.filter(({ id }) => id !== room.id);
  actions.moveRoom(room.id, others[place - 1]?.id);
}
