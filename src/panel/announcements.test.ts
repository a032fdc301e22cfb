// @vitest-environment happy-dom
import { beforeAll, describe, expect, test } from 'vitest';
import { roomId, userId } from '../breakout/ids';
import { startI18n } from '../i18n/start';
import type {
  HelpView,
  InRoomView,
  MyRoom,
  Notice,
  OpenView,
  PanelView,
  PersonView,
  PrepareView,
} from '../live/views';
import {
  aClockView,
  anOpenView,
  aPersonView,
  aPrepareView,
  aRoomView,
} from '../live/views/fixtures';
import { announcements } from './announcements';

beforeAll(() => startI18n('en'));

const clock = (remainingMs: number) => aClockView({ remainingMs });
const help = (user: string, roomName: string): HelpView => ({
  user: userId(user),
  name: user,
  room: roomId(roomName),
  roomName,
  reason: 'stuck',
  waitedMs: 0,
  claimedBy: undefined,
  claimedByMe: false,
});
const open = (change: Partial<OpenView> = {}): OpenView =>
  anOpenView({ counts: { expected: 12, inside: 8, asked: 4, notNow: 0, away: 0 }, ...change });
const room: MyRoom = {
  id: roomId('c'),
  name: 'Cedar',
  hue: 2,
  task: '',
  link: undefined,
  others: [],
};
const attended = { mayRunIt: false, closesAt: undefined, notices: [], unsent: false } as const;
const inRoom = (remainingMs: number): InRoomView => ({
  screen: 'in-room',
  ...attended,
  keepsNames: true,
  room,
  clock: clock(remainingMs),
  help: { state: 'none' },
  messages: [],
  moreTime: 'may-ask',
  inWindow: false,
  astray: false,
  moveTo: undefined,
  invitedBy: 'Ana',
  switching: undefined,
});
const offline = { reason: 'offline' as const, detail: '', at: 0 };

const said = (before: PanelView | undefined, view: PanelView) =>
  announcements(before, view).map(({ how, text }) => `${how}: ${text}`);

describe('nothing is repeated when the panel is opened', () => {
  test('the first view says nothing, nor does the one after loading', () => {
    const view = open({ help: [help('hugo', 'Birch')] });
    expect(said(undefined, view)).toEqual([]);
    expect(said({ screen: 'loading' }, view)).toEqual([]);
  });

  test('a tick of the clock says nothing', () => {
    expect(said(open(), open({ clock: clock(299_000) }))).toEqual([]);
  });
});

test('joins are a summary, and people who leave are none', () => {
  const nine = { expected: 12, inside: 9, asked: 3, notNow: 0, away: 0 };
  expect(said(open(), open({ counts: nine }))).toEqual(['summary: 9 of 12 are in']);
  expect(said(open({ counts: nine }), open())).toEqual([]);
});

test('the last minute is said once, to both roles', () => {
  const last = open({ clock: clock(59_900) });
  expect(said(open({ clock: clock(60_100) }), last)).toEqual(['assertive: One minute left']);
  expect(said(last, open({ clock: clock(59_000) }))).toEqual([]);
  expect(said(inRoom(60_100), inRoom(60_000))).toEqual(['assertive: One minute left']);
});

test('a new call for help interrupts; one that is known does not', () => {
  const one = open({ help: [help('hugo', 'Birch')] });
  const two = open({ help: [help('hugo', 'Birch'), help('gia', 'Cedar')] });
  expect(said(open(), one)).toEqual(['assertive: Birch asks for help']);
  expect(said(one, two)).toEqual(['assertive: Cedar asks for help']);
  expect(said(two, one)).toEqual([]);
});

test('what failed interrupts, once', () => {
  const failed = open({ notices: [{ kind: 'step-failed', step: 'invite', problem: offline }] });
  expect(said(open(), failed)).toEqual(["assertive: Somebody couldn't be invited."]);
  expect(said(failed, failed)).toEqual([]);
  expect(said(open(), open({ notices: [{ kind: 'timer-unavailable' }] }))).toEqual([]);
});

test('rooms that close interrupt; being back does not', () => {
  const closing: PanelView = {
    screen: 'room-closing',
    ...attended,
    room,
    closesInMs: 29_600,
    returnsTo: 'home',
  };
  expect(said(inRoom(0), closing)).toEqual(['assertive: Rooms close in 30 seconds']);
  expect(
    said(closing, { screen: 'ended', ...attended, room, stayedMs: 60_000, keepsNames: true }),
  ).toEqual(['polite: Welcome back']);
});

test('[O9] [O11] a frame that was deleted, and what is being picked, are said once', () => {
  const gone = (name: string, deleted = true): Notice => ({
    kind: 'room-without-frame',
    room: roomId(name),
    name,
    deleted,
    mendable: true,
  });
  const deleted = open({ notices: [gone('Cedar')] });
  expect(said(open(), deleted)).toEqual(["polite: Cedar's frame was deleted."]);
  expect(said(deleted, deleted)).toEqual([]);
  // Whoever deletes a hundred is not read a hundred sentences.
  const many = Array.from({ length: 100 }, (_, at) => gone(`Room ${at}`));
  expect(said(open(), open({ notices: many }))).toHaveLength(3);
  expect(said(open(), open({ notices: [gone('Cedar', false)] }))).toEqual([]);

  const picking = open({ notices: [{ kind: 'picking', name: 'Cedar' }] });
  const text = "polite: Click a frame on the board: it becomes Cedar's.";
  expect(said(open(), picking)).toEqual([text]);
  expect(said(picking, picking)).toEqual([]);
});

test('a removed room is said with its name, a move by the screen that made it', () => {
  const removed = open({ undo: { what: 'remove-room', name: 'Daisy' } });
  expect(said(open(), removed)).toEqual(['polite: Daisy was removed.']);
  expect(said(removed, removed)).toEqual([]);
  expect(said(open(), open({ undo: { what: 'move', name: 'Gia' } }))).toEqual([]);
});

describe('new groups are said with their numbers', () => {
  const person = (name: string, pinned = false): PersonView =>
    aPersonView(name, pinned ? { pinned } : {});
  const apple = aRoomView(1, 'Apple', { people: [person('Ben'), person('Gia')] });
  const birch = aRoomView(2, 'Birch', { people: [person('Hugo'), person('Jo')] });
  const prepare = (change: Partial<PrepareView> = {}): PrepareView =>
    aPrepareView({ rooms: [apple, birch], repeats: 0, ...change });
  const shuffled = () => ({ what: 'shuffle', name: '' }) as const;

  test('when a next round is prepared', () => {
    const undo = { what: 'next-round', name: '' } as const;
    expect(said(open(), prepare({ undo }))).toEqual([
      'polite: 4 people in 2 rooms, 2 in each. No pair repeats.',
    ]);
  });

  test('at each shuffle, and not while nothing changes', () => {
    const first = prepare({ undo: shuffled(), repeats: 2 });
    const text = 'polite: 4 people in 2 rooms, 2 in each. 2 pairs repeat.';
    expect(said(prepare(), first)).toEqual([text]);
    expect(said(first, { ...first })).toEqual([]);
    expect(said(first, { ...first, undo: shuffled() })).toEqual([text]);
  });

  test('[S5] and with the reason, if those who stay make the sizes differ', () => {
    const people = ['Ines', 'Kim', 'Lea'].map((name) => person(name, true));
    const rooms = [
      { ...apple, people },
      { ...birch, people: [person('Hugo')] },
    ];
    expect(said(prepare(), prepare({ rooms, repeats: undefined, undo: shuffled() }))).toEqual([
      'polite: 4 people in 2 rooms, 1 to 3 in each. Sizes differ because 3 people stay in their room.',
    ]);
  });
});
