import { expect, test } from 'vitest';
import { aPerson, aRun, ben } from '../breakout/fixtures';
import { aSnapshot, calmPlan, planWanting, users } from './fixtures';
import { bothViews } from './both-views';
import { panelView } from './panel-view';
import type { Snapshot } from './snapshot';

const nobodys = calmPlan({ facilitators: [], rooms: [], prepared: 0 });

test.each<[string, Partial<Snapshot>, string]>([
  [
    'storage has not answered: nothing is offered',
    { answered: { state: 'no' }, plan: nobodys },
    'loading',
  ],
  [
    'a record of a newer version',
    { answered: lost('plan', { newer: true, mending: undefined }) },
    'broken',
  ],
  ['nobody runs it', { plan: nobodys }, 'unclaimed'],
  [
    'nobody runs it, and this person takes part',
    { plan: nobodys, me: users.ben, people: new Map([[ben, aPerson({ takesPart: true })]]) },
    'waiting',
  ],
  ['a facilitator', {}, 'prepare'],
  ['somebody else', { me: users.ben }, 'waiting'],
  [
    'every facilitator was removed while rooms are open: nobody is asked to run it',
    { me: users.ben, plan: planWanting({ phase: 'open' }, { facilitators: [] }), run: aRun() },
    'waiting',
  ],
])('%s', (_, change, screen) => {
  expect(panelView(aSnapshot(change), bothViews).screen).toBe(screen);
});
