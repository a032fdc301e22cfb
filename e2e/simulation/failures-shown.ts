import type { FacilitatorView, PanelView } from '../../src/live/views';
import type { Problem } from '../../src/breakout/run';
import type { Actor } from './actor';
import { isFacilitator, personOf, runOf } from './beliefs';
import type { Simulation } from './simulation';

/** [I11] Whatever has failed and is still so, stands on the screen of every facilitator's panel. */
export function failuresAreShown(sim: Simulation, actors: readonly Actor[]): string[] {
  const failures = [...runFailures(sim), ...personFailures(sim, actors)];
  return actors.flatMap((actor) => {
    if (!isFacilitator(sim.world, actor.id)) return [];
    const views = actor.panels.map(({ view }) => view).filter(isFacilitatorView);
    return failures
      .filter(({ step, problem }) => views.some((view) => !shows(view, step, problem)))
      .map(({ step, problem }) => `[I11] ${actor.name} does not see ${step}: ${problem.detail}`);
  });
}

interface Failed {
  readonly step: string;
  readonly problem: Problem;
}

function runFailures({ world }: Simulation): Failed[] {
  const run = runOf(world);
  if (run === undefined || run.phase === 'closed') return [];
  const rooms = [...run.rooms.values()].flatMap(({ problem }) =>
    problem === undefined ? [] : [{ step: 'start', problem }],
  );
  return [...rooms, ...run.failures];
}

function personFailures({ world }: Simulation, actors: readonly Actor[]): Failed[] {
  return actors.flatMap(({ id, present }) => {
    const { problem } = personOf(world, id);
    return present && problem !== undefined ? [problem] : [];
  });
}

const isFacilitatorView = (view: PanelView): view is FacilitatorView => 'notices' in view;

function shows({ notices }: FacilitatorView, step: string, problem: Problem): boolean {
  const [kind] = step.split(' ', 1);
  return notices.some((notice) => {
    switch (notice.kind) {
      case 'sessions-taken':
        return problem.reason === 'sessions-taken';
      case 'timer-unavailable':
        return problem.reason === 'timer-unavailable';
      case 'room-failed':
        return kind === 'start' && notice.problem.reason === problem.reason;
      case 'step-failed':
        return notice.step.startsWith(kind ?? '') && notice.problem.reason === problem.reason;
      default:
        return false;
    }
  });
}
