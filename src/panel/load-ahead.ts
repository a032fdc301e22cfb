import { menuList } from '../ui/menu-list.svelte';
import { parts } from './parts';

/**
 * What a panel may need later, whoever its user is: fetched behind the first screen, so that no
 * click waits. What cannot be fetched now is asked for again where it is shown.
 */
export function loadAhead(): void {
  for (const part of Object.values(parts)) void part.load();
  menuList.load().catch(() => undefined);
}
