import type { PanelView } from '../live/views';
import { menuList } from '../ui/menu-list.svelte';
import { PARTICIPANTS_PARTS } from './part-names';
import { parts } from './parts';
import { isFacilitators } from './screens';

/**
 * What a panel may need later: fetched behind the screen that is shown, so that no click waits. What
 * cannot be fetched now is asked for again where it is shown. Those who take part are many, and
 * whoever runs a breakout needs three times as much code.
 */
export function loadAhead(view: PanelView): void {
  if (!isFacilitators(view) && view.screen !== 'unclaimed') {
    for (const name of PARTICIPANTS_PARTS) void parts[name].load();
    return;
  }
  for (const part of Object.values(parts)) void part.load();
  menuList.load().catch(() => undefined);
}
