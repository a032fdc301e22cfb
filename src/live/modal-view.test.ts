import { describe, expect, test } from 'vitest';
import { ana, apple, aPerson, aRun, ben, birch, cem, MINUTE, theSeats } from '../breakout/fixtures';
import type { Person, Question } from '../breakout/person';
import type { Showing } from '../breakout/showing';
import { aSnapshot, calmPlan, planWanting, users } from './fixtures';
import { otherView } from './modal-others-view';
import { modalView } from './modal-view';
import type { Snapshot } from './snapshot';

const question: Question = { epoch: 1, room: apple, ask: 1 };

const lost = {
  state: 'unreadable',
  record: 'plan',
  newer: false,
  detail: '',
} as const;

/** What Ben's modal shows for `question`. */
function modal(
  change: Partial<Snapshot> = {},
  person: Partial<Person> = {},
  asked: Question = question,
) {
  const snapshot = aSnapshot({
    me: users.ben,
    plan: planWanting({ phase: 'open' }),
    run: aRun(),
    seatsOf: (epoch) => (epoch === 1 ? theSeats([ben, apple], [cem, apple]) : new Map()),
    people: new Map([[ben, aPerson({ asked: question, ...person })]]),
    ...change,
  });
  return modalView(snapshot, { kind: 'question', question: asked }, otherView);
}

test('an invitation: room, with whom, by whom, how long', () => {
  expect(modal()).toMatchObject({
    screen: 'invite',
    invitedBy: 'Ana',
    room: { name: 'apple', others: [{ name: 'Cem' }] },
    clock: { remainingMs: 9 * MINUTE },
    again: false,
  });
});

test('asked again after "not now": "not this time" is offered', () => {
  const again = { seatsOf: () => theSeats([ben, apple, 2]) };
  const view = modal(again, { answer: { ...question, kind: 'later' } }, { ...question, ask: 2 });
  expect(view).toMatchObject({ screen: 'invite', again: true });
});

test('a move names both rooms', () => {
  const toBirch = { epoch: 1, room: birch, ask: 2 };
  const view = modal(
    { seatsOf: () => theSeats([ben, birch, 2]) },
    { at: question, answer: { ...question, kind: 'yes' } },
    toBirch,
  );
  expect(view).toMatchObject({
    screen: 'move',
    from: 'apple',
    room: { name: 'birch' },
    invitedBy: 'Ana',
  });
});

test('before storage has answered it waits', () => {
  expect(modal({ answered: { state: 'no' } }).screen).toBe('loading');
});

describe('[I6] void', () => {
  test.each<[string, Partial<Snapshot>, Partial<Person>, Question | undefined]>([
    ['opened by hand', {}, {}, undefined],
    ['no breakout', { run: undefined }, {}, question],
    ['closed', { run: aRun({ phase: 'closed' }) }, {}, question],
    ['ending', { run: aRun({ phase: 'ending' }) }, {}, question],
    [
      'of an older epoch',
      { run: aRun({ epoch: 2 }), seatsOf: () => theSeats([ben, apple]) },
      {},
      question,
    ],
    ['moved meanwhile', { seatsOf: () => theSeats([ben, birch]) }, {}, question],
    ['asked anew meanwhile', { seatsOf: () => theSeats([ben, apple, 2]) }, {}, question],
    ['seat taken away', { seatsOf: () => new Map() }, {}, question],
    ['room removed', { plan: calmPlan({ rooms: [] }) }, {}, question],
    ['answered in the panel', {}, { answer: { ...question, kind: 'yes' } }, question],
    ['"not this time" in another tab', {}, { answer: { ...question, kind: 'never' } }, question],
    ['in the room already', {}, { at: question, answer: { ...question, kind: 'yes' } }, question],
    ['certainly over', { now: 60 * MINUTE }, {}, question],
    ['unreadable', { answered: lost }, {}, question],
  ])('%s', (_, change, person, asked) => {
    // An explicit `undefined` would fall back to the default.
    const view =
      asked === undefined
        ? modalView(aSnapshot(change), undefined, otherView)
        : modal(change, person, asked);
    expect(view.screen).toBe('void');
  });
});

describe('what is only told', () => {
  const text = 'Please write one idea per note.';
  const message = { id: 'm1', epoch: 1, text, room: apple, by: ana, byName: 'Ana', at: 0, slot: 0 };
  const telling: Showing = { kind: 'message', epoch: 1, message: 'm1' };
  const notice: Showing = { kind: 'notice', epoch: 1, text: 'Paused by Ana', offers: 'more-time' };
  const inside: Partial<Person> = { at: question, answer: { ...question, kind: 'yes' } };

  function told(
    showing: Showing,
    { change = {}, person = {} }: { change?: Partial<Snapshot>; person?: Partial<Person> } = {},
  ) {
    const snapshot = aSnapshot({
      me: users.ben,
      plan: planWanting({ phase: 'open' }, { messages: [message] }),
      run: aRun(),
      seatsOf: () => theSeats([ben, apple]),
      people: new Map([[ben, aPerson({ ...inside, ...person })]]),
      ...change,
    });
    return modalView(snapshot, showing, otherView);
  }

  test('a message: who wrote it, to whom, and the whole text', () => {
    expect(told(telling)).toMatchObject({
      screen: 'message',
      message: { by: 'Ana', to: 'apple', text },
    });
  });

  test('a notice, with a way to ask for more time while rooms are open', () => {
    expect(told(notice)).toMatchObject({ text: 'Paused by Ana', mayAskForMore: true });
    const closing = { run: aRun({ phase: 'closing', closesAt: 2 * MINUTE }) };
    expect(told(notice, { change: closing })).toMatchObject({ mayAskForMore: false });
  });

  test.each<[string, Parameters<typeof told>[1]]>([
    ['told in another tab', { person: { heard: { epoch: 1, ids: ['m1'] } } }],
    ['of another breakout', { change: { run: aRun({ epoch: 2 }) } }],
    ['taken back', { change: { plan: planWanting({ phase: 'open' }) } }],
    ['in the way of a question', { change: { seatsOf: () => theSeats([ben, birch, 2]) } }],
    ['too late: the rooms have closed', { change: { run: aRun({ phase: 'ending' }) } }],
    ['for somebody who has left', { person: { at: undefined } }],
  ])('[E2] closes itself when it is %s', (_, situation) => {
    expect(told(telling, situation)).toEqual({ screen: 'void' });
  });
});
