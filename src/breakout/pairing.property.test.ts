import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { roomId, userId, type RoomId, type UserId } from './ids';
import { pairUp, type Occupied } from './pairing';

interface Scene {
  readonly rooms: readonly Occupied[];
  readonly pinned: ReadonlySet<UserId>;
}

const sceneOf = (
  sizes: readonly number[],
  pins: readonly boolean[] = [],
  places: readonly (number | undefined)[] = [],
): Scene => {
  let next = 0;
  const rooms = sizes.map((size, index) => ({
    id: roomId(`r${String(index)}`),
    inside: Array.from({ length: size }, () => userId(`u${String(next++)}`)),
    places: places[index],
  }));
  const people = rooms.flatMap(({ inside }) => inside);
  return { rooms, pinned: new Set(people.filter((_, index) => pins[index])) };
};

/** Few enough for a search of all moves, with many people who are alone. */
const scenes = fc
  .record({
    sizes: fc.array(fc.constantFrom(0, 1, 1, 1, 2, 3), { minLength: 2, maxLength: 4 }),
    pins: fc.array(fc.boolean(), { maxLength: 8 }),
    places: fc.array(fc.constantFrom(undefined, undefined, 1, 2, 3), { maxLength: 4 }),
  })
  .map(({ sizes, pins, places }) => sceneOf(sizes, pins, places));

const sizesAfter = (
  rooms: readonly Occupied[],
  moves: ReadonlyMap<UserId, RoomId>,
): ReadonlyMap<RoomId, number> => {
  const sizes = new Map<RoomId, number>(rooms.map(({ id }) => [id, 0]));
  for (const { id, inside } of rooms) {
    for (const user of inside) {
      const room = moves.get(user) ?? id;
      sizes.set(room, (sizes.get(room) ?? 0) + 1);
    }
  }
  return sizes;
};

const aloneAfter = (rooms: readonly Occupied[], moves: ReadonlyMap<UserId, RoomId>): number =>
  [...sizesAfter(rooms, moves).values()].filter((size) => size === 1).length;

/** The fewest moves that leave nobody alone, by trying all; `undefined`: impossible. */
function fewestMoves({ rooms, pinned }: Scene): number | undefined {
  const free = rooms.flatMap(({ id, inside }) =>
    inside.filter((user) => !pinned.has(user)).map((user) => ({ user, from: id })),
  );
  let best: number | undefined;
  const search = (index: number, moves: Map<UserId, RoomId>): void => {
    if (best !== undefined && moves.size >= best) return;
    const person = free[index];
    if (person === undefined) {
      const sizes = sizesAfter(rooms, moves);
      const fits = rooms.every(({ id, inside, places }) => {
        const size = sizes.get(id) ?? 0;
        return size <= Math.max(places ?? Infinity, inside.length);
      });
      if (fits && aloneAfter(rooms, moves) === 0) best = moves.size;
      return;
    }
    search(index + 1, moves);
    for (const { id } of rooms) {
      if (id !== person.from) search(index + 1, new Map(moves).set(person.user, id));
    }
  };
  search(0, new Map());
  return best;
}

describe('[Y1] pairing up', () => {
  test('nobody is left alone where that is possible with as few moves, and pins and places hold', () => {
    fc.assert(
      fc.property(scenes, (scene) => {
        const moves = pairUp(scene.rooms, scene);
        for (const user of moves.keys()) expect(scene.pinned.has(user)).toBe(false);
        const sizes = sizesAfter(scene.rooms, moves);
        for (const { id, inside, places } of scene.rooms) {
          if (places === undefined) continue;
          expect(sizes.get(id)).toBeLessThanOrEqual(Math.max(places, inside.length));
        }
        expect(aloneAfter(scene.rooms, moves)).toBeLessThanOrEqual(
          aloneAfter(scene.rooms, new Map()),
        );
        const fewest = fewestMoves(scene);
        if (aloneAfter(scene.rooms, moves) === 0) expect(moves.size).toBe(fewest);
      }),
      { numRuns: 400 },
    );
  });

  test('without pins and limits nobody is alone afterwards, and half of them are asked', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 60 }),
        (sizes) => {
          const { rooms } = sceneOf(sizes);
          const alone = sizes.filter((size) => size === 1).length;
          const people = sizes.reduce((sum, size) => sum + size, 0);
          const moves = pairUp(rooms);
          if (people < 2) expect(moves.size).toBe(0);
          else {
            expect(aloneAfter(rooms, moves)).toBe(0);
            expect(moves.size).toBe(Math.ceil(alone / 2));
          }
        },
      ),
    );
  });

  test('a room where somebody is on the way is left alone', () => {
    const { rooms } = sceneOf([1, 1, 1]);
    const moves = pairUp(rooms, { expecting: new Set([roomId('r0')]) });
    expect([...moves]).toEqual([['u2', 'r1']]);
  });

  test('who stays gets company from the fullest room, never from two', () => {
    const lone = userId('u0');
    expect([...pairUp(sceneOf([1, 2, 4]).rooms, { pinned: new Set([lone]) })]).toEqual([
      ['u6', 'r0'],
    ]);
    expect(pairUp(sceneOf([1, 2, 2]).rooms, { pinned: new Set([lone]) }).size).toBe(0);
  });
});
