/** Every screen of the panel and the modal as a fixture, by name. */
import { frameId, userId, type Millis } from '../../src/breakout/ids';
import { nothingPast } from '../../src/live/past-view';
import type {
  ClockView,
  Counts,
  FacilitatorView,
  ModalView,
  PanelView,
  PersonState,
} from '../../src/live/views';
import { makeRooms, withHosts, myRoom, nameAt, personAt, type Script } from './people';

const MINUTE: Millis = 60_000;
const TEN: Millis = 10 * MINUTE;

const clock = (remainingMs: Millis | undefined, more: Partial<ClockView> = {}): ClockView => ({
  remainingMs,
  share: remainingMs === undefined ? 0 : Math.min(1, remainingMs / TEN),
  endsAt: remainingMs === undefined ? undefined : new Date(2026, 10, 22, 10, 34).getTime(),
  paused: false,
  approximate: false,
  ...more,
});

type Base = Omit<FacilitatorView & { screen: 'prepare' }, 'screen'>;

function screensIn(script: Script) {
  const task =
    script === 'latin'
      ? 'Three ideas we could start tomorrow, each on its own note, the boldest one on top.'
      : '明日から始められるアイデアを3つ、付箋に1つずつ書いてください。';
  const waiting = (at: number): PersonState => (at % 5 < 3 ? 'ready' : 'waiting');
  const mixed = (at: number): PersonState =>
    at % 7 === 3 ? 'asked' : at % 11 === 5 ? 'away' : at % 13 === 6 ? 'not-now' : 'in';
  const base = (rooms: number, people: number): Base => ({
    me: userId('me'),
    notices: [],
    saving: 'saved',
    facilitators: [
      { id: userId('me'), name: nameAt(0, script), online: true, me: true },
      { id: userId('ben'), name: nameAt(1, script), online: false, me: false },
    ],
    others: [personAt(4, 'waiting', script), personAt(5, 'ready', script)],
    settings: {
      boardTimer: true,
      closingMs: 30_000,
      asking: 'ask',
      seating: 'given',
      late: 'smallest',
      plenary: undefined,
      names: true,
    },
    frames: [
      { id: frameId('f1'), title: 'Agenda', usedBy: undefined, selected: false },
      { id: frameId('f2'), title: 'What went well', usedBy: undefined, selected: true },
      { id: frameId('f3'), title: '', usedBy: undefined, selected: true },
      { id: frameId('f4'), title: 'Parking lot', usedBy: 'Birch', selected: false },
    ],
    undo: undefined,
    past: nothingPast,
    reckoned: people,
    epoch: 1,
    rooms: makeRooms({ rooms, people, script, state: waiting }),
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
    ready: 7,
    saidReady: 3,
    withoutApp: 5,
    proposedRooms: 4,
    selected: [],
    length: TEN,
    task: '',
    repeats: undefined,
    busy: undefined,
  });
  const counts: Counts = { expected: 12, inside: 9, asked: 2, notNow: 0, away: 1 };
  const help = {
    user: userId('u1'),
    name: nameAt(1, script),
    room: makeRooms({ rooms: 4, people: 12, script, state: mixed })[1]?.id ?? never(),
    roomName: script === 'latin' ? 'Birch' : 'うめ',
    reason: 'stuck' as const,
    waitedMs: 80_000,
    claimedBy: undefined,
    claimedByMe: false,
  };
  const open = (rooms: number, people: number) => ({
    ...base(rooms, people),
    screen: 'open' as const,
    clock: clock(522_000),
    counts,
    rooms: makeRooms({ rooms, people, script, state: mixed }),
    help: [],
    notIn: 0,
    late: 0,
    visiting: undefined,
    messages: [],
    draft: { room: undefined, text: '' },
    moreTime: undefined,
  });
  /** Somebody who can give more time is here. */
  const attended = { mayRunIt: false, closesAt: undefined, notices: [], unsent: false } as const;

  const inRoom = {
    screen: 'in-room' as const,
    ...attended,
    keepsNames: true,
    room: myRoom(script, ['in', 'asked'], task),
    clock: clock(522_000),
    help: { state: 'none' } as const,
    messages: [],
    moreTime: 'may-ask' as const,
    inWindow: false,
    astray: false,
    moveTo: undefined,
    invitedBy: 'Ana',
    switching: undefined,
  };
  const messages = [
    {
      id: 'm2',
      by: nameAt(0, script),
      to: script === 'latin' ? 'Cedar' : 'うめ',
      at: new Date(2026, 10, 22, 10, 25).getTime(),
      text: task,
      unread: true,
    },
    {
      id: 'm1',
      by: nameAt(0, script),
      to: undefined,
      at: new Date(2026, 10, 22, 10, 21).getTime(),
      text: script === 'latin' ? 'Please choose a speaker.' : '発表者を決めてください。',
      unread: false,
    },
  ];
  const problem = { reason: 'forbidden' as const, detail: 'Not permitted.', at: 0 };

  const panels: Record<string, PanelView> = {
    loading: { screen: 'loading' },
    broken: { screen: 'broken', newer: true, detail: 'plan: version 7' },
    'F0-unclaimed': { screen: 'unclaimed', online: 12 },
    'F1-first': { ...base(0, 12), screen: 'prepare' },
    'F1-first-nobody': {
      ...base(0, 0),
      screen: 'prepare',
      frames: [],
      notices: [{ kind: 'nobody-here' }],
      ready: 0,
      saidReady: 0,
      withoutApp: 0,
    },
    'F1-prepare': { ...base(4, 12), screen: 'prepare' },
    'F1-prepare-8': { ...base(8, 31), screen: 'prepare', task, saving: 'saving' },
    'F1-prepare-14': { ...base(14, 60), screen: 'prepare', task },
    'F1-undo': {
      ...base(3, 12),
      screen: 'prepare',
      length: 'none',
      undo: { what: 'remove-room', name: 'Daisy' },
    },
    'F1-notices': {
      ...base(4, 3),
      screen: 'prepare',
      length: 25 * MINUTE,
      unseated: [personAt(9, 'waiting', script)],
      busy: { done: 2, of: 4 },
      notices: [
        { kind: 'offline' },
        { kind: 'not-saved', detail: 'The API rate limit was exceeded.' },
        { kind: 'more-rooms-than-people', rooms: 4, people: 3 },
        {
          kind: 'room-without-frame',
          room: help.room,
          name: 'Cedar',
          deleted: true,
          mendable: true,
        },
        { kind: 'read-only' },
      ],
    },
    'F2a-opening': { ...base(4, 12), screen: 'opening', opensInMs: 2400 },
    'F2-open': { ...open(4, 12), help: [help] },
    'F2-more-time': { ...open(4, 12), moreTime: { rooms: 3, of: 4, length: TEN } },
    'F2-open-busy': {
      ...open(5, 21),
      clock: clock(3_723_000, { paused: true }),
      counts: { expected: 21, inside: 12, asked: 4, notNow: 2, away: 3 },
      visiting: help.room,
      help: [help, { ...help, user: userId('u2'), claimedBy: 'Ben', claimedByMe: true }],
      unseated: [personAt(22, 'without-app', script)],
      notices: [
        { kind: 'sessions-taken', withApp: 83 },
        { kind: 'timer-unavailable' },
        { kind: 'room-failed', room: help.room, name: 'Daisy', problem },
        { kind: 'step-failed', step: 'invite', problem },
      ],
    },
    'F2-open-14': {
      ...open(14, 60),
      clock: clock(42_000),
      counts: { expected: 60, inside: 45, asked: 8, notNow: 3, away: 4 },
      help: [help],
    },
    'F2-no-end': { ...open(3, 9), clock: clock(undefined) },
    'F2-about': { ...open(3, 9), clock: clock(500_000, { approximate: true }) },
    'F3-closing': {
      ...open(4, 12),
      screen: 'closing',
      closesInMs: 24_000,
      closesAt: new Date(2026, 10, 22, 10, 34).getTime(),
      ending: false,
      cancellable: false,
    },
    'F3-cancellable': {
      ...open(4, 12),
      screen: 'closing',
      closesInMs: 24_000,
      closesAt: new Date(2026, 10, 22, 10, 34).getTime(),
      ending: false,
      cancellable: true,
    },
    'F4-after': {
      ...base(4, 12),
      screen: 'after',
      tookPart: 12,
      neverJoined: 2,
      withoutApp: { shown: 3, stayed: 0 },
      lastedMs: TEN,
      visiting: undefined,
      rounds: { past: [1], unreadable: 0, newGroups: 0, prepared: undefined },
    },
    'F4-third-round': {
      ...base(4, 12),
      screen: 'after',
      epoch: 3,
      tookPart: 12,
      neverJoined: 0,
      withoutApp: { shown: 0, stayed: 0 },
      lastedMs: TEN,
      visiting: undefined,
      rounds: { past: [1, 2, 3], unreadable: 1, newGroups: 2, prepared: undefined },
      rooms: withHosts(base(4, 12).rooms),
    },
    'F1-next-round': {
      ...base(4, 12),
      screen: 'prepare',
      epoch: 2,
      repeats: 0,
      undo: { what: 'next-round', name: '' },
    },
    'F1-hosts': {
      ...base(4, 12),
      screen: 'prepare',
      epoch: 2,
      repeats: 3,
      rooms: withHosts(base(4, 12).rooms),
    },
    'P0-waiting': {
      screen: 'waiting',
      facilitators: [nameAt(0, script)],
      here: Array.from({ length: 11 }, (_, at) => personAt(at, waiting(at), script)),
      ready: false,
      ...attended,
      inWindow: false,
      keepsNames: true,
    },
    'P0-ready': {
      screen: 'waiting',
      facilitators: [nameAt(0, script), nameAt(1, script)],
      here: [personAt(0, 'ready', script)],
      ready: true,
      ...attended,
      inWindow: false,
      keepsNames: true,
    },
    'P0-take-over': {
      screen: 'waiting',
      facilitators: [nameAt(0, script)],
      here: [],
      ready: false,
      ...attended,
      mayRunIt: true,
      inWindow: true,
      keepsNames: true,
    },
    'P1-invited': {
      screen: 'invited',
      ...attended,
      room: myRoom(script, ['in', 'asked'], task),
      invitedBy: nameAt(0, script),
      clock: clock(522_000),
      said: 'nothing',
      joining: false,
      keepsNames: true,
      switching: undefined,
      problem: undefined,
    },
    'P1-problem': {
      screen: 'invited',
      ...attended,
      room: myRoom(script, ['in', 'asked', 'in', 'away', 'in'], ''),
      invitedBy: nameAt(0, script),
      clock: clock(522_000),
      said: 'not-now',
      joining: false,
      keepsNames: true,
      switching: undefined,
      problem,
    },
    'P1-joining': {
      screen: 'invited',
      ...attended,
      room: myRoom(script, [], ''),
      invitedBy: nameAt(0, script),
      clock: clock(42_000),
      said: 'nothing',
      joining: true,
      keepsNames: true,
      switching: undefined,
      problem: undefined,
    },
    'P2-in-room': inRoom,
    'P2-astray': { ...inRoom, astray: true },
    'P2-messages': { ...inRoom, messages },
    'P2-asked': { ...inRoom, moreTime: 'asked', help: { state: 'asked', reason: 'stuck' } },
    'P2-move': {
      ...inRoom,
      help: { state: 'cannot', by: nameAt(0, script) },
      moveTo: {
        room: { ...myRoom(script, ['in', 'in'], ''), hue: 3, name: 'Daisy' },
        by: nameAt(0, script),
      },
    },
    'P3-closing': {
      screen: 'room-closing',
      ...attended,
      room: myRoom(script, ['in'], ''),
      closesInMs: 24_000,
      returnsTo: 'home',
    },
    'P4-numbers-only': {
      screen: 'ended',
      ...attended,
      room: myRoom(script, [], ''),
      stayedMs: TEN,
      keepsNames: false,
    },
    'P4-ended': {
      screen: 'ended',
      ...attended,
      room: myRoom(script, ['in', 'in'], ''),
      stayedMs: TEN,
      keepsNames: true,
    },
  };

  const modals: Record<string, ModalView> = {
    'M-invite-S': {
      screen: 'invite',
      room: myRoom(script, ['in', 'asked'], ''),
      invitedBy: nameAt(0, script),
      clock: clock(TEN),
      again: true,
      brings: false,
    },
    'M-invite-brings': {
      screen: 'invite',
      room: myRoom(script, ['in', 'asked'], ''),
      invitedBy: nameAt(0, script),
      clock: clock(TEN),
      again: false,
      brings: true,
    },
    'M-invite-M': {
      screen: 'invite',
      room: myRoom(script, ['in', 'asked'], task),
      invitedBy: nameAt(12, script),
      clock: clock(TEN),
      again: true,
      brings: false,
    },
    'M-invite-L': {
      screen: 'invite',
      room: myRoom(script, ['in', 'asked', 'in', 'in', 'in', 'in'], `${task} `.repeat(6)),
      invitedBy: nameAt(0, script),
      clock: clock(TEN),
      again: false,
      brings: false,
    },
    'M-move-S': {
      screen: 'move',
      room: { ...myRoom(script, ['in', 'in'], ''), hue: 3 },
      from: script === 'latin' ? 'Birch' : 'うめ',
      invitedBy: nameAt(0, script),
    },
    'M-message-S': {
      screen: 'message',
      hue: 2,
      message: { id: 'm', by: nameAt(0, script), to: undefined, at: 0, text: task },
    },
    'M-message-M': {
      screen: 'message',
      hue: 2,
      message: { id: 'm', by: nameAt(12, script), to: 'Cedar', at: 0, text: `${task} `.repeat(6) },
    },
    'M-notice': {
      screen: 'notice',
      hue: 2,
      text: script === 'latin' ? 'One minute left in Cedar' : 'うめ：残り1分です',
      mayAskForMore: true,
    },
    'M-void': { screen: 'void' },
  };
  return { panels, modals };
}

function never(): never {
  throw new Error('a room that the fixtures make is missing');
}

export const screens = { latin: screensIn('latin'), japanese: screensIn('japanese') };
