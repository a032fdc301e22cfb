import { expect, test } from 'vitest';
import { apple, aPerson, aRun, ben, birch, cem, MINUTE } from '../breakout/fixtures';
import type { Person } from '../breakout/person';
import { participantActions } from './actions/participant-actions';
import { giveMoreTime } from './edits/more-time';
import { FakeDesk } from './fake-desk';
import { aSnapshot, planWanting, users } from './fixtures';
import { moreTimeView, ownMoreTime } from './more-time-view';
import type { RoomView } from './views';
import { personEdits } from '../records/person';
import { planEdits } from '../records/plan-edits';

const TEN = 10 * MINUTE;
const room = (id: RoomView['id'], inside: number): RoomView => ({
  ...{
    id,
    number: 1,
    name: id,
    hue: 0,
    task: '',
    link: undefined,
    frame: 'none',
    people: [],
    inside,
  },
  ...{ problem: undefined, alone: undefined },
});
const ROOMS = [room(apple, 2), room(birch, 1)];
const asking = (change: Partial<Person> = {}): Person =>
  aPerson({
    at: { epoch: 1, room: apple, ask: 1 },
    moreTime: { epoch: 1, room: apple, length: TEN },
    ...change,
  });

function seen(people: readonly Person[], wanted = { phase: 'open' as const }, rooms = ROOMS) {
  const known = new Map(people.map((person, at) => [at === 0 ? ben : cem, person]));
  return moreTimeView(aSnapshot({ plan: planWanting(wanted), people: known }), 1, rooms);
}

test('[E4] a room counts once, of those with somebody in them', () => {
  expect(seen([asking(), asking()])).toEqual({ rooms: 1, of: 2, length: TEN });
  expect(seen([asking()], undefined, [room(apple, 1), room(birch, 0)])?.of).toBe(1);
  expect(seen([aPerson()])).toBeUndefined();
});

test.each<[string, Partial<Person>]>([
  ['an earlier length', { moreTime: { epoch: 1, room: apple, length: 5 * MINUTE } }],
  ['another breakout', { moreTime: { epoch: 2, room: apple, length: TEN } }],
  ['a room that was left', { at: undefined }],
])('[E4] a wish about %s is none', (_, change) => {
  expect(seen([asking(change)])).toBeUndefined();
});

function breakout() {
  const desk = new FakeDesk({ me: users.ben, run: aRun(), now: MINUTE });
  desk.apply({
    plan: {
      ...planEdits.setFacilitator(users.ana.id, { name: 'Ana', order: 0 }),
      ...planEdits.setRoom(apple, { alive: true, name: 'Apple' }),
      ...planEdits.setWanted(1, { phase: 'open', length: TEN }),
    },
    person: personEdits.set({ at: { epoch: 1, room: apple, ask: 1 } }),
  });
  return desk;
}

test('asked for, taken back, and answered by whoever extends', () => {
  const desk = breakout();
  const actions = participantActions(desk);
  expect(ownMoreTime(desk.snapshot(), 1)).toBe('may-ask');
  actions.askForMoreTime();
  expect(ownMoreTime(desk.snapshot(), 1)).toBe('asked');
  actions.takeBackMoreTime();
  expect(ownMoreTime(desk.snapshot(), 1)).toBe('may-ask');
  actions.askForMoreTime();
  desk.apply(giveMoreTime({ ...desk.snapshot(), me: users.ana }, TEN));
  expect(ownMoreTime(desk.snapshot(), 1)).toBe('may-ask');
});

test('[I2] [E4] two who give time add once, at the same moment or one after the other', () => {
  const desk = breakout();
  const same = { ...desk.snapshot(), me: users.ana };
  desk.apply(giveMoreTime(same, TEN));
  desk.apply(giveMoreTime(same, TEN));
  desk.apply(giveMoreTime(desk.snapshot(), TEN));
  expect(desk.snapshot().plan.wanted(1).length).toBe(13 * MINUTE);
});

test('without an end there is nothing to ask for', () => {
  const desk = breakout();
  desk.apply({ plan: planEdits.setWanted(1, { length: 'none' }) });
  participantActions(desk).askForMoreTime();
  expect(ownMoreTime(desk.snapshot(), 1)).toBe('none');
  expect(desk.snapshot().people.get(ben)?.moreTime).toBeUndefined();
});
