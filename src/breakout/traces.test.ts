import { describe, expect, test } from 'vitest';
import { apple, aPerson, aPlan, aRun, ben } from './fixtures';
import { tabId } from './ids';
import type { Person } from './person';
import { isAny, isForgotten, isNamed, placeTraces, traces } from './traces';

const question = { epoch: 2, room: apple, ask: 1 };
const viewport = { x: 0, y: 0, width: 1, height: 1 };
const problem = { reason: 'window-taken', detail: 'Ben', at: 0 } as const;

/** Everything that a breakout leaves in somebody's record. */
const full: Person = aPerson({
  here: true,
  name: 'Ben',
  lead: tabId('t'),
  takesPart: true,
  inWindow: true,
  asked: question,
  answer: { ...question, kind: 'yes' },
  choice: { epoch: 2, ask: 1, kind: 'later' },
  choosing: { epoch: 2, ask: 1 },
  at: question,
  was: question,
  home: { epoch: 2, tab: tabId('t'), viewport },
  help: { epoch: 2, room: apple, call: 1, reason: 'stuck', open: true, at: 0 },
  ready: 2,
  visiting: { room: apple, from: viewport },
  problem: { step: 'ask apple 1', problem },
  heard: { epoch: 2, ids: ['m'] },
  read: { epoch: 2, ids: ['m'] },
  draft: { room: apple, text: 'Ben, please' },
  list: { epoch: 2, text: 'Ben' },
  moreTime: { epoch: 2, room: apple, length: 60_000 },
});
const KEPT = ['here', 'lead', 'takesPart', 'inWindow', 'unattended'];

/** Of a record, after what was found has been taken out of it. */
const left = (person: Person, found: object): string[] =>
  Object.entries({ ...person, ...found }).flatMap(([part, value]) =>
    value === undefined || KEPT.includes(part) ? [] : [part],
  );

describe('[J5] what is to go of a record', () => {
  test('all of it, but for the way back', () => {
    expect(left(full, traces(full, 2, false)).sort()).toEqual(['at', 'home']);
    expect(left(full, { ...traces(full, 2, false), ...placeTraces(full) })).toEqual([]);
  });

  test('a facilitator keeps the name, and the way back from a visit', () => {
    expect(left(full, { ...traces(full, 2, true), ...placeTraces(full) }).sort()).toEqual([
      'name',
      'visiting',
    ]);
  });

  test('"I\'m ready" for the next round stays, and so does a list of names for it', () => {
    const next = aPerson({ name: '', ready: 3, list: { epoch: 3, text: 'Ben' } });
    expect(traces(next, 2, false)).toEqual({});
  });

  test('what stands in the way of something else is still told', () => {
    const person = aPerson({ name: '', problem: { step: 'restore', problem } });
    expect(isAny(traces(person, 2, false))).toBe(false);
  });
});

test('[J5] names are not stored from the end of such a breakout to the next opening', () => {
  const journal = { keeps: 'counts', chunks: [] } as const;
  expect(isForgotten(undefined)).toBe(false);
  expect(isForgotten(aRun({ phase: 'closed' }))).toBe(false);
  expect(isForgotten(aRun({ phase: 'ending', journal }))).toBe(false);
  expect(isForgotten(aRun({ phase: 'closed', journal }))).toBe(true);
  expect(isForgotten(aRun({ phase: 'opening', journal }))).toBe(false);
});

test('[J5] facilitators are named by their role', () => {
  expect(isNamed(aPlan({ facilitators: [] }), ben)).toBe(false);
  expect(isNamed(aPlan({ facilitators: [{ user: ben, name: 'Ben', order: 0 }] }), ben)).toBe(true);
});
