/**
 * What the conductor has Miro do: the difference between what is wanted and what is there. Pure;
 * every step may be repeated after a crash. The run record itself moves in `phases.ts`.
 */
import { closingSteps } from './closing-rooms';
import type { ConductorStep, ConductorView } from './conductor-view';
import { farewells, invitations } from './guest-steps';
import { seatEveryone } from './seat-steps';
import { endings, roomSessions, strays } from './session-steps';

export function conductorSteps(view: ConductorView): ConductorStep[] {
  switch (view.run.phase) {
    case 'opening':
      // The starter seated everyone before ordering; whose seats are late gets them in time.
      return view.now < view.run.opensAt ? [] : seatEveryone(view);
    case 'open':
    case 'closing':
      return [
        ...seatEveryone(view),
        ...(view.run.phase === 'open' ? closingSteps(view) : []),
        ...roomSessions(view),
        ...strays(view),
        ...(view.run.phase === 'open' ? invitations(view) : []),
        ...boardTimer(view),
      ];
    case 'ending':
      return [...farewells(view), ...endings(view), ...boardTimer(view)];
    case 'closed':
      return [...endings(view), ...boardTimer(view)];
  }
}

/**
 * [T5] A display only: follows our deadline; whose timer it is, the executor finds out. That there
 * is none in the plan is noted once per epoch.
 */
function boardTimer({ plan, run, timer, now }: ConductorView): ConductorStep[] {
  const wanted = plan.settings.boardTimer && run.phase === 'open' && run.deadlineAt !== undefined;
  const noted = run.failures.some(({ step }) => step === 'timer');
  if (wanted && timer === 'unavailable' && !noted) return [{ do: 'no-timer' }];
  const shown = plan.settings.boardTimer && run.phase === 'open' && timer === 'available';
  const endsAt =
    shown && run.deadlineAt !== undefined && run.deadlineAt > now ? run.deadlineAt : undefined;
  return endsAt === run.timerEndsAt ? [] : [{ do: 'timer', endsAt }];
}
