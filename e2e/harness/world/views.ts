import type { PageSlot, TabView, UserView } from './api';
import type { Credits } from './credits';
import { isOnline } from './core';
import type { Invitation, Slot, Tab, User } from './model';

export function viewUser(user: User, credits: Credits): UserView {
  const { id, name, role, plan, locale, authorised, network } = user;
  return {
    id,
    name,
    role,
    plan,
    locale,
    authorised,
    online: isOnline(user),
    network,
    tabs: [...user.tabs.values()].map((tab) => ({
      id: tab.id,
      visible: tab.visible,
      viewport: tab.viewport,
    })),
    credits: credits.used(user),
  };
}

export function viewTab(tab: Tab): TabView {
  const { background, panel, modal } = tab.slots;
  return {
    id: tab.id,
    user: tab.user.id,
    visible: tab.visible,
    viewport: tab.viewport,
    glideMs: tab.glideMs,
    selection: tab.selection,
    background: pageOf(background),
    panel: panel && { ...panel.page, pinned: tab.pinned },
    modal: pageOf(modal),
    invitation: tab.invitation && viewInvitation(tab.invitation),
    notifications: tab.notifications,
    consent: tab.consent,
  };
}

const pageOf = (slot: Slot | null): PageSlot | null => slot && slot.page;

const viewInvitation = ({ session, from }: Invitation): TabView['invitation'] => ({
  session: session.id,
  sessionName: session.name,
  color: session.color,
  from,
});
