import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apple, aPerson, aRun, MINUTE, seeded } from '../../breakout/fixtures';
import { roomId, type RoomId, type UserId } from '../../breakout/ids';
import type { Seats } from '../../breakout/seats';
import { planEdits } from '../../records/plan-edits';
import { FakeDesk } from '../fake-desk';
import { crowd, personId, users } from '../fixtures';
import { claim } from './roles';
import { createRooms } from './rooms';
import { askAgain, move, seatUnseated, shuffle } from './seating';
import { seatAll } from './seats-of';

function prepared(people: number, rooms: number, seed = 1): FakeDesk {
  const desk = new FakeDesk({ online: [users.ana, ...crowd(people)] }, seed);
  desk.apply(claim(desk.snapshot()));
  desk.apply(createRooms(desk.snapshot(), rooms, desk));
  return desk;
}

function sizes(seats: Seats, rooms: readonly RoomId[]): number[] {
  return rooms.map((id) => [...seats.values()].filter(({ room }) => room === id).length);
}

function seatOf(desk: FakeDesk, user: UserId | undefined, epoch = 1) {
  return user === undefined ? undefined : desk.snapshot().seatsOf(epoch).get(user);
}

test('[I1] a shuffle seats everyone once, with sizes that differ by at most one, those away included', () => {
  fc.assert(
    fc.property(
      fc.nat(30),
      fc.integer({ min: 1, max: 8 }),
      fc.nat(5),
      fc.nat(),
      (people, rooms, gone, seed) => {
        const desk = prepared(people, rooms, seed);
        const everyone = desk.snapshot().online;
        desk.happen({ online: everyone.slice(0, Math.max(1, everyone.length - gone)) });
        desk.apply(shuffle(desk.snapshot(), desk.random));
        const { plan, seatsOf, online } = desk.snapshot();
        const ids = plan.rooms.map(({ id }) => id);
        expect(seatsOf(1).size).toBe(people);
        const all = sizes(seatsOf(1), ids);
        expect(Math.max(...all) - Math.min(...all)).toBeLessThanOrEqual(1);
        const present = new Set(online.map(({ id }) => id));
        const here = sizes(new Map([...seatsOf(1)].filter(([user]) => present.has(user))), ids);
        expect(Math.max(...here) - Math.min(...here)).toBeLessThanOrEqual(1);
      },
    ),
  );
});

describe('moving one person', () => {
  test('to another room, to none, and not to one that does not exist', () => {
    const desk = prepared(2, 2);
    const [one] = crowd(2);
    const [, birch] = desk.snapshot().plan.rooms;
    if (one === undefined || birch === undefined) throw new Error('fixture');
    desk.apply(move(desk.snapshot(), [[one.id, birch.id]]));
    expect(seatOf(desk, one.id)?.room).toBe(birch.id);
    expect(move(desk.snapshot(), [[one.id, birch.id]])).toEqual({});
    expect(move(desk.snapshot(), [[one.id, roomId('nowhere')]])).toEqual({});
    desk.apply(move(desk.snapshot(), [[one.id, undefined]]));
    expect(seatOf(desk, one.id)).toBeUndefined();
  });

  test('there and back is a new question, so an old answer is not taken for one to it', () => {
    const desk = prepared(2, 2);
    const [one] = crowd(1);
    const [first, second] = desk.snapshot().plan.rooms;
    if (one === undefined || first === undefined || second === undefined)
      throw new Error('fixture');
    desk.apply(seatAll(desk.snapshot(), 1, [[one.id, first.id]]));
    const before = seatOf(desk, one.id)?.ask ?? 0;
    desk.apply(move(desk.snapshot(), [[one.id, second.id]]));
    desk.apply(move(desk.snapshot(), [[one.id, first.id]]));
    expect(seatOf(desk, one.id)?.ask).toBe(before + 2);
  });
});

test('late comers go to the smallest rooms and nobody else moves', () => {
  const desk = prepared(4, 3);
  const before = new Map(desk.snapshot().seatsOf(1));
  desk.happen({ online: [users.ana, ...crowd(6)] });
  const late = crowd(6)
    .slice(4)
    .map(({ id }) => id);
  desk.apply(seatUnseated(desk.snapshot(), late));
  const { seatsOf, plan } = desk.snapshot();
  expect(
    sizes(
      seatsOf(1),
      plan.rooms.map(({ id }) => id),
    ),
  ).toEqual([2, 2, 2]);
  for (const [user, seat] of before) expect(seatsOf(1).get(user)).toEqual(seat);
});

describe('asking again', () => {
  const one = personId(1);
  const two = personId(2);
  const three = personId(3);
  const four = personId(4);
  const five = personId(5);
  const at = { epoch: 1, room: apple, ask: 1 };

  function open(): FakeDesk {
    const desk = new FakeDesk({ online: [users.ana, ...crowd(4)], run: aRun(), now: MINUTE });
    desk.apply(claim(desk.snapshot()));
    desk.apply({
      plan: {
        ...planEdits.setRoom(apple, { alive: true, name: 'Apple' }),
        ...planEdits.setWanted(1, { phase: 'open' }),
      },
    });
    desk.apply(
      seatAll(
        desk.snapshot(),
        1,
        [one, two, three, four, five].map((user) => [user, apple]),
      ),
    );
    desk.happen({
      people: new Map([
        [one, aPerson({ at })],
        [two, aPerson({ answer: { ...at, kind: 'later' } })],
        [three, aPerson({ answer: { ...at, kind: 'never' } })],
        [four, aPerson({ asked: at })],
      ]),
    });
    return desk;
  }

  const asks = (desk: FakeDesk) =>
    [one, two, three, four, five].map((user) => seatOf(desk, user)?.ask);

  test('everyone: those here and not in, but for "not this time"', () => {
    const desk = open();
    desk.apply(askAgain(desk.snapshot(), 'everyone'));
    expect(asks(desk)).toEqual([1, 2, 1, 2, 1]);
  });

  test('one: only that person, and nobody who is in', () => {
    const desk = open();
    desk.apply(askAgain(desk.snapshot(), two));
    expect(asks(desk)).toEqual([1, 2, 1, 1, 1]);
    expect(askAgain(desk.snapshot(), one)).toEqual({});
  });

  test('two facilitators who ask again at once ask once', () => {
    const desk = open();
    const seen = desk.snapshot();
    desk.apply(askAgain(seen, two));
    desk.apply(askAgain(seen, two));
    expect(asks(desk)).toEqual([1, 2, 1, 1, 1]);
  });

  test('[I6] nothing once the breakout is over', () => {
    const desk = open();
    desk.happen({ run: aRun({ phase: 'closed' }) });
    expect(askAgain(desk.snapshot(), 'everyone')).toEqual({});
    expect(shuffle(desk.snapshot(), seeded(1))).toEqual({});
  });
});
