import type { CommandTable } from './commands';
import type { Core } from './core';
import { LEVEL_1, LEVEL_3 } from './credits';
import { matching } from './item-commands';
import type { Items } from './items';
import type { Tab } from './model';
import { announce } from './network';

export interface Selection {
  readonly commands: CommandTable;
  /** Items that do not exist are left out. */
  set(tab: Tab, ids: readonly string[]): void;
}

/** What a person has selected in one tab. The push is free; `getSelection` costs 500 (rate limits). */
export function createSelection(core: Core, items: Items): Selection {
  const wires = (ids: readonly string[]) =>
    ids.flatMap((id) => {
      const item = items.find(id);
      return item ? [items.wire(item)] : [];
    });

  function set(tab: Tab, ids: readonly string[]): void {
    const next = [...new Set(ids)].filter((id) => items.find(id) !== undefined);
    if (next.join() === tab.selection.join()) return;
    tab.selection = next;
    core.changes.tab(tab.id);
    const listening = [...core.links].filter((link) => link.tab === tab);
    announce(core, listening, {
      name: 'selection:update',
      payload: { items: wires(next) },
      way: 'local',
    });
  }
  items.onRemove((id) => {
    for (const tab of core.tabs.values())
      if (tab.selection.includes(id))
        set(
          tab,
          tab.selection.filter((other) => other !== id),
        );
  });

  return {
    set,
    commands: {
      GET_SELECTION: {
        local: true,
        price: LEVEL_3,
        scope: 'boards:read',
        run: ({ tab }) => wires(tab.selection),
      },
      SELECT_WIDGETS: {
        local: true,
        price: LEVEL_1,
        scope: 'boards:read',
        run({ tab }, args) {
          const ids = matching(items, args['filter']).map(({ id }) => id);
          set(tab, [...tab.selection, ...ids]);
          return wires(ids);
        },
      },
      DESELECT_WIDGETS: {
        local: true,
        price: LEVEL_1,
        scope: 'boards:write',
        run({ tab }, args) {
          const gone = new Set(matching(items, args['filter']).map(({ id }) => id));
          const released = tab.selection.filter((id) => gone.has(id));
          set(
            tab,
            tab.selection.filter((id) => !gone.has(id)),
          );
          return wires(released);
        },
      },
    },
  };
}
