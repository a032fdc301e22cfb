import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  choiceState,
  grantedChoices,
  isOverruled,
  isWishedFor,
  mayBeChosen,
  placesLeft,
} from './choosing';
import { ana, aPerson, aPlan, apple, aRoom, ben, birch, cem, theSeats } from './fixtures';
import { userId, type RoomId, type UserId } from './ids';
import type { Choice, Person } from './person';
import type { Plan } from './plan';

const run = { epoch: 1, phase: 'open' } as const;

function choosing(rooms: Plan['rooms'], change: Partial<Plan['settings']> = {}): Plan {
  const plan = aPlan({ rooms });
  return { ...plan, settings: { ...plan.settings, seating: 'chosen', ...change } };
}

const two = [{ ...aRoom(apple, 0), places: 1 }, aRoom(birch, 1)];
const wish = (room: RoomId, seat = 0, ask = 1): Choice => ({
  epoch: 1,
  ask,
  kind: 'room',
  room,
  seat,
});
const wishing = (...wishes: readonly (readonly [UserId, Choice])[]): Map<UserId, Person> =>
  new Map(wishes.map(([user, choice]) => [user, aPerson({ choice })]));

describe('[S8] who chooses', () => {
  const plan = choosing(two);
  const state = (user: UserId, person?: Person, seats = theSeats()) =>
    choiceState({ plan, seats, run }, user, person);

  test('whoever has no seat, facilitators apart', () => {
    expect(state(ben)).toEqual({ at: 'open', question: { epoch: 1, ask: 1 }, lost: undefined });
    expect(state(ben, undefined, theSeats([ben, apple]))).toBeUndefined();
    expect(state(ana)).toBeUndefined();
  });

  test('nobody where rooms are given, or before and after they are open', () => {
    const given = choosing(two, { seating: 'given' });
    expect(choiceState({ plan: given, seats: theSeats(), run }, ben, undefined)).toBeUndefined();
    const closing = { epoch: 1, phase: 'closing' } as const;
    const view = { plan, seats: theSeats(), run: closing };
    expect(choiceState(view, ben, undefined)).toBeUndefined();
  });

  test('late ones, where that was decided', () => {
    const late = choosing(two, { seating: 'given', late: 'choose' });
    expect(choiceState({ plan: late, seats: theSeats(), run }, ben, undefined)?.at).toBe('open');
  });

  test('[I6] a choice of an older epoch counts for nothing', () => {
    const person = aPerson({ choice: { ...wish(birch), epoch: 0 } });
    expect(state(ben, person)).toMatchObject({ at: 'open', question: { ask: 1 } });
  });

  test('who has said no is not asked again', () => {
    const person = aPerson({ choice: { epoch: 1, ask: 1, kind: 'later' } });
    expect(state(ben, person)).toEqual({ at: 'declined', said: 'later', ask: 1 });
  });

  test('[S9] who came too late for the last place is asked again, and told so', () => {
    const person = aPerson({ choice: wish(apple) });
    expect(state(ben, person)).toMatchObject({ at: 'waiting', room: apple });
    expect(state(ben, person, theSeats([cem, apple]))).toEqual({
      at: 'open',
      question: { epoch: 1, ask: 2 },
      lost: apple,
    });
  });
});

describe('[S9] what can be chosen', () => {
  const may = (room: Partial<Plan['rooms'][number]>, seats = theSeats(), closing = new Map()) => {
    const plan = { ...choosing(two), closing };
    return mayBeChosen({ plan, seats, run }, { ...aRoom(apple), ...room }, undefined);
  };

  test('a room with a place left that is neither locked nor being closed', () => {
    expect(may({ places: 1 })).toBe(true);
    expect(may({ places: 1 }, theSeats([cem, apple]))).toBe(false);
    expect(may({ locked: true })).toBe(false);
    expect(may({}, theSeats(), new Map([[apple, 1]]))).toBe(false);
  });

  test('places are never fewer than none, and need not be limited', () => {
    const seats = theSeats([ben, apple], [cem, apple]);
    expect(placesLeft({ id: apple, places: 1 }, seats)).toBe(0);
    expect(placesLeft({ id: apple, places: undefined }, seats)).toBeUndefined();
  });
});

describe('[S10] who gets a place', () => {
  const plan = choosing(two);

  test('of two who want the last one the lesser id, whoever looks', () => {
    const there = wishing([ben, wish(apple)], [cem, wish(apple)]);
    const back = wishing([cem, wish(apple)], [ben, wish(apple)]);
    for (const people of [there, back]) {
      expect(grantedChoices({ plan, seats: theSeats(), run }, people)).toEqual(
        new Map([[ben, apple]]),
      );
    }
  });

  test('whoever has a seat may change it, and nobody gets the same wish twice', () => {
    const seats = theSeats([ben, birch]);
    const changes = wishing([ben, wish(apple, 1)]);
    expect(grantedChoices({ plan, seats, run }, changes)).toEqual(new Map([[ben, apple]]));
    const granted = new Map([[ben, { room: apple, ask: 2 }]]);
    expect(grantedChoices({ plan, seats: granted, run }, changes).size).toBe(0);
    // A facilitator has moved Ben since: that stands.
    const moved = new Map([[ben, { room: birch, ask: 3 }]]);
    expect(grantedChoices({ plan, seats: moved, run }, changes).size).toBe(0);
  });

  test('the question that the new seat poses has been answered by the wish', () => {
    const person = aPerson({ choice: wish(apple) });
    expect(isWishedFor({ epoch: 1, room: apple, ask: 1 }, person)).toBe(true);
    expect(isWishedFor({ epoch: 1, room: apple, ask: 2 }, person)).toBe(false);
    expect(isWishedFor({ epoch: 1, room: birch, ask: 1 }, person)).toBe(false);
  });

  test('[Q1] so has one that counts on from a question about a seat taken away, or undone, before', () => {
    const asked = { epoch: 1, room: apple, ask: 1 } as const;
    const person = aPerson({ asked, answer: { ...asked, kind: 'later' }, choice: wish(birch) });
    expect(isWishedFor({ epoch: 1, room: birch, ask: 2 }, person)).toBe(true);
    const undone = aPerson({ asked: { ...asked, ask: 2 }, choice: wish(birch, 1) });
    expect(isWishedFor({ epoch: 1, room: birch, ask: 3 }, undone)).toBe(true);
    // Given by a facilitator in between.
    expect(isWishedFor({ epoch: 1, room: birch, ask: 4 }, undone)).toBe(false);
  });

  test('a wish is overruled by a seat given since, whichever room it is in', () => {
    const person = aPerson({ choice: wish(birch, 1) });
    expect(isOverruled({ epoch: 1, room: apple, ask: 2 }, person)).toBe(true);
    expect(isOverruled({ epoch: 1, room: apple, ask: 1 }, person)).toBe(false);
    expect(isOverruled({ epoch: 2, room: apple, ask: 2 }, person)).toBe(false);
    const declined = aPerson({ choice: { epoch: 1, ask: 1, kind: 'later' } });
    expect(isOverruled({ epoch: 1, room: apple, ask: 1 }, declined)).toBe(false);
  });

  test('[I1] a room never takes more than its places, and everyone whose room has one gets in', () => {
    const users = Array.from({ length: 12 }, (_, at) =>
      userId(`3074457345618266${String(100 + at)}`),
    );
    const rooms = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }));
    const wishes = fc.array(fc.constantFrom(apple, birch), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(rooms, wishes, ([a, b], wanted) => {
        const limited = choosing([
          { ...aRoom(apple, 0), places: a },
          { ...aRoom(birch, 1), places: b },
        ]);
        const people = wishing(
          ...users.map((user, at) => [user, wish(wanted[at] ?? apple)] as const),
        );
        const granted = [...grantedChoices({ plan: limited, seats: theSeats(), run }, people)];
        for (const [room, places] of [
          [apple, a],
          [birch, b],
        ] as const) {
          const want = wanted.filter((each) => each === room).length;
          const got = granted.filter(([, each]) => each === room).length;
          expect(got).toBe(Math.min(want, places));
        }
      }),
    );
  });
});
