import { t } from '../../i18n/words';
import type { FacilitatorActions, FacilitatorView } from '../../live/views';
import { MINUTE } from '../../ui/durations';
import type { MenuItem } from '../../ui/menu-item';
import type { Levels } from './levels.svelte';

/** Everything a screen offers beside its buttons. */
export function moreMenu(
  view: FacilitatorView,
  actions: FacilitatorActions,
  levels: Levels,
): readonly MenuItem[] {
  const items: (MenuItem | false)[] = [
    view.screen === 'open' && {
      id: 'ask',
      label: t('open.ask-again'),
      onselect: () => actions.askAgain('everyone'),
    },
    view.screen === 'open' && {
      id: 'add',
      label: t('prepare.add-room'),
      onselect: () => actions.addRoom(),
    },
    view.screen === 'open' &&
      (view.clock.remainingMs ?? 0) > MINUTE && {
        id: 'less',
        label: t('open.minute-less'),
        onselect: () => actions.prolong(-MINUTE),
      },
    view.screen === 'open' && {
      id: 'end',
      label: t('end.open'),
      onselect: () => levels.open({ at: 'end' }),
    },
    view.screen === 'prepare' && {
      id: 'list',
      label: t('list.title'),
      onselect: () => levels.open({ at: 'list' }),
    },
    view.screen === 'prepare' && {
      id: 'invite',
      label: t('invite.menu'),
      onselect: () => levels.open({ at: 'invite' }),
    },
    view.screen === 'after' &&
      view.rooms.length > 0 && {
        id: 'reopen',
        label: t('after.reopen'),
        onselect: () => actions.reopen(),
      },
    view.screen === 'after' &&
      view.rooms.length > 0 && {
        id: 'finish',
        label: t('after.finish'),
        onselect: () => actions.finish(),
      },
    view.screen === 'prepare' && {
      id: 'setups',
      label: t('setups.title'),
      onselect: () => levels.open({ at: 'setups' }),
    },
    view.screen === 'prepare' &&
      view.rooms.length > 0 && {
        id: 'preview',
        label: t('preview.title'),
        onselect: () => levels.open({ at: 'preview' }),
      },
    (view.screen === 'prepare' || view.screen === 'open') &&
      view.rooms.length > 0 && {
        id: 'fill',
        label: t('fill.open'),
        onselect: () => levels.open({ at: 'fill' }),
      },
    view.rooms.length > 0 && {
      id: 'people',
      label: t('people.title'),
      onselect: () => levels.open({ at: 'people' }),
    },
    view.rooms.length > 0 && {
      id: 'names',
      label: t('names.open'),
      onselect: () => levels.open({ at: 'names' }),
    },
    view.past.rounds.length > 0 && {
      id: 'recap',
      label: t('recap.title'),
      onselect: () => levels.open({ at: 'recap' }),
    },
    {
      id: 'facilitators',
      label: t('facilitators.title'),
      onselect: () => levels.open({ at: 'facilitators' }),
    },
    {
      id: 'settings',
      label: t('settings.title'),
      onselect: () => levels.open({ at: 'settings' }),
    },
    (view.screen === 'prepare' || view.screen === 'after') && {
      id: 'remove',
      label: t('remove.menu'),
      onselect: () => levels.open({ at: 'remove' }),
    },
  ];
  return items.filter((item) => item !== false);
}
