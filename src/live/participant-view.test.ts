import { describe, expect, test } from 'vitest';
import {
  ana,
  apple,
  aPerson,
  aRun,
  aRunRoom,
  ben,
  birch,
  cem,
  MINUTE,
  theSeats,
} from '../breakout/fixtures';
import { frameId, roomId, userId } from '../breakout/ids';
import type { Person } from '../breakout/person';
import { aSnapshot, calmPlan, planWanting, users } from './fixtures';
import { participantView } from './participant-view';
import type { Snapshot } from './snapshot';

const at = { epoch: 1, room: apple, ask: 1 };
const yes = { ...at, kind: 'yes' as const };
const seated: Partial<Snapshot> = {
  me: users.ben,
  plan: planWanting({ phase: 'open' }, { task: 'Talk' }),
  seatsOf: (epoch) => (epoch === 1 ? theSeats([ben, apple], [cem, apple]) : new Map()),
};
const forgotten = aRun({ phase: 'closed', journal: { keeps: 'counts', chunks: [] } });
const open: Partial<Snapshot> = { ...seated, run: aRun() };

/** What Ben sees. */
function bens(
  change: Partial<Snapshot>,
  person: Partial<Person> = {},
  others: [typeof ben, Person][] = [],
) {
  const people = new Map([[ben, aPerson(person)], ...others]);
  return participantView(aSnapshot({ ...open, people, ...change }));
}

describe('which screen a participant is at', () => {
  test.each<[string, Partial<Snapshot>, Partial<Person>, string]>([
    ['nothing ran yet', { run: undefined }, {}, 'waiting'],
    ['ordered only', { run: undefined, plan: planWanting({ phase: 'open' }) }, {}, 'waiting'],
    ['opening', { run: aRun({ phase: 'opening' }) }, {}, 'waiting'],
    ['open, seated', {}, {}, 'invited'],
    ['open, on the way', {}, { answer: yes }, 'invited'],
    ['open, in the room', {}, { answer: yes, at }, 'in-room'],
    ['open, without a seat', { seatsOf: () => new Map() }, {}, 'waiting'],
    [
      'open, seat in a room not known yet',
      { seatsOf: () => theSeats([ben, roomId('new')]) },
      {},
      'waiting',
    ],
    ['[I6] open, in a room of an older epoch', {}, { at: { ...at, epoch: 0 } }, 'invited'],
    [
      'closing, in the room',
      { run: aRun({ phase: 'closing', closesAt: 2 * MINUTE }) },
      { at },
      'room-closing',
    ],
    [
      'closing, elsewhere',
      { run: aRun({ phase: 'closing', closesAt: 2 * MINUTE }) },
      {},
      'waiting',
    ],
    [
      'ending, still in the room',
      { run: aRun({ phase: 'ending' }) },
      { at, answer: yes },
      'room-closing',
    ],
    ['ending, back', { run: aRun({ phase: 'ending' }) }, { answer: yes }, 'ended'],
    ['over, took part', { run: aRun({ phase: 'closed' }) }, { answer: yes }, 'ended'],
    [
      'over, left by hand',
      { run: aRun({ phase: 'closed' }) },
      { answer: { ...yes, kind: 'left' } },
      'ended',
    ],
    [
      'over, did not come',
      { run: aRun({ phase: 'closed' }) },
      { answer: { ...yes, kind: 'later' } },
      'waiting',
    ],
    [
      '[I6] over, the next one being prepared',
      { run: aRun({ phase: 'closed' }), plan: calmPlan({ prepared: 2 }) },
      { answer: yes },
      'waiting',
    ],
    ['[J5] over, only numbers kept, whoever came', { run: forgotten }, {}, 'ended'],
    [
      '[J5] the same without a seat',
      { run: forgotten, seatsOf: () => new Map() },
      { answer: yes },
      'waiting',
    ],
    ['[I6] a dead breakout, opened a day later', { now: 24 * 60 * MINUTE }, {}, 'waiting'],
  ])('%s', (_, change, person, expected) => {
    expect(bens(change, person).screen).toBe(expected);
  });
});

describe('P0', () => {
  test('[V12] tells whoever waits for a room that the others have theirs', () => {
    const late = { seatsOf: () => new Map() };
    expect(bens(late)).toMatchObject({ screen: 'waiting', roomsOpen: true });
    for (const run of [undefined, aRun({ phase: 'opening' }), aRun({ phase: 'closed' })]) {
      expect(bens({ ...late, run })).not.toHaveProperty('roomsOpen');
    }
  });

  test('names the facilitators and who is here, without oneself', () => {
    const view = bens({ run: undefined });
    expect(view).toMatchObject({ facilitators: ['Ana'], ready: false, mayRunIt: false });
    expect(view.screen === 'waiting' && view.here.map(({ name }) => name)).toEqual(['Ana', 'Cem']);
  });

  test('ready is about the breakout that is being prepared', () => {
    expect(bens({ run: undefined }, { ready: 1 })).toMatchObject({ ready: true });
    expect(bens({ run: aRun({ phase: 'closed' }) }, { ready: 1 })).toMatchObject({ ready: false });
  });

  test('running it is offered when nobody does, or when all have been away for two minutes', () => {
    const none = calmPlan({ facilitators: [] });
    expect(bens({ run: undefined, plan: none })).toMatchObject({ mayRunIt: true });
    expect(bens({ run: undefined, unattendedMs: 2 * MINUTE - 1 })).toMatchObject({
      mayRunIt: false,
    });
    expect(bens({ run: undefined, unattendedMs: 2 * MINUTE })).toMatchObject({ mayRunIt: true });
  });
});

describe('P1', () => {
  test('says who invites, where, with whom, for how long, and the task', () => {
    expect(bens({})).toMatchObject({
      invitedBy: 'Ana',
      room: { name: 'apple', task: 'Talk', others: [{ name: 'Cem' }] },
      clock: { remainingMs: 9 * MINUTE },
      said: 'nothing',
      joining: false,
    });
  });

  test.each([
    ['later', 'not-now'],
    ['never', 'never'],
    ['left', 'left'],
  ] as const)('after "%s" there is a way back', (kind, said) => {
    expect(bens({}, { answer: { ...at, kind } })).toMatchObject({ said, joining: false });
  });

  test('asked again, "not now" is forgotten and "not this time" is not', () => {
    const again = { seatsOf: () => theSeats([ben, apple, 2]) };
    expect(bens(again, { answer: { ...at, kind: 'later' } })).toMatchObject({ said: 'nothing' });
    expect(bens(again, { answer: { ...at, kind: 'never' } })).toMatchObject({ said: 'never' });
  });

  test('[I11] a join that does not work says why', () => {
    const problem = { reason: 'sessions-taken', detail: '', at: 0 } as const;
    const rooms = new Map([[apple, aRunRoom('apple', { problem })]]);
    expect(bens({ run: aRun({ rooms }) }, { answer: yes })).toMatchObject({
      joining: true,
      problem,
    });
    expect(bens({}, { problem: { step: 'join', problem } })).toMatchObject({ problem });
  });
});

describe('P2', () => {
  const inside = { answer: yes, at };

  test('a move is offered until it is answered', () => {
    const moved = { seatsOf: () => theSeats([ben, birch, 2]) };
    const toBirch = { epoch: 1, room: birch, ask: 2 };
    expect(bens(moved, inside)).toMatchObject({
      screen: 'in-room',
      room: { name: 'apple' },
      moveTo: { room: { name: 'birch' }, by: 'Ana' },
    });
    expect(bens(moved, { at, answer: { ...toBirch, kind: 'later' } })).toMatchObject({
      moveTo: undefined,
    });
    expect(bens({}, inside)).toMatchObject({ moveTo: undefined });
  });

  test('a call for help: asked, answered, done', () => {
    const help = { epoch: 1, room: apple, call: 3, reason: 'stuck', open: true, at: 0 } as const;
    const answered = (verdict: 'coming' | 'cannot' | 'done') => ({
      plan: planWanting({
        phase: 'open',
        help: new Map([[ben, { call: 3, verdict, by: ana, byName: 'Ana' }]]),
      }),
    });
    expect(bens({}, inside)).toMatchObject({ help: { state: 'none' } });
    expect(bens({}, { ...inside, help })).toMatchObject({
      help: { state: 'asked', reason: 'stuck' },
    });
    expect(bens(answered('coming'), { ...inside, help })).toMatchObject({
      help: { state: 'coming', by: 'Ana' },
    });
    expect(bens(answered('cannot'), { ...inside, help })).toMatchObject({
      help: { state: 'cannot' },
    });
    expect(bens(answered('done'), { ...inside, help })).toMatchObject({ help: { state: 'none' } });
    expect(bens(answered('done'), { ...inside, help: { ...help, call: 4 } })).toMatchObject({
      help: { state: 'asked' },
    });
  });
});

describe('[V4] who is with me', () => {
  const company = (change: Partial<Snapshot>, cems?: Partial<Person>) => {
    const others: [typeof ben, Person][] = cems === undefined ? [] : [[cem, aPerson(cems)]];
    const view = bens(change, { answer: yes, at }, others);
    return 'room' in view ? view.room?.others : undefined;
  };
  const seatsOf = () => theSeats([ben, apple], [cem, birch, 2]);
  const toBirch = { epoch: 1, room: birch, ask: 2 };

  test('somebody who was asked to move and stays is here', () => {
    const stays = { at, answer: { ...toBirch, kind: 'later' } } as const;
    expect(company({ seatsOf }, stays)).toEqual([{ name: 'Cem', state: 'in' }]);
    expect(company({ seatsOf }, { at: toBirch })).toEqual([]);
  });

  test('without the app, too', () => {
    const guest = { room: birch, ask: 2, state: 'declined', at: apple } as const;
    const run = aRun({ guests: new Map([[cem, guest]]) });
    expect(company({ seatsOf, run })).toEqual([{ name: 'Cem', state: 'in' }]);
  });

  test('afterwards: who came, and nobody who never did', () => {
    const run = aRun({ phase: 'closed', closedAt: 9 * MINUTE });
    const after = (kind: 'yes' | 'later') =>
      bens({ run }, { answer: yes }, [[cem, aPerson({ answer: { ...yes, kind } })]]);
    expect(after('yes')).toMatchObject({ screen: 'ended', room: { others: [{ name: 'Cem' }] } });
    expect(after('later')).toMatchObject({ screen: 'ended', room: { others: [] } });
  });
});

test('participants are told what facilitators can see, in their room, too', () => {
  expect(bens({}, { answer: yes, at })).toMatchObject({ screen: 'in-room', keepsNames: true });
  const run = aRun({ journal: { keeps: 'counts', chunks: [] } });
  expect(bens({ run }, { answer: yes, at })).toMatchObject({ keepsNames: false });
});

test('[C8] P2 offers to take over, and says until when there is time', () => {
  const alone = bens({ unattendedMs: 2 * MINUTE }, { answer: yes, at });
  expect(alone).toMatchObject({ screen: 'in-room', mayRunIt: true, closesAt: 10 * MINUTE });
  expect(bens({ unattendedMs: MINUTE }, { answer: yes, at })).toMatchObject({ mayRunIt: false });
});

test('P3 counts down and says where one goes', () => {
  const run = aRun({ phase: 'closing', closesAt: MINUTE + 24_000 });
  expect(bens({ run }, { at })).toMatchObject({ closesInMs: 24_000, returnsTo: 'home' });
  const plan = calmPlan({
    settings: {
      boardTimer: true,
      closingMs: 30_000,
      asking: 'ask',
      seating: 'given',
      late: 'smallest',
      plenary: frameId('p'),
      names: true,
    },
  });
  expect(bens({ run, plan }, { at })).toMatchObject({ returnsTo: 'plenary' });
});

test('[J6] P4 names the room, should it still exist, and how long and with whom one was there, if it is known', () => {
  const run = aRun({ phase: 'closed', closedAt: 9 * MINUTE });
  const stays = new Map([
    [apple, { ms: 4 * MINUTE, beside: new Map([[userId('gone'), 'Gia']]) }],
    [birch, { ms: 5 * MINUTE, beside: new Map() }],
  ]);
  expect(bens({ run, stays }, { answer: yes })).toMatchObject({
    stayedMs: 4 * MINUTE,
    room: { name: 'apple', others: [{ name: 'Gia' }] },
  });
  expect(bens({ run }, { answer: yes })).toMatchObject({ stayedMs: undefined });
  expect(bens({ run, plan: calmPlan({ rooms: [] }) }, { answer: yes })).toMatchObject({
    screen: 'ended',
    room: undefined,
  });
});

test('[G4] P4 is of the room in which somebody stayed who was asked to move', () => {
  const run = aRun({ phase: 'closed', closedAt: 9 * MINUTE });
  const stayed = { was: at, answer: { epoch: 1, room: birch, ask: 2, kind: 'later' } } as const;
  expect(bens({ run }, stayed)).toMatchObject({ screen: 'ended', room: { name: 'apple' } });
  const cems: [typeof ben, Person] = [cem, aPerson(stayed)];
  const seatsOf = () => theSeats([ben, birch], [cem, birch, 2]);
  const inBirch = { answer: { ...stayed.answer, kind: 'yes' } } as const;
  expect(bens({ run, seatsOf }, inBirch, [cems])).toMatchObject({
    room: { name: 'birch', others: [] },
  });
});

describe('[S12] choosing another room from within one', () => {
  const settings = { ...calmPlan().settings, seating: 'chosen' as const };
  const plan = planWanting({ phase: 'open' }, { settings });
  const wish = { epoch: 1, ask: 1, kind: 'room' as const, room: birch, seat: 1 };
  const inside = { answer: yes, at };

  test('the other rooms are offered where people choose, and else not', () => {
    const view = bens({ plan }, inside);
    expect(view).toMatchObject({ screen: 'in-room', invitedBy: 'Ana' });
    expect(view).toMatchObject({ switching: { waitingFor: undefined, lost: undefined } });
    const rooms = view.screen === 'in-room' ? view.switching?.rooms.map(({ id }) => id) : [];
    expect(rooms).toContain(birch);
    expect(rooms).not.toContain(apple);
    expect(bens({}, inside)).toMatchObject({ switching: undefined });
  });

  test('a wish is waited for, or was in vain; one about an earlier seat is of the past', () => {
    expect(bens({ plan }, { ...inside, choice: wish })).toMatchObject({
      switching: { waitingFor: 'birch', lost: undefined },
    });
    const full = { ...plan, rooms: plan.rooms.map((room) => ({ ...room, places: 0 })) };
    expect(bens({ plan: full }, { ...inside, choice: wish })).toMatchObject({
      switching: { waitingFor: undefined, lost: { name: 'birch' } },
    });
    const old = { ...wish, seat: 0 };
    expect(bens({ plan }, { ...inside, choice: old })).toMatchObject({
      switching: { waitingFor: undefined, lost: undefined },
    });
  });

  test('whoever gets what they wished for is not asked whether to move', () => {
    const seatsOf = () => new Map([[ben, { room: birch, ask: 2 }]]);
    expect(bens({ plan, seatsOf }, { ...inside, choice: wish })).toMatchObject({
      screen: 'in-room',
      moveTo: undefined,
    });
  });
});

describe('[V6] what could not be sent is said on every screen of somebody who takes part', () => {
  const inside: Partial<Person> = { answer: yes, at };
  const closing = { run: aRun({ phase: 'closing', closesAt: 2 * MINUTE }) };
  const screens: [string, Partial<Snapshot>, Partial<Person>][] = [
    ['waiting', { run: undefined }, {}],
    ['invited', {}, {}],
    ['in-room', {}, inside],
    ['room-closing', closing, inside],
  ];

  test.each(screens)('%s', (screen, change, person) => {
    const failed = (fault: 'disconnected' | 'forbidden' | 'other') =>
      bens({ ...change, saving: { state: 'failed', fault, detail: 'Why' } }, person);
    expect(failed('disconnected')).toMatchObject({
      screen,
      notices: [{ kind: 'offline' }],
      unsent: true,
    });
    expect(failed('forbidden').notices).toEqual([{ kind: 'read-only' }]);
    expect(failed('other').notices).toEqual([{ kind: 'not-saved', detail: 'Why' }]);
    const calm = bens({ ...change, saving: { state: 'saving' } }, person);
    expect(calm).toMatchObject({ notices: [], unsent: false });
  });

  test('and what a button could not do', () => {
    const problem = { reason: 'offline', detail: '', at: 0 } as const;
    const { notices } = bens({ failed: { step: 'look', problem } }, inside);
    expect(notices).toEqual([{ kind: 'step-failed', step: 'look', problem }]);
  });
});
