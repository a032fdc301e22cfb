import { describe, expect, test } from 'vitest';
import { aRun, MINUTE } from '../breakout/fixtures';
import type { Run } from '../breakout/run';
import type { Plan, Wanted } from '../breakout/plan';
import { aSnapshot, calmPlan, planWanting } from './fixtures';
import { facilitatorStage, type Stage } from './stage';

interface Situation {
  readonly plan?: Plan;
  readonly run?: Partial<Run>;
  readonly now?: number;
}

function stageOf({ plan = calmPlan(), run, now = MINUTE }: Situation): Stage {
  return facilitatorStage(aSnapshot({ plan, run: run && aRun(run), now }));
}

const open: Partial<Wanted> = { phase: 'open' };

describe('which screen a facilitator is at', () => {
  test.each<[string, Situation, Partial<Stage>]>([
    ['nothing ran yet', { plan: calmPlan({ prepared: 0 }) }, { at: 'prepare', epoch: 1 }],
    ['being prepared', {}, { at: 'prepare', epoch: 1 }],
    [
      'ordered, no run yet',
      { plan: planWanting(open) },
      { at: 'opening', epoch: 1, opensInMs: 3_000 },
    ],
    [
      'opening',
      { plan: planWanting(open), run: { phase: 'opening', opensAt: MINUTE + 2_000 } },
      { at: 'opening', opensInMs: 2_000 },
    ],
    [
      'opening took longer than three seconds',
      { plan: planWanting(open), run: { phase: 'opening', opensAt: 0 } },
      { at: 'opening', opensInMs: 0 },
    ],
    [
      'cancelled, not yet noticed by the conductor',
      { plan: planWanting({ phase: 'none' }), run: { phase: 'opening' } },
      { at: 'prepare', epoch: 1 },
    ],
    [
      'a first opening cancelled',
      { run: { epoch: 0, phase: 'closed' } },
      { at: 'prepare', epoch: 1 },
    ],
    ['open', { plan: planWanting(open), run: {} }, { at: 'open', epoch: 1 }],
    [
      '[H2] cancelled when it had opened already',
      { plan: planWanting({ phase: 'none' }), run: {} },
      { at: 'open', epoch: 1 },
    ],
    [
      'ended by hand',
      { plan: planWanting({ phase: 'closing' }), run: {} },
      { at: 'closing', closesInMs: 30_000 },
    ],
    [
      'counting down',
      {
        plan: planWanting({ phase: 'closing' }),
        run: { phase: 'closing', closesAt: MINUTE + 4_000 },
      },
      { at: 'closing', closesInMs: 4_000, cancellable: true, ending: false },
    ],
    [
      'the countdown was cancelled, not yet noticed by the conductor',
      { plan: planWanting(open), run: { phase: 'closing', closesAt: MINUTE + 4_000 } },
      { at: 'open' },
    ],
    [
      'the time is up',
      {
        plan: planWanting(open),
        run: { phase: 'closing', closesAt: 10 * MINUTE + 30_000 },
        now: 10 * MINUTE,
      },
      { at: 'closing', closesInMs: 30_000, cancellable: false },
    ],
    [
      'the time is up and the conductor has not noticed',
      { plan: planWanting(open), run: {}, now: 11 * MINUTE },
      { at: 'open' },
    ],
    [
      'prolonged after the time was up',
      {
        plan: planWanting({ phase: 'open', length: 15 * MINUTE }),
        run: { phase: 'closing', closesAt: 0 },
        now: 10 * MINUTE,
      },
      { at: 'open' },
    ],
    [
      'sessions are being ended',
      { plan: planWanting(open), run: { phase: 'ending', closesAt: 0 } },
      { at: 'closing', closesInMs: 0, ending: true, cancellable: false },
    ],
    ['over', { plan: planWanting(open), run: { phase: 'closed' } }, { at: 'after', epoch: 1 }],
    [
      'over, the next one being prepared',
      { plan: calmPlan({ prepared: 2 }), run: { phase: 'closed' } },
      { at: 'prepare', epoch: 2 },
    ],
    [
      '[I6] prepared too early: the running one is shown until it is over',
      { plan: planWanting(open, { prepared: 2 }), run: {} },
      { at: 'open', epoch: 1 },
    ],
    [
      'a number far ahead prepares the next one all the same',
      { plan: calmPlan({ prepared: 9 }), run: { phase: 'closed' } },
      { at: 'prepare', epoch: 2 },
    ],
  ])('%s', (_, situation, expected) => {
    expect(stageOf(situation)).toMatchObject(expected);
  });
});
