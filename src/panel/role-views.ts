import type { Role, RoleView } from '../live/panel-view';
import { parts } from './parts';

/** What each role sees, and what all its screens are drawn in: loaded when the role is known. */
const load: Readonly<Record<Role, () => Promise<RoleView>>> = {
  facilitator: async () => {
    void parts.Facilitator.load();
    return (await import('../live/facilitator-view')).facilitatorView;
  },
  participant: async () => {
    void parts.Participant.load();
    return (await import('../live/participant-view')).participantView;
  },
};

/** @param onarrived is told when there is more at hand than before */
export function roleViews(onarrived: () => void): (role: Role) => RoleView | undefined {
  const asked = new Set<Role>();
  const known = new Map<Role, RoleView>();

  async function ask(role: Role): Promise<void> {
    asked.add(role);
    try {
      known.set(role, await load[role]());
    } catch (fault) {
      known.set(role, () => ({ screen: 'broken', newer: false, detail: String(fault) }));
    }
    onarrived();
  }

  return (role) => {
    if (!asked.has(role)) void ask(role);
    return known.get(role);
  };
}
