/** Builders for tests of the pure rules: a calm situation, to be changed where the test says so. */
import type { Millis, RoomId, UserId } from './ids';
import { frameId, roomId, sessionId, tabId, userId } from './ids';
import type { Person } from './person';
import type { Plan, Room, Wanted } from './plan';
import type { Run, RunRoom } from './run';
import type { Seat, Seats } from './seats';

export const ana = userId('3074457345618265001');
export const ben = userId('3074457345618265002');
export const cem = userId('3074457345618265003');
export const apple = roomId('apple');
export const birch = roomId('birch');
export const anasTab = tabId('tab-ana');
export const bensTab = tabId('tab-ben');

export const MINUTE: Millis = 60_000;

export function aRoom(id: RoomId, order = 0): Room {
  const frame = frameId(`frame-${id}`);
  return {
    id,
    name: id,
    named: 'by-hand',
    title: id,
    order,
    hue: order,
    frame,
    wantsFrame: undefined,
    task: '',
    link: undefined,
    places: undefined,
    locked: false,
  };
}

export function aWanted(change: Partial<Wanted> = {}): Wanted {
  return {
    phase: 'open',
    order: { by: ana, byName: 'Ana', planDigest: 'p', seatsDigest: 's' },
    length: 10 * MINUTE,
    paused: false,
    changedBy: undefined,
    help: new Map(),
    ...change,
  };
}

const nothingWanted = aWanted({ phase: 'none', order: undefined });

/** Two rooms, facilitated by Ana; `wanted` is about epoch 1. */
export function aPlan(change: Partial<Plan> = {}, wanted: Wanted = aWanted()): Plan {
  return {
    rooms: [aRoom(apple, 0), aRoom(birch, 1)],
    removed: new Set(),
    closing: new Map(),
    task: '',
    length: 10 * MINUTE,
    pinned: new Set(),
    facilitators: [{ user: ana, name: 'Ana', order: 0 }],
    settings: {
      boardTimer: true,
      closingMs: 30_000,
      plenary: undefined,
      names: true,
      asking: 'ask',
      seating: 'given',
      late: 'smallest',
    },
    prepared: 1,
    tries: 0,
    messages: [],
    wanted: (epoch) => (epoch === 1 ? wanted : nothingWanted),
    ...change,
  };
}

export function aRunRoom(name: string, change: Partial<RunRoom> = {}): RunRoom {
  return { session: sessionId(`session-${name}`), problem: undefined, ...change };
}

/** Epoch 1, opened at 0 for ten minutes by Ana, both rooms with a session. */
export function aRun(change: Partial<Run> = {}): Run {
  return {
    epoch: 1,
    term: 1,
    seq: 1,
    clock: { user: ana, tab: anasTab },
    phase: 'open',
    by: { user: ana, name: 'Ana' },
    seatsDigest: 's',
    opensAt: 0,
    openedAt: 0,
    length: 10 * MINUTE,
    deadlineAt: 10 * MINUTE,
    remainingMs: undefined,
    paused: false,
    closesAt: undefined,
    closedAt: undefined,
    rooms: new Map([
      [apple, aRunRoom('apple')],
      [birch, aRunRoom('birch')],
    ]),
    guests: new Map(),
    timerEndsAt: undefined,
    failures: [],
    notes: new Map(),
    journal: { keeps: 'names', chunks: [] },
    ...change,
  };
}

export function aPerson(change: Partial<Person> = {}): Person {
  return {
    here: true,
    name: 'Ben',
    lead: bensTab,
    asked: undefined,
    answer: undefined,
    at: undefined,
    home: undefined,
    help: undefined,
    ready: undefined,
    visiting: undefined,
    takesPart: false,
    problem: undefined,
    heard: undefined,
    read: undefined,
    draft: undefined,
    inWindow: false,
    moreTime: undefined,
    choice: undefined,
    choosing: undefined,
    ...change,
  };
}

export function theSeats(...entries: readonly (readonly [UserId, RoomId, number?])[]): Seats {
  return new Map<UserId, Seat>(entries.map(([user, room, ask = 1]) => [user, { room, ask }]));
}

/** Numbers in [0, 1) that look random and are the same in each test run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
