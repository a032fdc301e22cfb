/** A move that is made: what is said, and where the keyboard is afterwards. By menu and by hand alike. */
import type { RoomId, UserId } from '../../../breakout/ids';
import { t } from '../../../i18n/words';
import type { FacilitatorView, PersonView, RoomView } from '../../../live/views';
import type { Level } from '../levels.svelte';

export interface Move {
  readonly people: readonly PersonView[];
  readonly to: RoomView;
  /** Where the first of them comes from; `undefined`: from no room. */
  readonly from: RoomView | undefined;
}

/** While rooms are open a move is a question. */
export function moveText({ people, to, from }: Move, { screen }: FacilitatorView): string {
  const asks = screen === 'open';
  const room = to.name;
  const [first] = people;
  if (first === undefined || people.length > 1) {
    const count = people.length;
    return t(asks ? 'spoken.several-asked-to-move' : 'spoken.several-moved', { count, room });
  }
  const { name } = first;
  if (asks) return t('spoken.asked-to-move', { name, room });
  if (from === undefined) return t('spoken.seated', { name, room });
  return t('spoken.moved', {
    name,
    room,
    from: from.name,
    fromCount: from.people.length - 1,
    toCount: to.people.length + 1,
  });
}

/**
 * Who has the focus after a move: by the keyboard the same person in the new place, else the next
 * person in the old room.
 */
export function focusAfter({ people, from }: Move, byKeys: boolean): UserId | undefined {
  const [first] = people;
  if (byKeys || first === undefined) return first?.id;
  const moved = new Set(people.map(({ id }) => id));
  const stay = (from?.people ?? []).map(({ id }) => id);
  const at = stay.indexOf(first.id);
  const isLeft = (user: UserId): boolean => !moved.has(user);
  return stay.slice(at + 1).find(isLeft) ?? stay.slice(0, Math.max(0, at)).findLast(isLeft);
}

/** The page where that is; a person who is only asked stays on the page of the room they are in. */
export function pageAfter(
  move: Move,
  { screen }: FacilitatorView,
  how: { readonly byKeys: boolean; readonly page: Level | undefined },
): Level | undefined {
  const { byKeys, page } = how;
  const focus = focusAfter(move, byKeys);
  if (page?.at === 'people') return { at: 'people', focus };
  if (page?.at !== 'room') return page;
  const follows = byKeys && screen === 'prepare';
  const room: RoomId = follows ? move.to.id : page.room;
  return { at: 'room', room, focus };
}
