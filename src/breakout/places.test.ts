import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apple, ben, birch, cem } from './fixtures';
import { roomId, userId } from './ids';
import { evenSizes } from './room-sizes';
import { seatNewcomers } from './seating';

describe('[S11] rooms that take only so many', () => {
  test('get no more as long as there are places, and sizes are even below that', () => {
    const limits = fc.array(fc.option(fc.integer({ min: 1, max: 6 }), { nil: undefined }), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(limits, fc.nat(30), (places, people) => {
        const rooms = places.map((_, at) => roomId(`r${String(at)}`));
        const most = new Map(
          places.flatMap((each, at) =>
            each === undefined ? [] : [[rooms[at] ?? apple, each] as const],
          ),
        );
        const sizes = evenSizes(rooms, people, new Map(), most);
        const all = [...sizes.values()];
        expect(all.reduce((sum, size) => sum + size, 0)).toBe(people);
        const room = places.reduce<number>((sum, each) => sum + (each ?? Infinity), 0);
        if (people > room) return;
        const free = rooms.filter((id) => (sizes.get(id) ?? 0) < (most.get(id) ?? Infinity));
        for (const id of rooms) {
          expect(sizes.get(id)).toBeLessThanOrEqual(most.get(id) ?? Infinity);
          // Only a full room may be smaller than another by more than one.
          for (const other of free) {
            expect(sizes.get(id) ?? 0).toBeLessThanOrEqual((sizes.get(other) ?? 0) + 1);
          }
        }
      }),
    );
  });

  test('take more than their places only when all are full: nobody is left without a room', () => {
    const sizes = evenSizes(
      [apple, birch],
      5,
      new Map(),
      new Map([
        [apple, 1],
        [birch, 1],
      ]),
    );
    expect([...sizes.values()].sort()).toEqual([2, 3]);
  });

  test('newcomers get the smallest room that has a place', () => {
    const most = new Map([[apple, 1]]);
    const counts = new Map([[birch, 3]]);
    const seats = seatNewcomers([ben, cem], [apple, birch], (room) => counts.get(room) ?? 0, most);
    expect([...seats.values()].sort()).toEqual([apple, birch]);
    const crowd = [ben, cem, userId('3074457345618265009')];
    const full = new Map([
      [apple, 1],
      [birch, 1],
    ]);
    expect(seatNewcomers(crowd, [apple, birch], () => 1, full).size).toBe(3);
  });
});
