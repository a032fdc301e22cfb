import { describe, expect, test } from 'vitest';
import {
  closingSteps,
  closingTimes,
  ROOM_CLOSING_MS,
  ROOM_LEFT_MS,
  ROOM_UNDO_MS,
} from './closing-rooms';
import { conductorSteps } from './conductor-steps';
import type { ConductorView } from './conductor-view';
import {
  ana,
  anasTab,
  apple,
  aPerson,
  aPlan,
  aRun,
  aRunRoom,
  ben,
  birch,
  cem,
  MINUTE,
  theSeats,
} from './fixtures';
import { sessionId, type UserId } from './ids';
import type { Person } from './person';
import { inClockOf } from './run-edits';
import { seatQuestion } from './question';

const inApple = { epoch: 1, room: apple, ask: 1 };
const closesAt = MINUTE + ROOM_CLOSING_MS;
const begun = aRun({
  rooms: new Map([
    [apple, aRunRoom('apple', { closesAt })],
    [birch, aRunRoom('birch')],
  ]),
});

const view = (change: Partial<ConductorView> = {}): ConductorView => ({
  me: ana,
  plan: aPlan({ closing: new Map([[apple, 1]]) }),
  seats: theSeats([ben, birch, 2], [cem, birch]),
  expected: [],
  nameOf: () => '',
  run: begun,
  sessions: [],
  members: new Map(),
  people: new Map<UserId, Person>([[ben, aPerson({ at: inApple })]]),
  online: new Map([ana, ben, cem].map((user) => [user, 0])),
  now: MINUTE,
  timer: 'unknown',
  ...change,
});

describe('[R4] a room that is being closed', () => {
  test('has half a minute from when the conductor sees the wish, and none if it is taken back', () => {
    expect(closingSteps(view({ run: aRun() }))).toEqual([{ do: 'close-room', room: apple }]);
    expect(closingSteps(view())).toEqual([]);
    expect(closingSteps(view({ plan: aPlan() }))).toEqual([{ do: 'keep-room', room: apple }]);
    expect(closingTimes(begun)).toEqual([closesAt, MINUTE + ROOM_UNDO_MS, MINUTE + ROOM_LEFT_MS]);
  });

  test('goes when it is empty and can no longer be undone, else when its time is up', () => {
    const goes = [{ do: 'remove-room', room: apple }];
    const soon = MINUTE + ROOM_UNDO_MS;
    expect(closingSteps(view({ now: soon }))).toEqual([]);
    expect(closingSteps(view({ now: soon, people: new Map() }))).toEqual(goes);
    expect(closingSteps(view({ now: soon - 1, people: new Map() }))).toEqual([]);
    expect(closingSteps(view({ now: closesAt }))).toEqual(goes);
  });

  test('is not empty while somebody without the app is in it', () => {
    const now = MINUTE + ROOM_UNDO_MS;
    const people = new Map();
    const members = new Map([[sessionId('session-apple'), new Set([cem])]]);
    const guests = new Map([[cem, { room: birch, ask: 2, state: 'invited', at: apple } as const]]);
    expect(closingSteps(view({ now, people, members }))).toEqual([]);
    expect(closingSteps(view({ now, people, run: { ...begun, guests } }))).toEqual([]);
  });

  test('[T4] keeps its time in another conductor’s clock', () => {
    const moved = inClockOf(begun, { user: ben, tab: anasTab }, 2, 5_000);
    expect(moved.rooms.get(apple)?.closesAt).toBe(closesAt + 5_000);
  });

  test('[I6] a wish about an older epoch closes nothing', () => {
    const plan = aPlan({ closing: new Map([[apple, 0]]) });
    expect(closingSteps(view({ plan, run: aRun() }))).toEqual([]);
  });
});

describe('[R5] [I3] whoever has a seat in it', () => {
  test('is given one in a room that stays, and asked for no other', () => {
    const seats = theSeats([ben, apple], [cem, birch]);
    const now = MINUTE + ROOM_LEFT_MS;
    const steps = conductorSteps(view({ seats, sessions: undefined, now }));
    expect(steps).toContainEqual({ do: 'seat', seats: new Map([[ben, birch]]), arrived: [] });
    expect(seatQuestion(view().plan, seats, begun, ben)).toBeUndefined();
    expect(seatQuestion(view().plan, seats, begun, cem)).toMatchObject({ room: birch });
  });

  test('is left to who closes it as long as that can be undone: plan and seats come one by one', () => {
    const seats = theSeats([ben, apple], [cem, birch]);
    const seatedAnew = (change: Partial<ConductorView>) =>
      conductorSteps(view({ seats, sessions: undefined, ...change })).filter(
        (step) => step.do === 'seat',
      );
    // The wish is heard before the seats that came with it, or the seats before its undoing.
    expect(seatedAnew({ run: aRun() })).toEqual([]);
    expect(seatedAnew({ now: MINUTE + ROOM_LEFT_MS - 1 })).toEqual([]);
    expect(seatedAnew({ now: MINUTE + ROOM_LEFT_MS })).toHaveLength(1);
  });

  test('newcomers are not seated there, nor is a lost session replaced', () => {
    const seats = theSeats([cem, birch]);
    const run = aRun({
      rooms: new Map([
        [apple, { session: undefined, problem: undefined, closesAt }],
        [birch, aRunRoom('birch')],
      ]),
    });
    const steps = conductorSteps(view({ seats, run }));
    expect(steps).toContainEqual({ do: 'seat', seats: new Map([[ben, birch]]), arrived: [] });
    expect(steps.some((step) => step.do === 'start')).toBe(false);
  });
});
