import fc from 'fast-check';
import { expect, test } from 'vitest';
import { roomId } from './ids';
import { evenSizes } from './room-sizes';

const rooms = ['a', 'b', 'c', 'd'].map(roomId);

test('[S1] places are even, and the first rooms get those that are left over', () => {
  expect([...evenSizes(rooms, 10).values()]).toEqual([3, 3, 2, 2]);
  expect([...evenSizes(rooms, 3).values()]).toEqual([1, 1, 1, 0]);
  expect(evenSizes([], 3).size).toBe(0);
});

test('[S5] all are placed, nobody is driven out, and a room beyond its share gets nobody more', () => {
  const taken = fc.array(fc.nat(9), { minLength: 4, maxLength: 4 });
  fc.assert(
    fc.property(taken, fc.nat(30), (stay, more) => {
      const before = new Map(rooms.map((room, index) => [room, stay[index] ?? 0]));
      const kept = stay.reduce((sum, count) => sum + count, 0);
      const sizes = [...evenSizes(rooms, kept + more, before).values()];
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(kept + more);
      const least = Math.min(...sizes);
      sizes.forEach((size, index) => {
        expect(size).toBeGreaterThanOrEqual(stay[index] ?? 0);
        expect(size === stay[index] || size <= least + 1).toBe(true);
      });
    }),
  );
});
