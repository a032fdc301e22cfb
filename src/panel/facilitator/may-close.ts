import type { FacilitatorView, RoomView } from '../../live/views';

/** One room alone can be closed while it is not the last that stays open. */
export function mayClose({ screen, rooms }: FacilitatorView, room: RoomView): boolean {
  if (screen !== 'open' || room.closing === true) return false;
  return rooms.some(({ id, closing }) => id !== room.id && closing !== true);
}
