import fc from 'fast-check';
import { expect, test } from 'vitest';
import { roomId, type RoomId } from './ids';
import { ordersFor, type OrderedRoom } from './room-order';

const listed = (rooms: readonly OrderedRoom[]): OrderedRoom[] =>
  [...rooms].sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));

const changed = (
  rooms: readonly OrderedRoom[],
  orders: ReadonlyMap<RoomId, number>,
): OrderedRoom[] => listed(rooms.map(({ id, order }) => ({ id, order: orders.get(id) ?? order })));

const idsOf = (rooms: readonly OrderedRoom[]): readonly RoomId[] => rooms.map(({ id }) => id);

/** Any order that storage may hold, equal ones and the greatest included. */
const anyOrder = fc.oneof(
  fc.integer({ min: -2, max: 4 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(Number.MAX_VALUE, -Number.MAX_VALUE, Number.MIN_VALUE),
);

const roomsWith = (order: fc.Arbitrary<number>): fc.Arbitrary<OrderedRoom[]> =>
  fc
    .array(order, { minLength: 2, maxLength: 12 })
    .map((orders) =>
      listed(orders.map((value, index) => ({ id: roomId(`room${index}`), order: value }))),
    );

/** As rooms are made: counted. */
const counted = fc
  .integer({ min: 3, max: 12 })
  .map((count) =>
    Array.from({ length: count }, (_, order) => ({ id: roomId(`room${order}`), order })),
  );

const spot = fc.nat({ max: 1_000 });

test('[O6] a moved room stands where it was put, and the others stay as they stood', () => {
  fc.assert(
    fc.property(roomsWith(anyOrder), spot, spot, (rooms, one, other) => {
      const room = rooms[one % rooms.length];
      if (room === undefined) return;
      const rest = rooms.filter((each) => each !== room);
      const at = other % (rest.length + 1);
      const wanted = [...rest.slice(0, at), room, ...rest.slice(at)];
      const orders = ordersFor(rooms, room.id, rest[at]?.id);
      expect(idsOf(changed(rooms, orders))).toEqual(idsOf(wanted));
      expect([...orders.values()].every(Number.isFinite)).toBe(true);
    }),
  );
});

test('[O6] moved again and again, in whichever way: every time to where it was put', () => {
  fc.assert(
    fc.property(counted, fc.array(fc.tuple(spot, spot), { maxLength: 300 }), (start, moves) => {
      let rooms: readonly OrderedRoom[] = start;
      for (const [one, other] of moves) {
        const room = rooms[one % rooms.length];
        const rest = rooms.filter((each) => each !== room);
        const at = other % (rest.length + 1);
        if (room === undefined) return;
        const wanted = [...idsOf(rest.slice(0, at)), room.id, ...idsOf(rest.slice(at))];
        rooms = changed(rooms, ordersFor(rooms, room.id, rest[at]?.id));
        expect(idsOf(rooms)).toEqual(wanted);
      }
    }),
  );
});

test('[O6] two facilitators move two rooms at once: each of them has moved, the others have not', () => {
  fc.assert(
    fc.property(counted, spot, spot, spot, spot, (rooms, one, other, to, or) => {
      const a = rooms[one % rooms.length];
      const b = rooms[other % rooms.length];
      if (a === undefined || b === undefined || a === b) return;
      const pickFor = (room: OrderedRoom, n: number): RoomId | undefined =>
        rooms.filter((each) => each !== room)[n % rooms.length]?.id;
      const mine = ordersFor(rooms, a.id, pickFor(a, to));
      const theirs = ordersFor(rooms, b.id, pickFor(b, or));
      const merged = changed(rooms, new Map([...mine, ...theirs]));
      expect(merged).toEqual(changed(rooms, new Map([...theirs, ...mine])));
      const without = (list: readonly OrderedRoom[], ...gone: readonly RoomId[]) =>
        idsOf(list).filter((id) => !gone.includes(id));
      expect(without(merged, a.id, b.id)).toEqual(without(rooms, a.id, b.id));
      // Among all the others, each stands where it was put.
      expect(without(merged, b.id)).toEqual(without(changed(rooms, mine), b.id));
      expect(without(merged, a.id)).toEqual(without(changed(rooms, theirs), a.id));
    }),
  );
});
