import { beforeEach, describe, expect, test } from 'vitest';
import english from '../../locales/notices/en.json';
import { BoardError } from '../board/errors';
import {
  ana,
  anasTab,
  apple,
  aPerson,
  aPlan,
  aRoom,
  aRun,
  aRunRoom,
  aWanted,
  ben,
  bensTab,
  birch,
  cem,
  MINUTE,
  theSeats,
} from '../breakout/fixtures';
import { roomId, userId, type Millis, type RoomId, type UserId } from '../breakout/ids';
import type { Person } from '../breakout/person';
import type { HelpVerdict } from '../breakout/plan';
import type { Problem, Run } from '../breakout/run';
import { noticesIn } from '../i18n/notices';
import { FakeTimers } from '../live/fake-board';
import { FacilitatorNotices } from './facilitator-notices';

const [dora, eda] = [userId('30744573456182650'), userId('30744573456182651')];
const cedar = roomId('cedar');
const SECOND: Millis = 1_000;

let timers: FakeTimers;
let said: string[];
let run: Run | undefined;
let people: Map<UserId, Person>;
let verdicts: Map<UserId, HelpVerdict>;
let leading: boolean;
/** Everybody's record has come. */
let settled: boolean;
let notices: FacilitatorNotices;

/** The background of Ana, who facilitates; Ben and Cem sit in Apple, Dora in Birch, Eda in Cedar. */
beforeEach(() => {
  timers = new FakeTimers();
  said = [];
  run = aRun();
  people = new Map([ben, cem, dora, eda].map((user) => [user, aPerson()]));
  verdicts = new Map();
  leading = true;
  settled = true;
  notices = backgroundOf(ana);
});

function backgroundOf(me: UserId, notify = async (text: string) => void said.push(text)) {
  const rooms = [apple, birch, cedar].map((id, order) => ({
    ...aRoom(id, order),
    name: nameOf(id),
  }));
  return new FacilitatorNotices({
    board: { me: { id: me }, ui: { notify } },
    timers,
    held: {
      online: new Map([ana, ben, cem, dora, eda].map((user) => [user, 0])),
      plan: {
        get value() {
          return aPlan({ rooms }, aWanted({ help: verdicts }));
        },
      },
      people: {
        get known() {
          return people;
        },
        get settled() {
          return settled;
        },
      },
      seats: () => ({ value: theSeats([ben, apple], [cem, apple], [dora, birch], [eda, cedar]) }),
    },
    conducting: {
      get run() {
        return run;
      },
    },
    heard: { conductorNow: () => timers.now() },
    lead: {
      get leading() {
        return leading;
      },
    },
    notices: noticesIn('en', english),
  });
}

const nameOf = (room: RoomId): string => `${room.slice(0, 1).toUpperCase()}${room.slice(1)}`;

const ROOM_OF = new Map([
  [ben, apple],
  [cem, apple],
  [dora, birch],
  [eda, cedar],
]);
const placeOf = (user: UserId) => ({ epoch: 1, room: ROOM_OF.get(user) ?? apple, ask: 1 });

function change(user: UserId, what: Partial<Person>): void {
  people.set(user, { ...(people.get(user) ?? aPerson()), ...what });
}

function calls(user: UserId, call = 1): void {
  const { epoch, room } = placeOf(user);
  change(user, { help: { epoch, room, call, reason: 'stuck', open: true, at: timers.now() } });
}

const joins = (user: UserId): void => change(user, { at: placeOf(user) });

/** Time passes as for a background, which looks at everything each second. */
async function pass(seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second++) {
    notices.evaluate();
    await timers.advance(SECOND);
  }
  notices.evaluate();
}

describe('[E6] help', () => {
  test('the first call is told at once, and once', async () => {
    calls(dora);
    notices.evaluate();
    expect(said).toEqual(['Birch asks for help']);
    await pass(30);
    expect(said).toHaveLength(1);
  });

  test('calls within ten seconds of the last told one are told together, as rooms', async () => {
    calls(dora);
    await pass(1);
    calls(eda);
    await pass(1);
    calls(ben);
    await pass(7);
    expect(said).toHaveLength(1);
    await pass(1);
    expect(said).toEqual(['Birch asks for help', '3 rooms ask for help']);
  });

  test('one more room is told by its name', async () => {
    calls(dora);
    await pass(3);
    calls(eda);
    await pass(10);
    expect(said).toEqual(['Birch asks for help', 'Cedar asks for help']);
  });

  test('two people of one room are one room', async () => {
    calls(ben);
    await pass(1);
    calls(cem);
    await pass(30);
    expect(said).toEqual(['Apple asks for help']);
  });

  test('what was answered or taken back meanwhile is not told', async () => {
    calls(dora);
    await pass(1);
    calls(eda);
    calls(ben);
    await pass(1);
    verdicts.set(eda, { call: 1, verdict: 'coming', by: ana, byName: 'Ana' });
    const { help } = people.get(ben) ?? {};
    change(ben, { help: help && { ...help, open: false } });
    await pass(20);
    expect(said).toEqual(['Birch asks for help']);
  });

  test('whoever asks again after "can’t come" is told again', async () => {
    calls(dora);
    await pass(20);
    verdicts.set(dora, { call: 1, verdict: 'cannot', by: ana, byName: 'Ana' });
    calls(dora, 2);
    await pass(1);
    expect(said).toEqual(['Birch asks for help', 'Birch asks for help']);
  });

  test('[I6] a call of an older breakout is none, nor one after the rooms have begun to close', async () => {
    change(dora, {
      help: { epoch: 0, room: birch, call: 1, reason: 'stuck', open: true, at: 0 },
    });
    await pass(12);
    run = aRun({ phase: 'closing', closesAt: MINUTE });
    calls(eda);
    await pass(12);
    expect(said).toEqual([]);
  });
});

describe('[E6] who is in', () => {
  test('that everyone is in is told once, whoever leaves and comes back', async () => {
    for (const user of [ben, cem, dora]) joins(user);
    await pass(2);
    expect(said).toEqual([]);
    joins(eda);
    await pass(1);
    change(eda, { at: undefined });
    await pass(1);
    joins(eda);
    await pass(1);
    expect(said).toEqual(['Everyone is in their room']);
  });

  test('people without the app count as well', async () => {
    for (const user of [ben, cem, dora]) joins(user);
    run = aRun({ guests: new Map([[eda, { room: cedar, ask: 1, state: 'in' }]]) });
    await pass(1);
    expect(said).toEqual(['Everyone is in their room']);
  });

  test('how many are not in is told once, a minute after the opening', async () => {
    joins(ben);
    await pass(59);
    expect(said).toEqual([]);
    await pass(1);
    expect(said).toEqual(["3 people aren't in a room yet"]);
    joins(cem);
    await pass(120);
    expect(said).toHaveLength(1);
  });

  test('nothing is concluded before everybody’s record has come', async () => {
    settled = false;
    await pass(70);
    expect(said).toEqual([]);
    for (const user of [ben, cem, dora, eda]) joins(user);
    settled = true;
    await pass(1);
    expect(said).toEqual([]);
  });

  test('whoever reloads or takes over later is not told what stands already, but what is new', async () => {
    for (const user of [ben, cem, dora]) joins(user);
    await pass(90);
    said = [];
    notices = backgroundOf(ana);
    await pass(20);
    expect(said).toEqual([]);
    joins(eda);
    await pass(1);
    expect(said).toEqual(['Everyone is in their room']);
    notices = backgroundOf(ana);
    await pass(1);
    expect(said).toHaveLength(1);
  });

  test('whoever has refused is not waited for', async () => {
    joins(ben);
    joins(cem);
    for (const user of [dora, eda]) change(user, { answer: { ...placeOf(user), kind: 'later' } });
    await pass(90);
    expect(said).toEqual([]);
  });
});

describe('[E6] a room that could not open', () => {
  const fails = (...rooms: readonly [RoomId, Problem['reason']][]): void => {
    const known = new Map(run?.rooms);
    for (const [room, reason] of rooms)
      known.set(room, aRunRoom(room, { problem: { reason, detail: '', at: 0 } }));
    run = aRun({ rooms: known });
  };

  test('is told once per cause', async () => {
    fails([apple, 'sessions-taken'], [birch, 'sessions-taken']);
    await pass(20);
    expect(said).toEqual(["Apple couldn't open. Details in the Breakout Rooms panel."]);
    fails([apple, 'sessions-taken'], [cedar, 'rate-limited']);
    await pass(20);
    expect(said.slice(1)).toEqual(["Cedar couldn't open. Details in the Breakout Rooms panel."]);
  });
});

describe('[E6] “I’m ready”', () => {
  beforeEach(() => (run = undefined));

  test('is counted and merged over ten seconds, each person once', async () => {
    notices.nudged(ben);
    notices.nudged(ben);
    await pass(5);
    notices.nudged(cem);
    expect(said).toEqual([]);
    await pass(5);
    expect(said).toEqual(['2 people are ready']);
  });

  test('is told once a minute at most', async () => {
    notices.nudged(ben);
    await pass(11);
    notices.nudged(cem);
    notices.nudged(dora);
    await pass(58);
    expect(said).toEqual(['1 person is ready']);
    await pass(1);
    expect(said).toEqual(['1 person is ready', '2 people are ready']);
  });
});

describe('[E6] nothing is told', () => {
  const everything = async (): Promise<void> => {
    notices.nudged(ben);
    calls(dora);
    for (const user of [ben, cem, dora, eda]) joins(user);
    await pass(61);
  };

  test('to participants', async () => {
    notices = backgroundOf(ben);
    await everything();
    expect(said).toEqual([]);
  });

  test('in another tab than the leading one', async () => {
    leading = false;
    await everything();
    expect(said).toEqual([]);
  });

  test('of another conductor', async () => {
    await pass(5);
    run = aRun({ term: 2, seq: 9, clock: { user: ben, tab: bensTab } });
    await pass(5);
    run = aRun({ term: 3, seq: 1, clock: { user: ana, tab: anasTab } });
    await pass(5);
    expect(said).toEqual([]);
  });

  test('twice, where Miro refuses a notification', async () => {
    let tries = 0;
    notices = backgroundOf(ana, async () => {
      tries += 1;
      throw new BoardError('unknown', 'Not now.');
    });
    calls(dora);
    await pass(30);
    expect(tries).toBe(1);
  });
});
