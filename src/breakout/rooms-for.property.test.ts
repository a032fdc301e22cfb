import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { roomId } from './ids';
import { evenSizes } from './room-sizes';
import { roomsFor } from './rooms-for';

const sizesIn = (people: number, rooms: number): number[] => {
  const ids = Array.from({ length: rooms }, (_, index) => roomId(`room${index}`));
  return [...evenSizes(ids, people).values()];
};
const off = (people: number, rooms: number, size: number): number =>
  Math.max(...sizesIn(people, rooms).map((each) => Math.abs(each - size)));

describe('[S7] groups of so many', () => {
  const people = fc.integer({ min: 1, max: 300 });
  const size = fc.integer({ min: 1, max: 20 });

  test('no other number of rooms comes nearer', () => {
    fc.assert(
      fc.property(people, size, fc.integer({ min: 1, max: 100 }), (count, k, other) => {
        const rooms = roomsFor(count, k);
        if (Math.ceil(count / k) > 100) return;
        expect(off(count, rooms, k)).toBeLessThanOrEqual(off(count, other, k));
      }),
    );
  });

  test('nobody is alone who need not be', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 300 }), fc.integer({ min: 2, max: 20 }), (count, k) => {
        expect(Math.min(...sizesIn(count, roomsFor(count, k)))).toBeGreaterThan(1);
      }),
    );
  });

  test('at least one room, at most a hundred, whoever is there', () => {
    fc.assert(
      fc.property(fc.nat({ max: 2_000 }), fc.nat({ max: 50 }), (count, k) => {
        expect(roomsFor(count, k)).toBeGreaterThanOrEqual(1);
        expect(roomsFor(count, k)).toBeLessThanOrEqual(100);
      }),
    );
  });

  test.each([
    [12, 3, 4],
    [11, 4, 3],
    [7, 3, 2],
    [5, 2, 2],
    [0, 3, 1],
  ])('%i people in groups of %i: %i rooms', (count, k, rooms) => {
    expect(roomsFor(count, k)).toBe(rooms);
  });
});
