import { expect, test } from 'vitest';
import { aPerson, aRun, ben } from '../breakout/fixtures';
import { aSnapshot, calmPlan, planWanting, users } from './fixtures';
import { bothViews } from './both-views';
import { panelView } from './panel-view';
import type { Snapshot, UnreadableRecord } from './snapshot';

const nobodys = calmPlan({ facilitators: [], rooms: [], prepared: 0 });

const lost = (record: string, change: Partial<UnreadableRecord> = {}): Snapshot['answered'] => ({
  state: 'unreadable',
  record,
  newer: false,
  detail: '',
  ...change,
});

test.each<[string, Partial<Snapshot>, string | undefined]>([
  ['a lost plan, by anybody: nobody knows who facilitates', { answered: lost('plan') }, 'plan'],
  ['a lost run, by a facilitator', { answered: lost('run') }, 'run'],
  ['a lost run, not by a participant', { answered: lost('run'), me: users.ben }, undefined],
  [
    'what a newer version has written, by nobody',
    { answered: lost('run', { newer: true }) },
    undefined,
  ],
])('[I10] begun afresh is %s', (_, change, mends) => {
  const view = panelView(aSnapshot(change), bothViews);
  expect(view).toMatchObject({ screen: 'broken' });
  expect('mends' in view ? view.mends : undefined).toBe(mends);
});

test.each<[string, Partial<Snapshot>, string]>([
  [
    'storage has not answered: nothing is offered',
    { answered: { state: 'no' }, plan: nobodys },
    'loading',
  ],
  ['a record of a newer version', { answered: lost('plan', { newer: true }) }, 'broken'],
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
