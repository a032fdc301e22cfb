import { facilitatorView } from './facilitator-view';
import { participantView } from './participant-view';
import { peopleOf } from './people';
import type { Snapshot } from './snapshot';
import { activeRun } from './stage';
import type { PanelView } from './views';

/**
 * The one screen for one situation. Nothing is offered, and so nothing created, before storage has
 * answered; a record that cannot be read is not worked around.
 */
export function panelView(snapshot: Snapshot): PanelView {
  const { answered, plan, me } = snapshot;
  if (answered.state === 'no') return { screen: 'loading' };
  if (answered.state === 'unreadable') {
    return { screen: 'broken', newer: answered.newer, detail: answered.detail };
  }
  if (plan.facilitators.some(({ user }) => user === me.id)) return facilitatorView(snapshot);
  return isUnclaimed(snapshot)
    ? { screen: 'unclaimed', online: peopleOf(snapshot).online.size }
    : participantView(snapshot);
}

/** Nobody runs it, nothing is under way, and this person has not chosen to take part. */
function isUnclaimed({ plan, run, people, me }: Snapshot): boolean {
  if (plan.facilitators.length > 0 || activeRun(run) !== undefined) return false;
  return people.get(me.id)?.takesPart !== true;
}
