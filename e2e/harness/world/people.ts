import type { UserSpec, WorldApi } from './api';
import { requireTab, requireUser, type Core } from './core';
import type { Tab, User } from './model';
import { OFFLINE_GRACE_MS } from './memberships';
import { announce, perfectNetwork, release } from './network';
import type { Presence } from './presence';
import type { Slots } from './slots';
import { FIRST_SCREEN, FIRST_VIEWPORT } from './viewport';

export type People = Pick<
  WorldApi,
  | 'addUser'
  | 'updateUser'
  | 'removeUser'
  | 'setNetwork'
  | 'setOnline'
  | 'openTab'
  | 'closeTab'
  | 'reloadTab'
  | 'setVisible'
  | 'clickIcon'
  | 'answerConsent'
>;

interface Parts {
  readonly slots: Slots;
  readonly presence: Presence;
  /** Sessions, invitations and attention let go of a tab. */
  readonly tabClosed: (tab: Tab) => void;
}

/** People come, go, reload, lose their connection, and agree to the app. */
export function createPeople(core: Core, { slots, presence, tabClosed }: Parts): People {
  function newTab(id: string, user: User, visible: boolean): Tab {
    const tab: Tab = {
      id,
      user,
      visible,
      viewport: FIRST_VIEWPORT,
      screen: FIRST_SCREEN,
      glideMs: 0,
      selection: [],
      slots: { background: null, panel: null, modal: null },
      pinned: false,
      invitation: null,
      notifications: [],
      consent: false,
      foreignWindow: false,
      iconClickWaiting: false,
      lastIconClickAt: Number.NEGATIVE_INFINITY,
      results: new Map(),
    };
    core.tabs.set(id, tab);
    user.tabs.set(id, tab);
    slots.startBackground(tab);
    core.changes.tab(id);
    return tab;
  }
  function shut(tab: Tab): void {
    core.tabs.delete(tab.id);
    tab.user.tabs.delete(tab.id);
    slots.clear(tab);
    tabClosed(tab);
    core.changes.tab(tab.id);
  }
  function authorise(user: User, authorised: boolean): void {
    user.authorised = authorised;
    for (const tab of user.tabs.values())
      if (authorised) slots.startBackground(tab);
      else slots.clear(tab);
  }
  /** Pages learn of a click when they listen for it; a page still loading learns it then. */
  function passClick(tab: Tab): void {
    const name = 'icon:click';
    const listening = [...core.links].filter((link) => link.tab === tab && link.events.has(name));
    tab.iconClickWaiting = listening.length === 0;
    announce(core, listening, { name, payload: undefined, way: 'local' });
  }

  /** User → stops the wait after which a disconnected user counts as gone. */
  const graces = new Map<string, () => void>();
  function waitForReturn(user: User): void {
    const gone = (): void => {
      for (const tab of user.tabs.values()) tabClosed(tab);
    };
    graces.set(user.id, core.clock.after(OFFLINE_GRACE_MS, gone));
  }

  return {
    addUser(spec: UserSpec) {
      const id = spec.id ?? core.ids.digits();
      if (core.users.has(id)) throw new Error(`User ${id} is on the board already.`);
      if (core.users.size >= core.bounds.people) throw new Error('Too many people on the board.');
      core.users.set(id, {
        id,
        name: spec.name,
        role: spec.role ?? 'editor',
        plan: spec.plan ?? 'paid',
        locale: spec.locale ?? 'en',
        authorised: spec.authorised ?? true,
        connected: true,
        network: perfectNetwork,
        tabs: new Map(),
        stalled: [],
      });
      core.changes.board();
      return id;
    },
    updateUser(id, change) {
      const user = requireUser(core, id);
      const { authorised = user.authorised, ...rest } = change;
      Object.assign(user, rest);
      if (authorised !== user.authorised) authorise(user, authorised);
      presence.update();
    },
    removeUser(id) {
      const user = requireUser(core, id);
      for (const tab of [...user.tabs.values()]) shut(tab);
      core.users.delete(id);
      presence.update();
    },
    setNetwork(id, change) {
      const user = requireUser(core, id);
      user.network = { ...user.network, ...change };
      core.changes.board();
    },
    setOnline(id, online) {
      const user = requireUser(core, id);
      if (user.connected === online) return;
      user.connected = online;
      presence.update();
      graces.get(id)?.();
      if (online) release(user);
      else waitForReturn(user);
    },
    openTab(id, { visible = true } = {}) {
      const user = requireUser(core, id);
      if (user.tabs.size >= core.bounds.tabs) throw new Error(`${user.name} has too many tabs.`);
      const tab = newTab(core.ids.named('tab'), user, visible);
      presence.update();
      return tab.id;
    },
    closeTab(id) {
      shut(requireTab(core, id));
      presence.update();
    },
    reloadTab(id) {
      const { user, visible, viewport, screen } = requireTab(core, id);
      shut(requireTab(core, id));
      const tab = newTab(id, user, visible);
      Object.assign(tab, { viewport, screen });
      presence.update();
    },
    setVisible(id, visible) {
      requireTab(core, id).visible = visible;
      core.changes.tab(id);
      core.changes.board();
    },
    clickIcon(id) {
      const tab = requireTab(core, id);
      tab.lastIconClickAt = core.clock.now();
      core.changes.tab(id);
      if (tab.user.authorised) passClick(tab);
      else tab.consent = true;
    },
    answerConsent(id, yes) {
      const tab = requireTab(core, id);
      if (!tab.consent) return;
      core.changes.tab(id);
      tab.consent = false;
      if (!yes) return;
      for (const other of tab.user.tabs.values()) other.consent = false;
      tab.lastIconClickAt = core.clock.now();
      authorise(tab.user, true);
      passClick(tab);
      core.changes.board();
    },
  };
}
