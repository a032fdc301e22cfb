import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { roomId, userId } from '../ids';
import { seatArrivals } from './expected';

const [apple, birch, gone] = [roomId('apple'), roomId('birch'), roomId('gone')];
const rooms = [apple, birch];
const anna = userId('1');
const ben = userId('2');
const nobody = { newcomers: [], nameOf: () => '', expected: [], rooms, countOf: () => 0 };

describe('[L5] who arrives', () => {
  test('goes to the room of the list, however full it is', () => {
    const arrivals = {
      ...nobody,
      newcomers: [anna, ben],
      nameOf: (user: string) => (user === anna ? 'anna SCHMIDT' : 'Ben'),
      expected: [{ name: 'Schmidt, Anna', room: birch }],
      countOf: (room: string) => (room === birch ? 9 : 0),
    };
    expect(seatArrivals(arrivals)).toEqual({
      seats: new Map([
        [anna, birch],
        [ben, apple],
      ]),
      arrived: arrivals.expected,
    });
  });

  test('goes to the smallest if the list names none, or one that has gone', () => {
    for (const room of [undefined, gone]) {
      const expected = [{ name: 'Anna', room }];
      const countOf = (id: string): number => (id === apple ? 1 : 0);
      const found = seatArrivals({
        ...nobody,
        newcomers: [anna],
        nameOf: () => 'Anna',
        expected,
        countOf,
      });
      expect(found).toEqual({ seats: new Map([[anna, birch]]), arrived: expected });
    }
  });

  test('is not guessed: of two with one name neither takes the place', () => {
    const expected = [{ name: 'Anna', room: birch }];
    const found = seatArrivals({
      ...nobody,
      newcomers: [anna, ben],
      nameOf: () => 'Anna',
      expected,
    });
    expect(found.arrived).toEqual([]);
    expect([...found.seats.values()].sort()).toEqual([apple, birch]);
  });

  test('without rooms stays expected', () => {
    const expected = [{ name: 'Anna', room: birch }];
    const found = seatArrivals({
      ...nobody,
      rooms: [],
      newcomers: [anna],
      nameOf: () => 'Anna',
      expected,
    });
    expect(found).toEqual({ seats: new Map(), arrived: [] });
  });
});

test('[I1] everyone who arrives is seated once, whatever the list says, alike in any order', () => {
  const name = fc.constantFrom('Anna', 'Anna S', 'Schmidt', 'Ben', 'Ben Anna', '');
  const room = fc.constantFrom(apple, birch, gone, undefined);
  fc.assert(
    fc.property(
      fc.array(name, { maxLength: 6 }),
      fc.array(fc.record({ name, room }), { maxLength: 6 }),
      (names, expected) => {
        const users = names.map((_, index) => userId(String(index)));
        const arrivals = {
          ...nobody,
          newcomers: users,
          nameOf: (user: string) => names[Number(user)] ?? '',
          expected,
        };
        const { seats } = seatArrivals(arrivals);
        expect([...seats.keys()].sort()).toEqual(users);
        expect([...seats.values()].every((id) => rooms.includes(id))).toBe(true);
        const other = seatArrivals({ ...arrivals, newcomers: [...users].reverse() });
        expect(new Map([...other.seats].sort())).toEqual(new Map([...seats].sort()));
      },
    ),
  );
});
