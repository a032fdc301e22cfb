import { describe, expect, test } from 'vitest';
import {
  ana,
  apple,
  aPerson,
  aRoom,
  aRun,
  aRunRoom,
  ben,
  birch,
  cem,
  MINUTE,
  theSeats,
} from '../breakout/fixtures';
import { frameId, roomId } from '../breakout/ids';
import type { Answer, HelpCall } from '../breakout/person';
import type { NativeGuest, Problem } from '../breakout/run';
import { facilitatorView } from './facilitator-view';
import { aFrame, aSnapshot, calmPlan, crowd, personId, planWanting, users } from './fixtures';
import { aloneFor, awaitedFor, seatedFor } from './lasting';
import type { Snapshot } from './snapshot';
import type { FacilitatorView } from './views';

type ViewAt<Screen extends FacilitatorView['screen']> = Extract<
  FacilitatorView,
  { screen: Screen }
>;

/** The view, checked to be of the expected screen. */
function viewAt<Screen extends FacilitatorView['screen']>(
  screen: Screen,
  change: Partial<Snapshot>,
): ViewAt<Screen> {
  const view = facilitatorView(aSnapshot(change));
  if (!isAt(view, screen)) throw new Error(`expected ${screen}, got ${view.screen}`);
  return view;
}

function isAt<Screen extends FacilitatorView['screen']>(
  view: FacilitatorView,
  screen: Screen,
): view is ViewAt<Screen> {
  return view.screen === screen;
}

const problem: Problem = { reason: 'unknown', detail: 'no', at: 0 };
const at = { epoch: 1, room: apple, ask: 1 };
const seats = theSeats([ben, apple], [cem, birch]);
const open: Partial<Snapshot> = {
  plan: planWanting({ phase: 'open' }),
  run: aRun(),
  seatsOf: (epoch) => (epoch === 1 ? seats : new Map()),
};

describe('F1', () => {
  test('an empty board proposes rooms for the people who are here', () => {
    const online = [users.ana, ...crowd(12)];
    const view = viewAt('prepare', { plan: calmPlan({ rooms: [] }), online });
    expect(view).toMatchObject({
      people: 12,
      withoutApp: 12,
      ready: 0,
      saidReady: 0,
      proposedRooms: 4,
      rooms: [],
    });
    expect(view.unseated).toHaveLength(12);
  });

  test('[O3] counts who has opened the app, who said so, and who is without the app', () => {
    const people = new Map([[ben, aPerson({ ready: 1 })]]);
    expect(viewAt('prepare', { people })).toMatchObject({
      people: 2,
      ready: 1,
      saidReady: 1,
      withoutApp: 1,
    });
    const opened = new Map([...people, [cem, aPerson()] as const]);
    expect(viewAt('prepare', { people: opened })).toMatchObject({
      ready: 2,
      saidReady: 1,
      withoutApp: 0,
    });
  });

  test('rooms are numbered, with their people in the order of names', () => {
    const view = viewAt('prepare', { seatsOf: () => theSeats([cem, apple], [ben, apple]) });
    expect(
      view.rooms.map(({ number, name, people }) => [number, name, people.map((one) => one.name)]),
    ).toEqual([
      [1, 'apple', ['Ben', 'Cem']],
      [2, 'birch', []],
    ]);
    expect(view.unseated).toEqual([]);
  });

  test('a seat in a removed room is no seat', () => {
    const gone = roomId('gone');
    const view = viewAt('prepare', {
      plan: calmPlan({ removed: new Set([gone]) }),
      seatsOf: () => theSeats([ben, gone], [cem, apple]),
    });
    expect(view.unseated.map(({ name }) => name)).toEqual(['Ben']);
  });

  test('frames being made are counted, as long as somebody is there to make them', () => {
    const rooms = [aRoom(apple), { ...aRoom(birch, 1), frame: undefined, wantsFrame: ana }];
    const plan = calmPlan({ rooms });
    expect(viewAt('prepare', { plan }).busy).toEqual({ done: 1, of: 2 });
    expect(viewAt('prepare', { plan }).notices).toEqual([]);
    const orphaned = viewAt('prepare', { plan, online: [users.ben, users.cem] });
    expect(orphaned.busy).toBeUndefined();
    expect(orphaned.notices).toEqual([
      { kind: 'room-without-frame', room: birch, name: 'birch', deleted: false, mendable: true },
    ]);
  });

  test('frames to choose from say which room has them and which were selected', () => {
    const view = viewAt('prepare', {
      frames: [aFrame('frame-apple', 'A'), aFrame('f2', 'B')],
      selected: new Set([frameId('f2')]),
    });
    expect(view.frames).toEqual([
      { id: 'frame-apple', title: 'A', usedBy: 'apple', selected: false },
      { id: 'f2', title: 'B', usedBy: undefined, selected: true },
    ]);
  });

  test.each<[string, Partial<Snapshot>, readonly unknown[]]>([
    ['nobody here', { online: [users.ana] }, [{ kind: 'nobody-here' }]],
    [
      'more rooms than people',
      { online: [users.ana, users.ben] },
      [{ kind: 'more-rooms-than-people', rooms: 2, people: 1 }],
    ],
    [
      'a frame was deleted',
      { lostFrames: new Set([frameId('frame-birch')]) },
      [{ kind: 'room-without-frame', room: birch, name: 'birch', deleted: true, mendable: true }],
    ],
    [
      'not saved',
      { saving: { state: 'failed', fault: 'other', detail: 'no' } },
      [{ kind: 'not-saved', detail: 'no' }],
    ],
    [
      'offline',
      { saving: { state: 'failed', fault: 'disconnected', detail: '' } },
      [{ kind: 'offline' }],
    ],
    [
      'read-only',
      { saving: { state: 'failed', fault: 'forbidden', detail: '' } },
      [{ kind: 'read-only' }],
    ],
    [
      'unreadable seats',
      { unreadable: [{ record: 'seats-1', newer: true, mending: undefined }] },
      [{ kind: 'unreadable', record: 'seats-1', newer: true, mending: undefined }],
    ],
    [
      '[I11] a job of this screen failed',
      { failed: { step: 'visit', problem } },
      [{ kind: 'step-failed', step: 'visit', problem }],
    ],
  ])('notice: %s', (_, change, expected) => {
    expect(viewAt('prepare', change).notices).toEqual(expected);
  });

  const three = calmPlan({ rooms: [aRoom(apple), aRoom(birch, 1), aRoom(roomId('cedar'), 2)] });
  test.each<[string, Partial<Snapshot>, readonly unknown[]]>([
    [
      'people of a list who are still to come',
      {
        plan: three,
        online: [users.ana],
        expectedOf: () => ['Eva', 'Fay', 'Gus'].map((name) => ({ name, room: undefined })),
      },
      [{ kind: 'nobody-here' }],
    ],
    [
      'people who are away and keep their seats',
      { plan: three, online: [users.ana, users.ben], seatsOf: () => theSeats([cem, birch]) },
      [{ kind: 'more-rooms-than-people', rooms: 3, people: 2 }],
    ],
    [
      'each counted once, though here and seated',
      { plan: three, seatsOf: () => theSeats([ben, apple], [cem, birch]) },
      [{ kind: 'more-rooms-than-people', rooms: 3, people: 2 }],
    ],
  ])('[O9] rooms are not too many for %s', (_, change, expected) => {
    expect(viewAt('prepare', change).notices).toEqual(expected);
  });
});

describe('F2', () => {
  test('[V3] the numbers add up to everyone seated', () => {
    const one = personId(1);
    const two = personId(2);
    const three = personId(3);
    const four = personId(4);
    const six = theSeats(
      [ben, apple],
      [cem, birch],
      [one, apple],
      [two, apple],
      [three, birch],
      [four, birch],
    );
    const view = viewAt('open', {
      ...open,
      online: [users.ana, users.ben, users.cem, ...crowd(3)],
      seatsOf: () => six,
      people: new Map([
        [ben, aPerson({ at })],
        [cem, aPerson({ asked: { ...at, room: birch } })],
        [one, aPerson({ answer: { ...at, kind: 'later' } })],
      ]),
      run: aRun({ guests: new Map([[two, { room: apple, ask: 1, state: 'in' }]]) }),
    });
    expect(view.counts).toEqual({ expected: 6, inside: 2, asked: 2, notNow: 1, away: 1 });
    expect(view.rooms.map(({ inside }) => inside)).toEqual([2, 0]);
  });

  test('a late arrival is listed until it has a seat', () => {
    const view = viewAt('open', {
      ...open,
      online: [users.ana, users.ben, users.cem, ...crowd(1)],
    });
    expect(view.unseated.map(({ name }) => name)).toEqual(['Person 01']);
  });

  describe('[V4] somebody who is asked to move is shown and counted where they still are', () => {
    const moved = { ...open, seatsOf: () => theSeats([ben, birch, 2]) };
    const seen = (view: ViewAt<'open'>) => ({
      inside: view.rooms.map(({ inside }) => inside),
      people: view.rooms.map(({ people }) => people.map(({ state, move }) => [state, move])),
      counts: view.counts,
    });
    const inApple = (state: string, refused: boolean) => ({
      inside: [1, 0],
      people: [[[state, { to: birch, name: 'birch', refused }]], []],
      counts: { expected: 1, inside: 1, asked: 0, notNow: 0, away: 0 },
    });

    test('with the app', () => {
      const said = (answer: Answer) =>
        seen(viewAt('open', { ...moved, people: new Map([[ben, aPerson({ at, answer })]]) }));
      expect(said({ ...at, kind: 'yes' })).toEqual(inApple('in', false));
      expect(said({ ...at, room: birch, ask: 2, kind: 'later' })).toEqual(inApple('in', true));
    });

    test('without the app', () => {
      const invited = (state: NativeGuest['state']) => {
        const guests = new Map([[ben, { room: birch, ask: 2, state, at: apple }]]);
        return seen(viewAt('open', { ...moved, run: aRun({ guests }) }));
      };
      expect(invited('invited')).toEqual(inApple('native-in', false));
      expect(invited('declined')).toEqual(inApple('native-in', true));
      const guests = new Map([[ben, { room: apple, ask: 1, state: 'in' } as const]]);
      expect(seen(viewAt('open', { ...moved, run: aRun({ guests }) }))).toEqual(
        inApple('native-in', false),
      );
    });
  });

  describe('arrivals', () => {
    const twoMinutes = { ...open, now: 2 * MINUTE };
    const silent = new Map([
      [ben, aPerson({ asked: at })],
      [cem, aPerson({ answer: { ...at, room: birch, kind: 'later' } })],
    ]);

    test('who has neither come nor refused for a minute is counted', () => {
      expect(viewAt('open', { ...twoMinutes, people: silent }).notIn).toBe(1);
      expect(viewAt('open', { ...twoMinutes, people: silent, now: 59_000 }).notIn).toBe(0);
      const lasting = new Map([[awaitedFor(ben), 90_000]]);
      expect(viewAt('open', { ...twoMinutes, people: silent, lasting }).notIn).toBe(0);
      expect(viewAt('open', { ...twoMinutes, online: [users.ana], people: silent }).notIn).toBe(0);
    });

    test('who was given a room in the last minute came late', () => {
      const since = (sinceAt: number) => new Map([[seatedFor(cem), sinceAt]]);
      expect(viewAt('open', { ...twoMinutes, lasting: since(61_000) }).late).toBe(1);
      expect(viewAt('open', { ...twoMinutes, lasting: since(60_000) }).late).toBe(0);
      expect(viewAt('open', twoMinutes).late).toBe(0);
    });
  });

  test('[O4] asked becomes “no answer yet” after twenty seconds', () => {
    const unansweredIn = (change: Partial<Snapshot>) =>
      viewAt('open', {
        ...open,
        seatsOf: () => theSeats([ben, apple]),
        people: new Map([[ben, aPerson({ asked: at })]]),
        now: MINUTE,
        ...change,
      }).rooms[0]?.people[0]?.unanswered;
    const since = (sinceAt: number) => new Map([[awaitedFor(ben), sinceAt]]);
    expect(unansweredIn({ lasting: since(40_001) })).toBeUndefined();
    expect(unansweredIn({ lasting: since(40_000) })).toBe(true);
    expect(unansweredIn({ now: 19_000 })).toBeUndefined();
    expect(unansweredIn({ people: new Map([[ben, aPerson({ at })]]) })).toBeUndefined();
  });

  describe('[Y2] alone', () => {
    const two = { seatsOf: () => theSeats([ben, apple], [cem, apple]), now: MINUTE };
    const benIn = [ben, aPerson({ at })] as const;
    const aloneIn = (change: Partial<Snapshot>) =>
      viewAt('open', { ...open, ...two, ...change }).rooms[0]?.alone;

    test('when the others will not come', () => {
      const refused = aPerson({ answer: { ...at, kind: 'later' } });
      expect(aloneIn({ people: new Map([benIn, [cem, refused]]) })).toBe(ben);
      expect(aloneIn({ people: new Map([benIn]), online: [users.ana, users.ben] })).toBe(ben);
    });

    test('not while the others are on the way', () => {
      expect(aloneIn({ people: new Map([benIn, [cem, aPerson({ asked: at })]]) })).toBeUndefined();
    });

    test('not in the first twenty seconds', () => {
      const refused = aPerson({ answer: { ...at, kind: 'later' } });
      expect(aloneIn({ people: new Map([benIn, [cem, refused]]), now: 19_000 })).toBeUndefined();
    });

    test('not before it has lasted for twenty seconds', () => {
      const refused = aPerson({ answer: { ...at, kind: 'later' } });
      const people = new Map([benIn, [cem, refused]]);
      const since = (sinceAt: number) => new Map([[aloneFor(apple, ben), sinceAt]]);
      expect(aloneIn({ people, lasting: since(40_001) })).toBeUndefined();
      expect(aloneIn({ people, lasting: since(40_000) })).toBe(ben);
    });

    test('not who is asked to move, until they have refused', () => {
      const moved = { seatsOf: () => theSeats([ben, birch, 2]) };
      const refused = aPerson({ at, answer: { ...at, room: birch, ask: 2, kind: 'later' } });
      expect(aloneIn({ ...moved, people: new Map([benIn]) })).toBeUndefined();
      expect(aloneIn({ ...moved, people: new Map([[ben, refused]]) })).toBe(ben);
    });

    test('not an empty room', () => {
      expect(aloneIn({})).toBeUndefined();
    });
  });

  describe('calls for help', () => {
    const call = (change: Partial<HelpCall> = {}) =>
      aPerson({
        at,
        help: { epoch: 1, room: apple, call: 1, reason: 'stuck', open: true, at: 0, ...change },
      });
    const queue = (people: Snapshot['people'], change: Partial<Snapshot> = {}) =>
      viewAt('open', { ...open, people, ...change }).help;

    test('the longest waiting first', () => {
      const list = queue(
        new Map([
          [ben, call({ at: 50_000 })],
          [cem, call({ at: 20_000, room: birch })],
        ]),
      );
      expect(list.map(({ name, roomName, waitedMs }) => [name, roomName, waitedMs])).toEqual([
        ['Cem', 'birch', 40_000],
        ['Ben', 'apple', 10_000],
      ]);
    });

    test('[I6] not those of an older epoch, taken back, or of somebody who has gone', () => {
      expect(queue(new Map([[ben, call({ epoch: 0 })]]))).toEqual([]);
      expect(queue(new Map([[ben, call({ open: false })]]))).toEqual([]);
      expect(queue(new Map([[ben, call()]]), { online: [users.ana] })).toEqual([]);
    });

    test('claimed: shown with the name; done or refused: gone; called again: open again', () => {
      const verdict = (kind: 'coming' | 'cannot' | 'done') => ({
        plan: planWanting({
          phase: 'open',
          help: new Map([[ben, { call: 1, verdict: kind, by: ana, byName: 'Ana' }]]),
        }),
      });
      const people = new Map([[ben, call()]]);
      expect(queue(people, verdict('coming'))).toMatchObject([
        { claimedBy: 'Ana', claimedByMe: true },
      ]);
      expect(queue(people, verdict('done'))).toEqual([]);
      expect(queue(people, verdict('cannot'))).toEqual([]);
      expect(queue(new Map([[ben, call({ call: 2 })]]), verdict('done'))).toMatchObject([
        { claimedBy: undefined },
      ]);
    });

    test('a caller’s clock that is ahead does not wait a negative time', () => {
      expect(queue(new Map([[ben, call({ at: 99 * MINUTE })]]))).toMatchObject([{ waitedMs: 0 }]);
    });
  });

  test('[I11] what failed is shown with its reason, once per cause', () => {
    const broken = aPerson({ problem: { step: 'join', problem } });
    const view = viewAt('open', {
      ...open,
      people: new Map([
        [ben, broken],
        [cem, broken],
      ]),
      run: aRun({
        rooms: new Map([
          [apple, aRunRoom('apple', { problem })],
          [birch, aRunRoom('birch', { problem: { ...problem, reason: 'sessions-taken' } })],
        ]),
        failures: [
          { step: 'timer', room: undefined, problem: { ...problem, reason: 'timer-unavailable' } },
          { step: 'bring', room: apple, problem },
        ],
      }),
    });
    expect(view.notices).toEqual([
      { kind: 'sessions-taken', withApp: 2 },
      { kind: 'room-failed', room: apple, name: 'apple', problem },
      { kind: 'timer-unavailable' },
      { kind: 'step-failed', step: 'bring', problem },
      { kind: 'step-failed', step: 'join', problem },
    ]);
  });

  test('[H2] that the rooms opened by what was there is said, for two minutes', () => {
    const run = aRun({ openedUnseen: true });
    const said = { kind: 'opened-unseen', by: run.by.name };
    const now = run.openedAt + MINUTE;
    expect(viewAt('open', { ...open, run, now }).notices).toContainEqual(said);
    expect(viewAt('open', { ...open, run, now: now + MINUTE }).notices).not.toContainEqual(said);
    expect(viewAt('open', { ...open, run: aRun(), now }).notices).not.toContainEqual(said);
  });

  test('a visit has a way back', () => {
    const from = { x: 0, y: 0, width: 1, height: 1 };
    const people = new Map([[ana, aPerson({ visiting: { room: birch, from } })]]);
    expect(viewAt('open', { ...open, people }).visiting).toBe(birch);
  });
});

test('F4 says how many took part and how long it lasted', () => {
  const view = viewAt('after', {
    plan: planWanting({ phase: 'open' }),
    run: aRun({
      phase: 'closed',
      closedAt: 9 * MINUTE,
      guests: new Map([[ana, { room: apple, ask: 1, state: 'left' }]]),
    }),
    people: new Map([
      [ben, aPerson({ answer: { ...at, kind: 'yes' } })],
      [cem, aPerson({ answer: { ...at, kind: 'later' } })],
    ]),
  });
  expect(view).toMatchObject({ epoch: 1, tookPart: 2, lastedMs: 9 * MINUTE });
});
