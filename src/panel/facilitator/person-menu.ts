import { t } from '../../i18n/words';
import type {
  FacilitatorActions,
  FacilitatorView,
  PersonState,
  PersonView,
} from '../../live/views';
import type { MenuItem } from '../../ui/menu-item';
import type { Level, Levels } from './levels.svelte';
import type { Ticks } from './ticks.svelte';

const CAN_BE_ASKED: ReadonlySet<PersonState> = new Set([
  'asked',
  'not-now',
  'declined',
  'left',
  'native-invited',
  'native-no',
]);

/** What a facilitator can do with one person, on this screen. */
export function personMenu(
  person: PersonView,
  view: FacilitatorView,
  actions: FacilitatorActions,
  { levels, back, ticks }: { readonly levels: Levels; readonly back: Level; readonly ticks: Ticks },
): readonly MenuItem[] {
  const movable = (view.screen === 'prepare' || view.screen === 'open') && view.rooms.length > 1;
  const seated = view.rooms.some(({ people }) => people.some(({ id }) => id === person.id));
  const items: (MenuItem | false)[] = [
    movable && {
      id: 'move',
      label: t('person.move'),
      onselect: () => levels.open({ at: 'move', users: [person.id], back }),
    },
    movable && {
      id: 'tick',
      label: t(ticks.has(person.id) ? 'person.untick' : 'person.tick'),
      onselect: () => ticks.toggle(person),
    },
    view.screen === 'open' &&
      (CAN_BE_ASKED.has(person.state) || person.move !== undefined) && {
        id: 'ask',
        label: t('person.ask-again'),
        onselect: () => actions.askAgain(person.id),
      },
    seated &&
      (person.pinned
        ? { id: 'let-go', label: t('person.let-go'), onselect: () => actions.letGo(person.id) }
        : { id: 'keep', label: t('person.keep'), onselect: () => actions.keepInRoom(person.id) }),
    {
      id: 'facilitator',
      label: t('person.make-facilitator'),
      onselect: () => actions.makeFacilitator(person.id),
    },
  ];
  return items.filter((item) => item !== false);
}
