/** What a screen reader is told while people are moved by hand (docs/spec.md: "Moving people"). */
import type { UserId } from '../../../breakout/ids';
import { t } from '../../../i18n/words';
import type { FacilitatorView, RoomView } from '../../../live/views';
import type { Lift, Outcome } from './lift';
import { moveText } from './moves';
import { peopleOf } from './whereabouts';

export interface Spoken {
  readonly text: string;
  readonly assertive?: boolean;
}

/**
 * @param view as it is before anything of this is done
 * @param isNew by keys, for the first time on this screen: how to go on is said, too
 */
export function outcomeText(
  outcome: Outcome,
  lift: Lift,
  { view, isNew }: { readonly view: FacilitatorView; readonly isNew: boolean },
): Spoken {
  const roomOf = (id: unknown): RoomView | undefined => view.rooms.find((room) => room.id === id);
  const nameOf = (user: UserId | undefined): string =>
    user === undefined ? '' : (peopleOf(view, [user])[0]?.name ?? '');
  const count = lift.users.length;
  const [first] = lift.users;
  const name = nameOf(first);
  const from = first === undefined ? undefined : roomOf(lift.from.get(first));
  switch (outcome.kind) {
    case 'lifted': {
      if (!isNew) return { text: liftedText(lift, name) };
      const where =
        from === undefined || count > 1
          ? liftedText(lift, name)
          : t('spoken.lifted-from', { name, room: from.name });
      return { text: `${where} ${t('spoken.lift-keys')}` };
    }
    case 'over': {
      const room = roomOf(outcome.room);
      return { text: room === undefined ? '' : overText(room, outcome.obstacle) };
    }
    case 'dropped': {
      const to = roomOf(outcome.room);
      const people = peopleOf(view, outcome.users);
      return { text: to === undefined ? '' : moveText({ people, to, from }, view) };
    }
    case 'cancelled':
      if (count > 1) return { text: t('spoken.several-stay', { count }) };
      if (from === undefined) return { text: t('spoken.stays-unseated', { name }) };
      return { text: t('spoken.stays', { name, room: from.name }) };
    case 'taken':
      return {
        text: t('notice.overruled-move', {
          by: theOther(view),
          name: nameOf(outcome.user),
          room: roomOf(outcome.room)?.name ?? '',
        }),
        assertive: true,
      };
    case 'gone':
      return { text: t('spoken.cancelled') };
  }
}

function liftedText({ users }: Lift, name: string): string {
  return users.length === 1
    ? t('spoken.lifted', { name })
    : t('spoken.several-lifted', { count: users.length });
}

/** Also what the screen shows while somebody is held over it. */
export function overText(room: RoomView, obstacle: 'full' | 'locked' | undefined): string {
  if (obstacle !== undefined) return t(`spoken.over-${obstacle}`, { room: room.name });
  return t('spoken.over', { room: room.name, count: room.people.length });
}

/** Edits carry no name: whose it was is known only if just one other facilitator is here. */
function theOther({ facilitators }: FacilitatorView): string {
  const [other, another] = facilitators.filter(({ online, me }) => online && !me);
  return other !== undefined && another === undefined
    ? t('people.listed', { name: other.name })
    : t('notice.other-facilitator');
}
