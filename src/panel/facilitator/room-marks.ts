import { t } from '../../i18n/words';
import type { RoomView } from '../../live/views';

/** All that a room is marked with, in words: what its row or tile shows by signs. */
export function roomMarks(room: RoomView, asksForHelp: boolean): readonly string[] {
  const marks = [
    asksForHelp && t('room.help'),
    room.closing === true && t('room.closing'),
    room.locked === true && t('choose.locked'),
    room.places !== undefined &&
      t('room.of-places', { count: room.people.length, places: room.places }),
    room.alone !== undefined && t('room.alone'),
    (room.problem !== undefined || room.frame === 'deleted') && t('room.problem'),
    room.notes !== undefined && t('room.new-notes', { count: room.notes }),
  ];
  return marks.filter((mark) => mark !== false);
}
