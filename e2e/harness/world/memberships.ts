import type { Core } from './core';
import type { Session, Tab, User } from './model';
import type { SessionEvents } from './session-events';
import { sentences } from './sentences';

/** How long somebody may be disconnected before the board counts their tabs as closed. A guess. */
export const OFFLINE_GRACE_MS = 10_000;

/** Who is in which session. D:websdk-reference-session: at most one at a time. */
export interface Memberships {
  readonly sessions: ReadonlyMap<string, Session>;
  add(session: Session): void;
  remove(session: Session): void;
  require(id: string): Session;
  join(session: Session, tab: Tab): void;
  /** As an accepted invitation does, whatever a second `join` would. */
  moveTo(session: Session, tab: Tab): void;
  leave(session: Session, tab: Tab): void;
  /** What closing a tab does to the seat that was taken through it (dialect). */
  tabClosed(tab: Tab): void;
  isInside(user: User): boolean;
}

export function createMemberships(core: Core, events: SessionEvents): Memberships {
  const sessions = new Map<string, Session>();

  /** Per user or per tab (dialect). A seat whose tabs have all gone is the user's. */
  const isIn = (session: Session, tab: Tab): boolean => {
    const tabs = session.members.get(tab.user.id);
    if (!tabs) return false;
    const isOrphaned = ![...tabs].some((id) => core.tabs.has(id));
    return core.dialect.membership === 'user' || tabs.has(tab.id) || isOrphaned;
  };
  /** The session that this tab's join would leave. */
  const currentOf = (tab: Tab): Session | undefined =>
    [...sessions.values()].find((session) => isIn(session, tab));

  function enter(session: Session, tab: Tab): void {
    const tabs = session.members.get(tab.user.id) ?? new Set();
    session.members.set(tab.user.id, tabs.add(tab.id));
    events.joined(session, tab.user.id);
  }
  function exit(session: Session, tab: Tab): void {
    const tabs = session.members.get(tab.user.id);
    if (!tabs) return;
    tabs.delete(tab.id);
    for (const id of tabs) if (!core.tabs.has(id)) tabs.delete(id);
    if (core.dialect.membership === 'user' || tabs.size === 0) session.members.delete(tab.user.id);
    events.left(session, tab.user.id);
  }

  return {
    sessions,
    add: (session) => {
      sessions.set(session.id, session);
    },
    remove: (session) => {
      sessions.delete(session.id);
      session.members.clear();
    },
    require(id) {
      const session = sessions.get(id);
      if (!session) throw new Error(sentences.noSession(id));
      return session;
    },
    join(session, tab) {
      const current = currentOf(tab);
      if (current === session) return;
      if (current && core.dialect.secondJoin === 'rejects') throw new Error(sentences.secondJoin());
      if (current) exit(current, tab);
      enter(session, tab);
    },
    moveTo(session, tab) {
      const current = currentOf(tab);
      if (current === session) return;
      if (current) exit(current, tab);
      enter(session, tab);
    },
    leave(session, tab) {
      if (!isIn(session, tab)) throw new Error(sentences.notInSession());
      exit(session, tab);
    },
    tabClosed(tab) {
      if (!core.dialect.tabCloseLeaves) return;
      for (const session of sessions.values())
        if (session.members.get(tab.user.id)?.has(tab.id)) exit(session, tab);
    },
    isInside: (user) => [...sessions.values()].some((session) => session.members.has(user.id)),
  };
}
