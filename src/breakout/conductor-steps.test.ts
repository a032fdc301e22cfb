import { describe, expect, test } from 'vitest';
import { conductorSteps } from './conductor-steps';
import type { ConductorView, ListedSession } from './conductor-view';
import {
  ana,
  apple,
  aPerson,
  aPlan,
  aRoom,
  aRun,
  aRunRoom,
  ben,
  birch,
  cem,
  MINUTE,
  theSeats,
} from './fixtures';
import { NATIVE_AFTER_MS } from './guest-steps';
import { frameId, sessionId, userId } from './ids';
import { withTag } from './session-tag';

const appleSession = sessionId('session-apple');
const birchSession = sessionId('session-birch');
const listed = (id: string, room = apple, starter = ana, epoch = 1): ListedSession => ({
  id: sessionId(id),
  description: withTag('A room', { epoch, room }),
  starter,
});
const both = [listed('session-apple'), listed('session-birch', birch)];
const asked = aPerson({ asked: { epoch: 1, room: apple, ask: 1 } });

/** Ana conducts, Ben and Cem sit in Apple and Birch and have been asked; all is as wanted. */
function view(change: Partial<ConductorView> = {}): ConductorView {
  return {
    me: ana,
    plan: aPlan(),
    seats: theSeats([ben, apple], [cem, birch]),
    expected: [],
    nameOf: (user) => user,
    run: aRun(),
    sessions: both,
    members: new Map(),
    people: new Map([
      [ben, asked],
      [cem, asked],
    ]),
    online: new Map([
      [ana, -MINUTE],
      [ben, -MINUTE],
      [cem, -MINUTE],
    ]),
    now: MINUTE,
    timer: 'unknown',
    ...change,
  };
}

test('nothing is to be done when all is as wanted', () => {
  expect(conductorSteps(view())).toEqual([]);
});

describe('[S3] late arrivals', () => {
  test('are seated in the smallest room by people present', () => {
    const late = userId('9');
    const online = new Map([...view().online, [late, 0]] as const);
    const seats = theSeats([ben, apple], [cem, birch], [userId('gone'), birch]);
    expect(conductorSteps(view({ online, seats }))).toEqual([
      { do: 'seat', seats: new Map([[late, apple]]), arrived: [] },
    ]);
    online.delete(cem);
    expect(conductorSteps(view({ online, seats }))).toEqual([
      { do: 'seat', seats: new Map([[late, birch]]), arrived: [] },
    ]);
  });

  test('facilitators are not seated, and a seat in an unknown room is waited for', () => {
    const elsewhere = theSeats([ben, apple], [cem, 'unknown' as never]);
    expect(conductorSteps(view({ seats: elsewhere }))).toEqual([]);
    const removed = aPlan({ removed: new Set([birch]), rooms: [aRoom(apple)] });
    expect(conductorSteps(view({ plan: removed }))).toContainEqual({
      do: 'seat',
      seats: new Map([[cem, apple]]),
      arrived: [],
    });
  });

  test('[L5] go where the list says, and are then expected no more', () => {
    const late = userId('9');
    const online = new Map([...view().online, [late, 0]] as const);
    const seats = theSeats([ben, apple], [cem, birch]);
    const expected = [{ name: 'Schmidt, Anna', room: birch }];
    const nameOf = (): string => 'Anna Schmidt';
    expect(conductorSteps(view({ online, seats, expected, nameOf }))).toEqual([
      { do: 'seat', seats: new Map([[late, birch]]), arrived: expected },
    ]);
  });
});

describe('[R1] rooms', () => {
  test('each gets a session, eight at a time', () => {
    const rooms = Array.from({ length: 20 }, (_, index) =>
      aRoom(`r${String(index)}` as never, index),
    );
    const steps = conductorSteps(
      view({
        plan: aPlan({ rooms }),
        seats: theSeats(),
        online: new Map(),
        run: aRun({ rooms: new Map() }),
        sessions: [],
      }),
    );
    expect(steps.map((step) => step.do)).toEqual(Array.from({ length: 8 }, () => 'start'));
  });

  test('nothing is started before it is known what there is', () => {
    const run = aRun({ rooms: new Map() });
    expect(conductorSteps(view({ run, sessions: undefined }))).toEqual([]);
  });

  test('[R2] the least of the sessions for it is adopted, if a facilitator started it', () => {
    const run = aRun({ rooms: new Map([[birch, aRunRoom('birch')]]) });
    const sessions = [
      ...both.slice(1),
      listed('b'),
      listed('a'),
      listed('0', apple, ben),
      listed('1', apple, ana, 0),
    ];
    const steps = conductorSteps(view({ run, sessions }));
    expect(steps).toContainEqual({ do: 'adopt', room: apple, session: sessionId('a') });
    expect(steps.some((step) => step.do === 'start')).toBe(false);
  });

  test('a session that has gone is replaced', () => {
    expect(conductorSteps(view({ sessions: both.slice(1) }))).toEqual([
      { do: 'lost', room: apple },
    ]);
  });

  test('a removed room loses its session, then its place in the run', () => {
    const plan = aPlan({ rooms: [aRoom(birch)] });
    expect(conductorSteps(view({ plan }))).toEqual([
      { do: 'end', session: appleSession, room: apple },
    ]);
    expect(conductorSteps(view({ plan, sessions: both.slice(1) }))).toEqual([
      { do: 'drop', room: apple },
    ]);
  });

  test('[R3] a double that we started ourselves is ended', () => {
    const double = listed('z');
    expect(conductorSteps(view({ sessions: [...both, double] }))).toEqual([
      { do: 'end', session: double.id, room: undefined },
    ]);
    expect(conductorSteps(view({ sessions: [...both, listed('z', apple, ben)] }))).toEqual([]);
  });
});

describe('[G1] people without the app', () => {
  const people = new Map([[ben, asked]]);

  test('are invited natively when they have been here for a while', () => {
    expect(conductorSteps(view({ people }))).toEqual([
      { do: 'invite', room: birch, session: birchSession, users: [{ user: cem, ask: 1 }] },
    ]);
    expect(conductorSteps(view({ people, now: NATIVE_AFTER_MS - 1 }))).toEqual([]);
    const justCame = new Map([...view().online, [cem, 50_000]] as const);
    expect(conductorSteps(view({ people, online: justCame }))).toEqual([]);
  });

  test('so are people with the app, once their own window has had time to come up', () => {
    const slow = new Map([...people, [cem, aPerson({ here: true })]] as const);
    expect(conductorSteps(view({ people: slow, now: 44_999 }))).toEqual([]);
    expect(conductorSteps(view({ people: slow, now: 45_000 }))).toMatchObject([{ do: 'invite' }]);
    const justCame = new Map([...view().online, [cem, 45_000]] as const);
    expect(conductorSteps(view({ people: slow, online: justCame }))).toEqual([]);
    const back = view({ people: slow, online: justCame, now: 90_000 });
    expect(conductorSteps(back)).toMatchObject([{ do: 'invite' }]);
  });

  test('once, until they are asked again or moved', () => {
    const guest = { room: birch, ask: 1, state: 'declined' } as const;
    const run = aRun({ guests: new Map([[cem, guest]]) });
    expect(conductorSteps(view({ people, run }))).toEqual([]);
    const again = theSeats([ben, apple], [cem, birch, 2]);
    expect(conductorSteps(view({ people, run, seats: again }))).toMatchObject([{ do: 'invite' }]);
  });

  test('are shown their frame when they have joined', () => {
    const members = new Map([[birchSession, new Set([cem])]]);
    const invited = aRun({ guests: new Map([[cem, { room: birch, ask: 1, state: 'invited' }]]) });
    expect(conductorSteps(view({ people, members, run: invited }))).toEqual([
      { do: 'bring', user: cem, room: birch, frame: frameId('frame-birch') },
    ]);
    const inside = aRun({ guests: new Map([[cem, { room: birch, ask: 1, state: 'in' }]]) });
    expect(conductorSteps(view({ people, members, run: inside }))).toEqual([]);
  });

  test('[G2] are shown the plenary frame before their session ends', () => {
    const plenary = frameId('plenary');
    const plan = aPlan({
      settings: {
        boardTimer: false,
        closingMs: 0,
        asking: 'ask',
        seating: 'given',
        late: 'smallest',
        plenary,
        names: true,
      },
    });
    const run = aRun({
      phase: 'ending',
      guests: new Map([[cem, { room: birch, ask: 1, state: 'in' }]]),
    });
    const [first, ...ends] = conductorSteps(view({ plan, run }));
    expect(first).toEqual({ do: 'bring', user: cem, room: undefined, frame: plenary });
    expect(ends.map((step) => step.do)).toEqual(['end', 'end']);
  });
});

describe('[T5] the board timer', () => {
  test('follows our deadline, and is stopped with it', () => {
    const timer = 'available' as const;
    expect(conductorSteps(view({ timer }))).toEqual([{ do: 'timer', endsAt: 10 * MINUTE }]);
    expect(conductorSteps(view({ timer, run: aRun({ timerEndsAt: 10 * MINUTE }) }))).toEqual([]);
    const off = aPlan({
      settings: {
        boardTimer: false,
        closingMs: 0,
        asking: 'ask',
        seating: 'given',
        late: 'smallest',
        plenary: undefined,
        names: true,
      },
    });
    expect(conductorSteps(view({ timer, plan: off, run: aRun({ timerEndsAt: 5 }) }))).toEqual([
      { do: 'timer', endsAt: undefined },
    ]);
  });

  test('is left alone as long as it is not known whether there is one', () => {
    expect(conductorSteps(view({ timer: 'unknown' }))).toEqual([]);
  });

  test('“no timer in plan” (once): noted once, and only if it is wanted', () => {
    const timer = 'unavailable' as const;
    expect(conductorSteps(view({ timer }))).toEqual([{ do: 'no-timer' }]);
    const problem = { reason: 'timer-unavailable', detail: '', at: 0 } as const;
    const noted = aRun({ failures: [{ step: 'timer', room: undefined, problem }] });
    expect(conductorSteps(view({ timer, run: noted }))).toEqual([]);
    const plan = aPlan();
    const off = { ...plan, settings: { ...plan.settings, boardTimer: false } };
    expect(conductorSteps(view({ timer, plan: off }))).toEqual([]);
    expect(conductorSteps(view({ timer, run: aRun({ deadlineAt: undefined }) }))).toEqual([]);
  });
});

test('[I5] after the end everything that is ours is ended, whoever started it', () => {
  const run = aRun({ phase: 'closed' });
  const stranger = listed('s', apple, userId('stranger'));
  const sessions = [...both, listed('left-over', apple, ana, 0), stranger];
  expect(
    conductorSteps(view({ run, sessions })).map((step) => step.do === 'end' && step.session),
  ).toEqual([appleSession, birchSession, sessionId('left-over')]);
});
