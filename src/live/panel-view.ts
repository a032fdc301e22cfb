import { peopleOf } from './people';
import type { Snapshot } from './snapshot';
import { activeRun } from './stage';
import type { PanelView } from './views';

export type Role = 'facilitator' | 'participant';

/** What somebody in this role sees. */
export type RoleView = (snapshot: Snapshot) => PanelView;

/**
 * The one screen for one situation. Nothing is offered, and so nothing created, before storage has
 * answered; a record that cannot be read is not worked around.
 *
 * @param viewOf what is at hand: nobody needs both roles' views at once
 */
export function panelView(
  snapshot: Snapshot,
  viewOf: (role: Role) => RoleView | undefined,
): PanelView {
  const { answered, plan, me } = snapshot;
  if (answered.state === 'no') return { screen: 'loading' };
  if (answered.state === 'unreadable') {
    return { screen: 'broken', newer: answered.newer, detail: answered.detail };
  }
  const facilitates = plan.facilitators.some(({ user }) => user === me.id);
  if (!facilitates && isUnclaimed(snapshot)) {
    return { screen: 'unclaimed', online: peopleOf(snapshot).online.size };
  }
  const view = viewOf(facilitates ? 'facilitator' : 'participant');
  return view?.(snapshot) ?? { screen: 'loading' };
}

/** Nobody runs it, nothing is under way, and this person has not chosen to take part. */
function isUnclaimed({ plan, run, people, me }: Snapshot): boolean {
  if (plan.facilitators.length > 0 || activeRun(run) !== undefined) return false;
  return people.get(me.id)?.takesPart !== true;
}
