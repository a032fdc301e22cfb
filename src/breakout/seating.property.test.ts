import fc from 'fast-check';
import { expect, test } from 'vitest';
import { roomId, userId, type RoomId, type UserId } from './ids';
import { proposedRooms } from './proposed-rooms';
import { rebalance, seatNewcomers, split } from './seating';

const people = (max: number) =>
  fc.uniqueArray(
    fc.integer({ min: 1, max: 100_000 }).map((n) => userId(String(n))),
    {
      maxLength: max,
    },
  );
const rooms = (min: number, max: number) =>
  fc
    .integer({ min, max })
    .map((count) => Array.from({ length: count }, (_, index) => roomId(`r${String(index)}`)));
/** A stream of random numbers that shrinks. */
const randoms = fc
  .infiniteStream(fc.double({ min: 0, max: 0.999_999, noNaN: true }))
  .map((stream) => () => stream.next().value);

function sizes(seats: ReadonlyMap<UserId, RoomId>, of: readonly RoomId[]): number[] {
  return of.map((room) => [...seats.values()].filter((seat) => seat === room).length);
}
const spread = (counts: readonly number[]) => Math.max(...counts) - Math.min(...counts);

test('[I1] [S1] a split seats everyone once, and sizes differ by at most one', () => {
  fc.assert(
    fc.property(people(60), rooms(1, 12), randoms, (given, into, random) => {
      const seats = split({ people: given, rooms: into }, random);
      expect([...seats.keys()].sort()).toEqual([...given].sort());
      expect(spread(sizes(seats, into))).toBeLessThanOrEqual(1);
    }),
  );
});

test('[S1] without rooms nobody is seated', () => {
  expect(split({ people: [userId('1')], rooms: [] }, () => 0).size).toBe(0);
});

test('[S1] who sits where, and which room is the larger, depends on the random numbers alone', () => {
  const given = Array.from({ length: 7 }, (_, index) => userId(String(index)));
  const into = ['a', 'b', 'c'].map(roomId);
  const seen = new Set<string>();
  for (let seed = 0; seed < 40; seed++) {
    let state = seed * 7919 + 1;
    const random = () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
    seen.add(sizes(split({ people: given, rooms: into }, random), into).join());
  }
  expect(seen).toEqual(new Set(['3,2,2', '2,3,2', '2,2,3']));
});

/** Some of the people, each in one of the rooms. */
const keptOf = (given: readonly UserId[], into: readonly RoomId[], places: readonly number[]) =>
  new Map(
    given.flatMap((person, index) => {
      const room = into[places[index] ?? -1];
      return room === undefined ? [] : [[person, room] as const];
    }),
  );
const places = fc.array(fc.integer({ min: -8, max: 7 }), { minLength: 40, maxLength: 40 });

test('[S5] whoever is kept stays, in a split and when rooms are evened out, and nobody could sit more evenly', () => {
  fc.assert(
    fc.property(
      people(40),
      rooms(1, 8),
      places,
      places,
      randoms,
      (given, into, at, was, random) => {
        const kept = keptOf(given, into, at);
        const before = keptOf(given, into, was);
        const division = { people: given, rooms: into, kept };
        const all = [
          split(division, random),
          new Map([...before, ...rebalance(before, division, random)]),
        ];
        for (const seats of all) {
          expect(seats.size).toBe(given.length);
          for (const [person, room] of kept) expect(seats.get(person)).toBe(room);
          // A room larger by two than another holds nobody who could go there.
          const least = Math.min(...sizes(seats, into));
          into.forEach((room, index) => {
            const stay = [...kept.values()].filter((one) => one === room).length;
            const size = sizes(seats, into)[index] ?? 0;
            expect(size === stay || size <= least + 1).toBe(true);
          });
        }
      },
    ),
  );
});

test('[S2] rebalancing evens out sizes and moves nobody more than it must', () => {
  fc.assert(
    fc.property(
      people(40),
      rooms(1, 8),
      fc.array(fc.integer({ min: -1, max: 9 }), { minLength: 40, maxLength: 40 }),
      randoms,
      (given, into, placed, random) => {
        const before = new Map<UserId, RoomId>();
        given.forEach((person, index) => {
          const room = placed[index] ?? -1;
          if (room >= 0) before.set(person, roomId(`r${String(room)}`));
        });
        const changes = rebalance(before, { people: given, rooms: into }, random);
        const after = new Map([...before, ...changes]);
        expect(given.every((person) => into.includes(after.get(person) as RoomId))).toBe(true);
        expect(spread(sizes(after, into))).toBeLessThanOrEqual(1);

        const floor = Math.floor(given.length / into.length);
        const extra = given.length % into.length;
        const staying = sizes(before, into)
          .sort((a, b) => b - a)
          .reduce((sum, size, index) => sum + Math.min(size, floor + (index < extra ? 1 : 0)), 0);
        expect(changes.size).toBe(given.length - staying);
      },
    ),
  );
});

test('[S3] newcomers go to the smallest rooms, the same whichever order they are listed in', () => {
  fc.assert(
    fc.property(
      people(20),
      rooms(1, 6),
      fc.array(fc.nat(9), { minLength: 6 }),
      (given, into, had) => {
        const countOf = (room: RoomId) => had[into.indexOf(room)] ?? 0;
        const seats = seatNewcomers(given, into, countOf);
        expect(seats).toEqual(seatNewcomers([...given].reverse(), into, countOf));
        expect(seats.size).toBe(given.length);
        const filled = into.filter((room) => [...seats.values()].includes(room));
        const final = (room: RoomId) =>
          countOf(room) + [...seats.values()].filter((seat) => seat === room).length;
        // Nobody was put into a room while another stayed smaller by more than one.
        for (const room of filled) {
          expect(final(room)).toBeLessThanOrEqual(Math.min(...into.map(final)) + 1);
        }
      },
    ),
  );
});

test.each([
  [0, 2],
  [3, 2],
  [12, 4],
  [60, 15],
  [1000, 100],
])('[S4] %i people are proposed %i rooms', (count, proposed) => {
  expect(proposedRooms(count)).toBe(proposed);
});
