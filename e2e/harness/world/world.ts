/**
 * A Miro board without Miro: users, tabs, pages, items, storage, events, sessions, timer. It behaves
 * as the platform's documentation says; where that is silent, as dialect.ts says; and where even
 * that has no switch, by these guesses:
 *
 * - A second modal counts as one closed at once (slots.ts). A panel replaces the app's own panel.
 * - `join` of the session one is in already does nothing; `leave` of one that one is not in rejects.
 * - A native invitation stays 30 s and gives way to a newer one (invitations.ts).
 * - Ending a session sends `sessions:ended`, and no `user-left` (memberships.ts).
 * - Somebody disconnected leaves the online list at once, and counts as having closed their tabs
 *   after 10 s (memberships.ts).
 * - Viewers may not change items or app data; sessions, events and the timer are open to them.
 * - Removing a frame removes what lies in it, and removing an item the connectors at it (items.ts).
 * - Where some of those who are to follow cannot be reached in time, the others follow (attention.ts).
 * - `viewport.set` resolves when its animation is over, with what is really shown (viewport.ts).
 * - Everyone hears `items:*`, the caller's own pages included.
 */
import type { Bounds, WorldApi, WorldOptions } from './api';
import { createAppData } from './app-data';
import { createAttention } from './attention';
import { createBring } from './bring';
import { createHand } from './hand';
import { createChanges } from './changes';
import { createSwitchboard, type Command, type CommandTable } from './commands';
import { requireTab, type Core } from './core';
import { createCredits } from './credits';
import { defaultDialect } from './dialect';
import { createFailures } from './failures';
import { createIds } from './ids';
import { createItemCommands } from './item-commands';
import { createItems } from './items';
import { createSubscriptions, join } from './links';
import { createNotifications } from './notifications';
import { createPeople } from './people';
import { createPresence } from './presence';
import { createRealtime } from './realtime';
import { sentences } from './sentences';
import { createSelection } from './selection';
import { createSessions } from './sessions';
import { createSlots } from './slots';
import { createStorage } from './storage';
import { createTimer } from './timer';
import { viewTab, viewUser } from './views';
import { createViewports } from './viewport';

const defaultBounds: Bounds = { people: 5_000, tabs: 50, items: 20_000 };
const ALL_SCOPES = ['boards:read', 'boards:write', 'identity:read'] as const;

export function createWorld(options: WorldOptions): WorldApi {
  const { clock, random } = options;
  const core: Core = {
    clock,
    random,
    ids: createIds(random),
    changes: createChanges(clock),
    scopes: new Set(options.scopes ?? ALL_SCOPES),
    bounds: { ...defaultBounds, ...options.bounds },
    dialect: { ...defaultDialect, ...options.dialect },
    users: new Map(),
    tabs: new Map(),
    links: new Set(),
  };
  const items = createItems(core);
  const viewports = createViewports(core, items.rects);
  const sessions = createSessions(core);
  const { memberships } = sessions;
  const attention = createAttention(core, { memberships, viewports });
  const slots = createSlots(core);
  const presence = createPresence(core);
  const storage = createStorage(core);
  const timer = createTimer(core);
  const selection = createSelection(core, items);
  const credits = createCredits(core);
  const failures = createFailures(core.changes.board);
  const people = createPeople(core, {
    slots,
    presence,
    tabClosed(tab) {
      sessions.tabClosed(tab);
      attention.tabClosed(tab);
    },
  });
  const commands = merge([
    createSubscriptions(core),
    presence.commands,
    storage.commands,
    createRealtime(core),
    createNotifications(core),
    viewports.commands,
    slots.commands,
    sessions.commands,
    createBring(core, { memberships, viewports, itemRects: items.rects }),
    attention.commands,
    timer.commands,
    createItemCommands(core, items),
    selection.commands,
    createAppData(),
  ]);
  const switchboard = createSwitchboard(core, commands, { credits, failures });

  return {
    get dialect() {
      return core.dialect;
    },
    setDialect(change) {
      core.dialect = { ...core.dialect, ...change };
      core.changes.board();
    },
    ...people,
    clickIcon(tab) {
      if (!core.dialect.iconKeepsSelection) selection.set(requireTab(core, tab), []);
      people.clickIcon(tab);
    },
    ...createHand(core, { slots, viewports, sessions, items }),
    select: (tab, ids) => selection.set(requireTab(core, tab), ids),
    startTimer: (tab, lengthMs) => timer.start(requireTab(core, tab), lengthMs),
    stopTimer: (tab) => timer.stop(requireTab(core, tab)),
    setForeignSession(active) {
      sessions.foreign = active;
      core.changes.board();
    },
    setForeignWindow(tab, open) {
      requireTab(core, tab).foreignWindow = open;
    },
    fail(rule) {
      if (rule.command !== undefined && !commands.has(rule.command))
        throw new Error(sentences.unknownCommand(rule.command));
      failures.add(rule);
    },
    clearFailures: () => failures.clear(),
    commands: () => [...commands.keys()].sort(),
    attach(id) {
      const slot = slots.find(id);
      if (!slot) throw new Error(`The page's place ${id} is gone.`);
      return join(core, slot, switchboard);
    },
    board: () => ({
      users: [...core.users.values()].map((user) => viewUser(user, credits)),
      sessions: [...memberships.sessions.values()].map((session) => ({
        id: session.id,
        name: session.name,
        color: session.color,
        starter: session.starter.id,
        users: [...session.members.keys()],
        app: APP_NAME,
      })),
      timer: timer.view(),
      dialect: core.dialect,
      foreignSession: sessions.foreign,
      failures: failures.view(),
    }),
    tab(id) {
      const tab = core.tabs.get(id);
      return tab && viewTab(tab);
    },
    isVisible: (id) => core.tabs.get(id)?.visible,
    items: () => items.views(),
    copy: () => items.copy(),
    paste: (copy) => items.paste(copy),
    onChange: (listener) => core.changes.listen(listener),
    onSlot: (listener) => slots.listen(listener),
    storage: () => storage.entries(),
    putStorage: (...args) => storage.put(...args),
  };
}

const APP_NAME = 'app';

function merge(tables: readonly CommandTable[]): ReadonlyMap<string, Command> {
  return new Map(tables.flatMap((table) => Object.entries(table)));
}
