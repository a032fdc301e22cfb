import { beforeEach, expect, test } from 'vitest';
import english from '../../locales/notices/en.json';
import {
  ana,
  apple,
  aPerson,
  aPlan,
  aRun,
  aWanted,
  ben,
  birch,
  cem,
  MINUTE,
} from '../breakout/fixtures';
import type { Millis, RoomId, UserId } from '../breakout/ids';
import type { Person } from '../breakout/person';
import { noticesIn } from '../i18n/notices';
import { FakeTimers } from '../live/fake-board';
import { MoreTimeNotices } from './more-time-notices';

let timers: FakeTimers;
let said: string[];
let people: Map<UserId, Person>;
let length: Millis;
let notices: MoreTimeNotices;

beforeEach(() => {
  timers = new FakeTimers();
  said = [];
  people = new Map();
  length = 10 * MINUTE;
  notices = backgroundOf(ana);
});

function backgroundOf(me: UserId): MoreTimeNotices {
  return new MoreTimeNotices({
    board: { me: { id: me }, ui: { notify: async (text) => void said.push(text) } },
    timers,
    held: {
      plan: {
        get value() {
          return aPlan({}, aWanted({ length }));
        },
      },
      people: {
        get known() {
          return people;
        },
      },
    },
    conducting: { run: aRun() },
    lead: { leading: true },
    notices: noticesIn('en', english),
  });
}

function wants(user: UserId, room: RoomId): void {
  const at = { epoch: 1, room, ask: 1 };
  people.set(user, aPerson({ at, moreTime: { epoch: 1, room, length } }));
}

async function pass(seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second++) {
    notices.evaluate();
    await timers.advance(1_000);
  }
}

test('[E6] wishes for more time are told as rooms, merged over ten seconds', async () => {
  wants(ben, apple);
  await pass(5);
  wants(cem, birch);
  expect(said).toEqual([]);
  await pass(5);
  expect(said).toEqual(['2 rooms would like more time']);
});

test('[E6] more rooms are told again after a minute; more people of a room are not', async () => {
  wants(ben, apple);
  await pass(10);
  wants(cem, apple);
  await pass(80);
  expect(said).toEqual(['1 room would like more time']);
  wants(cem, birch);
  await pass(11);
  expect(said).toEqual(['1 room would like more time', '2 rooms would like more time']);
});

test('[E4] an extension answers everyone, and the next wish is news again', async () => {
  wants(ben, apple);
  await pass(5);
  length += 5 * MINUTE;
  await pass(20);
  expect(said).toEqual([]);
  wants(ben, apple);
  await pass(11);
  expect(said).toEqual(['1 room would like more time']);
});

test('[E6] participants are not told', async () => {
  notices = backgroundOf(ben);
  wants(cem, birch);
  await pass(20);
  expect(said).toEqual([]);
});
