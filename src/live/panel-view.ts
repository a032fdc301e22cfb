import { keys } from '../records/keys';
import { peopleOf } from './people';
import type { Answered, Snapshot } from './snapshot';
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
    return brokenView(snapshot, answered);
  }
  const facilitates = plan.facilitators.some(({ user }) => user === me.id);
  if (!facilitates && isUnclaimed(snapshot)) {
    return { screen: 'unclaimed', online: peopleOf(snapshot).online.size };
  }
  const view = viewOf(facilitates ? 'facilitator' : 'participant');
  return view?.(snapshot) ?? { screen: 'loading' };
}

/**
 * Everybody may see to their own record, facilitators to all. Without a plan nobody knows who that is,
 * and whoever has a copy brings it back: then it is anybody's.
 */
function brokenView(
  { plan, me }: Snapshot,
  { newer, detail, record }: Extract<Answered, { state: 'unreadable' }>,
): PanelView {
  const facilitates = plan.facilitators.some(({ user }) => user === me.id);
  const may = record !== keys.run || facilitates;
  const mends = !newer && may ? { mends: record } : {};
  return { screen: 'broken', newer, detail, ...mends };
}

/** Nobody runs it, nothing is under way, and this person has not chosen to take part. */
function isUnclaimed({ plan, run, people, me }: Snapshot): boolean {
  if (plan.facilitators.length > 0 || activeRun(run) !== undefined) return false;
  return people.get(me.id)?.takesPart !== true;
}
