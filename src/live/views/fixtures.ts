/** Views for tests of what is drawn from them: calm unless a test changes it. */
import { roomId, userId } from '../../breakout/ids';
import { nothingPast } from '../past-view';
import type { FacilitatorBase, OpenView, PrepareView } from './facilitator-screens';
import type { ClockView } from './clock';
import type { PersonView } from './person';
import type { RoomView } from './room';

/** Somebody who waits. Their id is their name. */
export const aPersonView = (name: string, change: Partial<PersonView> = {}): PersonView => ({
  id: userId(name),
  name,
  state: 'waiting',
  facilitator: false,
  ...change,
});

/** A room with a frame. Its id is its name. */
export const aRoomView = (
  number: number,
  name: string,
  change: Partial<RoomView> = {},
): RoomView => ({
  id: roomId(name),
  number,
  name,
  hue: number % 10,
  task: '',
  link: undefined,
  frame: 'here',
  people: [],
  inside: 0,
  problem: undefined,
  alone: undefined,
  ...change,
});

/** It runs, and is known exactly. */
export const aClockView = (change: Partial<ClockView> = {}): ClockView => ({
  remainingMs: 300_000,
  share: 1,
  endsAt: undefined,
  paused: false,
  approximate: false,
  ...change,
});

export const baseView: FacilitatorBase = {
  me: userId('Ana'),
  notices: [],
  saving: 'saved',
  facilitators: [],
  others: [],
  settings: {
    boardTimer: true,
    closingMs: 30_000,
    asking: 'ask',
    seating: 'given',
    late: 'smallest',
    plenary: undefined,
    names: true,
  },
  frames: undefined,
  undo: undefined,
  past: nothingPast,
};

/** F1: ten minutes for whoever sits in these rooms. */
export function aPrepareView(change: Partial<PrepareView> = {}): PrepareView {
  const people = (change.rooms ?? []).reduce((sum, room) => sum + room.people.length, 0);
  return {
    ...baseView,
    screen: 'prepare',
    epoch: 1,
    rooms: [],
    unseated: [],
    expected: [],
    setups: undefined,
    setup: {
      rooms: [],
      task: '',
      length: 'none',
      boardTimer: true,
      closingMs: 0,
      plenary: undefined,
    },
    people,
    reckoned: people,
    ready: 0,
    saidReady: 0,
    withoutApp: 0,
    proposedRooms: 2,
    selected: [],
    length: 600_000,
    task: '',
    repeats: undefined,
    busy: undefined,
    ...change,
  };
}

/** F2: five minutes are left. */
export const anOpenView = (change: Partial<OpenView> = {}): OpenView => ({
  ...baseView,
  screen: 'open',
  epoch: 1,
  clock: aClockView(),
  counts: { expected: 0, inside: 0, asked: 0, notNow: 0, away: 0 },
  rooms: [],
  unseated: [],
  help: [],
  notIn: 0,
  late: 0,
  visiting: undefined,
  messages: [],
  draft: { room: undefined, text: '' },
  moreTime: undefined,
  ...change,
});
