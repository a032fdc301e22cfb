import type { Json, WorldApi } from './api';
import { text } from './args';
import type { CommandTable, Switchboard } from './commands';
import type { Core } from './core';
import type { Link, Slot } from './model';
import { announce } from './network';

/** Everything of a page that has gone is forgotten; its pending requests never settle. */
export function cut(core: Core, link: Link): void {
  link.alive = false;
  link.events.clear();
  link.listeners.clear();
  core.links.delete(link);
  if (link.slot.link === link) link.slot.link = null;
}

/** A page has loaded into its slot. One that was there before it is replaced. */
export function join(
  core: Core,
  slot: Slot,
  switchboard: Switchboard,
): ReturnType<WorldApi['attach']> {
  if (slot.link) cut(core, slot.link);
  const link: Link = {
    slot,
    surface: slot.page.surface,
    user: slot.tab.user,
    tab: slot.tab,
    alive: true,
    events: new Set(),
    listeners: new Set(),
    lanes: new Map(),
    conflating: new Set(),
  };
  slot.link = link;
  core.links.add(link);
  for (const loaded of slot.whenLoaded.splice(0)) loaded();
  return {
    request: (command: string, args: Json) =>
      link.alive ? switchboard.request(link, command, args) : new Promise(() => {}),
    listen(onPush) {
      link.listeners.add(onPush);
      return () => {
        link.listeners.delete(onPush);
      };
    },
    detach: () => cut(core, link),
  };
}

/** Telling the board which events a page wants; storage keys are asked for by STORAGE_WATCH. */
export const createSubscriptions = (core: Core): CommandTable => ({
  UI_REGISTER_EVENT: {
    local: true,
    run(link, args) {
      const event = text(args, 'event');
      link.events.add(event);
      if (event === 'icon:click' && link.tab.iconClickWaiting) {
        link.tab.iconClickWaiting = false;
        announce(core, [link], { name: event, payload: undefined, way: 'local' });
      }
    },
  },
  UI_UNREGISTER_EVENT: {
    local: true,
    run(link, args) {
      link.events.delete(text(args, 'event'));
    },
  },
});
