import { isClosing } from './closing-rooms';
import type { Millis } from './ids';
import { nextPhase } from './phases';
import type { Plan } from './plan';
import type { Run } from './run';

/**
 * [C10] Whether the run is not yet what facilitators want, or what time has brought: a conductor that lives makes it so
 * in a moment, or says why it cannot. An order to open is another matter: nobody conducts yet ([C2]).
 *
 * @param now in the run's clock
 */
export function isBehind(
  run: Run | undefined,
  plan: Plan,
  { now, seatsDigest }: { readonly now: Millis; readonly seatsDigest: string },
): boolean {
  if (run === undefined || run.phase === 'closed') return false;
  const { clock: me, term } = run;
  const view = { me, term, now, plan, seatsDigest, held: true, allSeated: true };
  if (nextPhase(run, { ...view, openSessions: undefined }) !== run) return true;
  return run.phase === 'open' && plan.rooms.some(({ id }) => isRoomBehind(run, plan, id));
}

function isRoomBehind(run: Run, plan: Plan, id: Plan['rooms'][number]['id']): boolean {
  const room = run.rooms.get(id);
  if (room === undefined) return true;
  return isClosing(plan, id, run.epoch) !== (room.closesAt !== undefined);
}
