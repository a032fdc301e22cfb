import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distinctNames } from './distinct-names';
import { roomId } from './ids';
import type { Room } from './plan';
import { sameRoomName } from './roster/room-of';

type Named = Pick<Room, 'id' | 'name' | 'named'>;

const someRooms = fc
  .array(
    fc.record({
      name: fc.constantFrom('Apple', 'apple', 'Ápple', 'Apple 2', 'Birch', '🍎', 'Apple 3', ''),
      named: fc.constantFrom('by-app' as const, 'by-hand' as const),
    }),
    { maxLength: 12 },
  )
  .map((rooms) => rooms.map((room, index): Named => ({ id: roomId(`room${index}`), ...room })));

const renamed = (rooms: readonly Named[]): readonly Named[] => {
  const names = distinctNames(rooms);
  return rooms.map((room) => ({ ...room, name: names.get(room.id) ?? room.name }));
};

test('[O7] no two names that the app gave are alike, and that is said once', () => {
  fc.assert(
    fc.property(someRooms, (rooms) => {
      const after = renamed(rooms);
      const given = after.filter(({ named }) => named === 'by-app');
      for (const [index, room] of given.entries()) {
        const same = given.slice(index + 1).filter(({ name }) => sameRoomName(name, room.name));
        expect(same).toEqual([]);
      }
      expect(distinctNames(after)).toEqual(new Map());
    }),
  );
});

test('[O7] what people have named stays, and so does the first of those alike', () => {
  fc.assert(
    fc.property(someRooms, (rooms) => {
      const changed = distinctNames(rooms);
      for (const [index, { id, name, named }] of rooms.entries()) {
        const isFirst = !rooms
          .slice(0, index)
          .some((other) => other.named === 'by-app' && sameRoomName(other.name, name));
        if (named === 'by-hand' || isFirst) expect(changed.has(id)).toBe(false);
      }
      // A new name is nobody's, not even one that somebody else has typed.
      for (const [id, name] of changed) {
        const others = rooms.filter((room) => room.id !== id);
        expect(others.some((other) => sameRoomName(other.name, name))).toBe(false);
      }
    }),
  );
});
