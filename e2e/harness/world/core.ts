import type { Bounds, WorldClock } from './api';
import type { Changes } from './changes';
import type { Dialect } from './dialect';
import type { Ids } from './ids';
import type { Link, Tab, User } from './model';

/** What every part of the world shares. */
export interface Core {
  readonly clock: WorldClock;
  readonly random: () => number;
  readonly ids: Ids;
  readonly changes: Changes;
  readonly scopes: ReadonlySet<string>;
  readonly bounds: Bounds;
  dialect: Dialect;
  readonly users: Map<string, User>;
  readonly tabs: Map<string, Tab>;
  readonly links: Set<Link>;
}

/** On the board, as everyone sees it: connected, with a tab open. */
export const isOnline = (user: User): boolean => user.connected && user.tabs.size > 0;

export function requireUser(core: Core, id: string): User {
  const user = core.users.get(id);
  if (!user) throw new Error(`No user ${id}.`);
  return user;
}

export function requireTab(core: Core, id: string): Tab {
  const tab = core.tabs.get(id);
  if (!tab) throw new Error(`No tab ${id}.`);
  return tab;
}
