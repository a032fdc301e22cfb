import { expect, test } from 'vitest';
import { ana, apple, ben, cem, theSeats } from '../breakout/fixtures';
import { aSnapshot, calmPlan } from './fixtures';
import { overruledBy, overruledNotice } from './overruled';
import type { Snapshot } from './snapshot';

const facilitators = [
  { user: ana, name: 'Ana', order: 0 },
  { user: ben, name: 'Ben', order: 1 },
];
const two = (change: Partial<Snapshot> = {}) =>
  aSnapshot({
    plan: calmPlan({ facilitators }),
    seatsOf: () => theSeats([cem, apple]),
    ...change,
  });

test('[I2] a lost move says who moved whom where', () => {
  expect(overruledNotice(two(), overruledBy(1, [cem]))).toEqual({
    kind: 'overruled',
    by: 'Ben',
    move: { name: 'Cem', room: 'apple' },
  });
});

test('[I2] of several others here nobody is named, and of anything else only that it was lost', () => {
  const three = [...facilitators, { user: cem, name: 'Cem', order: 2 }];
  const plan = calmPlan({ facilitators: three });
  const lost = overruledBy(undefined, ['task']);
  expect(overruledNotice(two({ plan }), lost)).toEqual({
    kind: 'overruled',
    by: undefined,
    move: undefined,
  });
});
