import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ana, aRun, ben } from '../breakout/fixtures';
import { tabId, writerId } from '../breakout/ids';
import type { Json } from '../breakout/json';
import { mayConcern, type RawRecords } from './hints';
import { edit, emptyDoc, type Changes } from './merge';
import { personEdits, personRecord } from './person';
import { planRecord } from './plan';
import { planEdits } from './plan-edits';
import { runRecord } from './run';

const writer = writerId('w');

const planOf = (...changes: readonly Changes[]): Json =>
  planRecord.write(changes.reduce((doc, change) => edit(doc, change, writer), emptyDoc));

type Change = Parameters<typeof personEdits.set>[0];

const personOf = (...changes: readonly Change[]): Json => {
  const docs = changes.map((change) => personEdits.set(change));
  return personRecord(ben).write(docs.reduce((doc, next) => edit(doc, next, writer), emptyDoc));
};

const runOf = (...[change]: Parameters<typeof aRun>): Json =>
  runRecord.write(aRun(change), undefined);

const anas = planEdits.setFacilitator(ana, { name: 'Ana', order: 0 });
const bens = planEdits.setFacilitator(ben, { name: 'Ben', order: 1 });
const question = { epoch: 1, room: [...aRun().rooms.keys()][0] ?? expect.fail(), ask: 1 };
const home = { epoch: 1, tab: tabId('t'), viewport: { x: 0, y: 0, width: 1, height: 1 } };

/** Ben was here for a breakout that is over, and nobody runs another. */
const idle: RawRecords = {
  plan: planOf(anas),
  run: runOf({ phase: 'closed' }),
  person: personOf({ here: true, name: 'Ben' }),
};

const concerned = (change: Partial<RawRecords>): boolean => mayConcern(ben, { ...idle, ...change });

describe('[B1] nothing to do', () => {
  test.each<[string, Partial<RawRecords>]>([
    ['a board on which nobody ever prepared a breakout', { plan: undefined, person: undefined }],
    ['a breakout that is over', {}],
    ['one that is only prepared', { run: undefined }],
    [
      'only numbers were kept, and the name has gone',
      {
        run: runOf({ phase: 'closed', journal: { keeps: 'counts', chunks: [] } }),
        person: personOf({ here: true, name: 'Ben' }, { name: undefined }),
      },
    ],
    [
      'not a facilitator any more',
      { plan: planOf(anas, bens, planEdits.setFacilitator(ben, null)) },
    ],
    [
      'brought home',
      { person: personOf({ at: question, home }, { at: undefined, home: undefined }) },
    ],
  ])('%s', (_, change) => {
    expect(concerned(change)).toBe(false);
  });
});

describe('[B1] perhaps something to do', () => {
  test.each<[string, Partial<RawRecords>]>([
    [
      '[J5] only numbers are kept, and the name stands there still',
      { run: runOf({ phase: 'closed', journal: { keeps: 'counts', chunks: [] } }) },
    ],
    ['the app has not been seen with this user', { person: undefined }],
    ['a breakout is opening', { run: runOf({ phase: 'opening' }) }],
    ['a breakout is open', { run: runOf({ phase: 'open' }) }],
    ['sessions are being ended', { run: runOf({ phase: 'ending' }) }],
    ['a facilitator', { plan: planOf(anas, bens) }],
    ['still in a room', { person: personOf({ at: question }) }],
    ['still to be brought home', { person: personOf({ home }) }],
    ['a plan of a newer version', { plan: { v: 2, data: {} } }],
    ['a run of a newer version', { run: { v: 2, data: { phase: 'closed' } } }],
    ['a person of an older version', { person: { v: 0.5, data: {} } }],
  ])('%s', (_, change) => {
    expect(concerned(change)).toBe(true);
  });
});

test('[I10] anything at all can be stored without a throw, and is worth a closer look', () => {
  const stored = fc.anything().filter((raw) => raw !== undefined);
  fc.assert(
    fc.property(stored, (raw) => {
      expect(concerned({ plan: raw })).toBe(true);
      expect(concerned({ run: raw })).toBe(true);
      expect(concerned({ person: raw })).toBe(true);
    }),
  );
});
