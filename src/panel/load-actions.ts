import { roomNames } from '../i18n/room-names';
import type { PanelActions } from '../live/actions/panel-actions';
import type { Bench } from '../live/panel-state.svelte';

/** What the buttons do, with the names for new rooms. @throws when they cannot be loaded */
export async function loadActions(bench: Bench, locale: string | undefined): Promise<PanelActions> {
  const [{ panelActions }, names] = await Promise.all([
    import('../live/actions/panel-actions'),
    roomNames(locale),
  ]);
  return panelActions({ ...bench, names });
}
