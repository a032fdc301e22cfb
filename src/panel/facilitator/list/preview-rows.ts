/** The three groups of a list's preview, as rows of text. */
import type { RoomId } from '../../../breakout/ids';
import type { Known, Matched, Placement, Target } from '../../../breakout/roster/placement';
import { t } from '../../../i18n/words';
import type { PrepareView } from '../../../live/views';
import { expectable } from '../../../records/expected-edits';
import { newRoomTitle } from './list-page';

export interface NameRow {
  readonly key: string;
  readonly name: string;
  readonly detail: string;
  /** Something changes for somebody who has a seat. */
  readonly changes?: boolean;
}

export function rowsOf(
  { matched, notHere, unlisted }: Placement,
  { rooms }: PrepareView,
  people: readonly Known[],
): Readonly<Record<'matched' | 'notHere' | 'unlisted', readonly NameRow[]>> {
  const personOf = new Map(people.map((person) => [person.id, person]));
  const nameOf = (room: RoomId | undefined): string =>
    rooms.find(({ id }) => id === room)?.name ?? '';
  const target = (to: Target): string => {
    if (to.type === 'any') return t('list.any-room');
    return to.type === 'new' ? newRoomTitle(to.name) : nameOf(to.room);
  };
  const detail = ({ change, to }: Matched, from: string): string => {
    if (change === 'facilitator') return t('list.facilitator');
    if (change === 'stays') return t('list.stays', { room: from });
    return change === 'moved' ? t('list.moves', { from, to: target(to) }) : target(to);
  };
  return {
    // Changes first: they are what somebody looks for before pressing the button.
    matched: [...matched]
      .sort((a, b) => Number(b.change === 'moved') - Number(a.change === 'moved'))
      .map((one) => ({
        key: one.user,
        name: personOf.get(one.user)?.name ?? one.entry.name,
        detail: detail(one, nameOf(personOf.get(one.user)?.room)),
        changes: one.change === 'moved',
      })),
    notHere: notHere.map(({ entry, to }) => ({
      key: String(entry.line),
      name: entry.name,
      detail: target(to),
    })),
    unlisted: unlisted.map((user) => ({
      key: user,
      name: personOf.get(user)?.name ?? '',
      detail: nameOf(personOf.get(user)?.room),
    })),
  };
}

/** How many of those who are not here can be remembered. */
export const keepable = ({ notHere }: Placement, { expected }: PrepareView): number =>
  expectable(
    expected,
    notHere.map(({ entry }) => ({ name: entry.name, room: undefined })),
  );
