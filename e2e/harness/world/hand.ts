import type { WorldApi } from './api';
import { requireTab, type Core } from './core';
import { wordsKey } from './item-model';
import type { Items } from './items';
import type { Sessions } from './sessions';
import type { Slots } from './slots';
import type { Viewports } from './viewport';

interface Parts {
  readonly slots: Slots;
  readonly viewports: Viewports;
  readonly sessions: Sessions;
  readonly items: Items;
}

/** What a person does on the board itself, with Miro's own interface. */
export function createHand(core: Core, { slots, viewports, sessions, items }: Parts) {
  const userOf = (tab: string): string => requireTab(core, tab).user.id;
  const settle = (tab: string, id: string): void => {
    const item = items.require(id);
    items.adopt(userOf(tab), item, items.frameUnder(item));
  };
  return {
    clickCanvas(id) {
      const tab = requireTab(core, id);
      if (!tab.pinned) slots.close(tab, 'panel');
    },
    pinPanel(id, pinned) {
      requireTab(core, id).pinned = pinned;
      core.changes.tab(id);
    },
    closePanel: (tab) => slots.close(requireTab(core, tab), 'panel'),
    closeModal: (tab) => slots.close(requireTab(core, tab), 'modal'),
    answerInvitation: (tab, answer) => sessions.invitations.answer(requireTab(core, tab), answer),
    setViewport(id, viewport, screen) {
      const tab = requireTab(core, id);
      tab.screen = screen ?? {
        width: tab.screen.width,
        height: (tab.screen.width * viewport.height) / viewport.width,
      };
      void viewports.move(tab, { to: viewport, glideMs: 0 });
    },
    createItem(tab, { type, text, fill, ...place }) {
      const words = text === undefined ? {} : { content: text, title: text };
      const style = fill === undefined ? {} : { style: { fillColor: fill } };
      return items.draw(userOf(tab), type, { ...place, ...words, ...style }).id;
    },
    moveItem(tab, id, { x, y }) {
      const item = items.require(id);
      items.adopt(userOf(tab), item, null);
      items.update(userOf(tab), item, { x, y });
      settle(tab, id);
    },
    renameItem(tab, id, text) {
      const item = items.require(id);
      items.update(userOf(tab), item, { [wordsKey(item.type)]: text });
    },
    deleteItem: (_tab, id) => items.remove(items.require(id)),
  } satisfies Partial<WorldApi>;
}
