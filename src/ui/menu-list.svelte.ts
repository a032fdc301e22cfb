import type MenuList from './MenuList.svelte';

let list = $state.raw<typeof MenuList>();

/** What a menu opens: one chunk for all of them, which only has to be there when one is pressed. */
export const menuList = {
  get value(): typeof MenuList | undefined {
    return list;
  },
  /** Ahead of the first press, so that no press waits. @throws when it cannot be loaded */
  async load(): Promise<void> {
    list ??= (await import('./MenuList.svelte')).default;
  },
};
