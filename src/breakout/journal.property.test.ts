import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { roomId, userId, type RoomId, type UserId } from './ids';
import { notesBetween, nothingSeen, type JournalChunk, type Keeps, type Note } from './journal';
import { recapOf, SAME_STAY_MS } from './recap';

const users = ['u1', 'u2', 'u3', 'u4'].map(userId);
const rooms = ['apple', 'birch', 'cedar'].map(roomId);

/** Who is where, minute by minute. */
const days = fc.array(
  fc
    .dictionary(fc.constantFrom(...users), fc.constantFrom(...rooms))
    .map((where) => new Map(Object.entries(where).map(([user, room]) => [userId(user), room]))),
  { minLength: 1, maxLength: 12 },
);

const MINUTE = 60_000;
type Day = ReadonlyMap<UserId, RoomId>;

function noted(minutes: readonly Day[], keeps: Keeps, from = 0): Note[] {
  let seen = nothingSeen;
  return minutes.flatMap((inside, at) => {
    const now = { inside, calls: [] };
    const notes = notesBetween(seen, now, { at: (from + at) * MINUTE, keeps });
    seen = now;
    return notes;
  });
}

function chunk(notes: readonly Note[], change: Partial<JournalChunk> = {}): JournalChunk {
  const names = new Map(users.map((user) => [user, user]));
  const titles = new Map(rooms.map((room) => [room, room]));
  const rest = { keeps: 'names', openedAt: 0, end: undefined, full: false } as const;
  return { ...rest, names, rooms: titles, notes, ...change };
}

const endAt = (minutes: readonly Day[]) => ({
  at: minutes.length * MINUTE,
  planned: 10 * MINUTE,
  tookPart: 0,
  neverJoined: 0,
});

/** Somebody was in this room in this minute, by the stays. */
function insideAt(minute: number, recap: ReturnType<typeof recapOf>) {
  const at = (minute + 0.5) * MINUTE;
  const stays = recap?.stays.filter(({ fromAt, toAt }) => fromAt <= at && at < toAt) ?? [];
  return new Map(stays.map(({ user, room }) => [user, room]));
}

describe('[J1] what has been noted says who was where at every moment', () => {
  test('by one conductor', () => {
    fc.assert(
      fc.property(days, (minutes) => {
        const end = endAt(minutes);
        const recap = recapOf([{ term: 1, chunk: chunk(noted(minutes, 'names'), { end }) }], false);
        minutes.forEach((inside, minute) => {
          expect(insideAt(minute, recap)).toEqual(inside);
        });
      }),
    );
  });

  test('by two, the second of whom begins with who is where', () => {
    fc.assert(
      fc.property(days, days, (before, after) => {
        const all = [...before, ...after];
        const chunks = [
          { term: 1, chunk: chunk(noted(before, 'names')) },
          { term: 2, chunk: chunk(noted(after, 'names', before.length), { end: endAt(all) }) },
        ];
        const recap = recapOf(chunks, false);
        // Nobody anywhere at the moment of take-over says nothing about those who were there.
        fc.pre((after[0]?.size ?? 0) > 0);
        all.forEach((inside, minute) => {
          expect(insideAt(minute, recap)).toEqual(inside);
        });
      }),
    );
  });

  test('and nobody is in two rooms at once, whatever somebody has written', () => {
    const note = fc.oneof(
      fc.record({
        what: fc.constant('in' as const),
        at: fc.nat(1e6),
        user: fc.constantFrom(...users),
        room: fc.constantFrom(...rooms),
      }),
      fc.record({
        what: fc.constant('out' as const),
        at: fc.nat(1e6),
        user: fc.constantFrom(...users),
      }),
    );
    fc.assert(
      fc.property(fc.array(note), (notes) => {
        const inOrder = [...notes].sort((a, b) => a.at - b.at);
        const stays = recapOf([{ term: 1, chunk: chunk(inOrder) }], false)?.stays ?? [];
        for (const user of users) {
          const own = stays.filter((stay) => stay.user === user);
          own.forEach((stay, index) => {
            expect(stay.toAt).toBeGreaterThanOrEqual(stay.fromAt);
            expect(own[index + 1]?.fromAt ?? Infinity).toBeGreaterThanOrEqual(stay.toAt);
          });
        }
      }),
    );
  });
});

describe('[J2] without names', () => {
  test('the notes hold nobody', () => {
    fc.assert(
      fc.property(days, (minutes) => {
        const text = JSON.stringify(noted(minutes, 'counts'));
        for (const user of users) expect(text).not.toContain(user);
      }),
    );
  });

  test('the numbers per room are those that the names would give', () => {
    fc.assert(
      fc.property(days, (minutes) => {
        const end = endAt(minutes);
        const recaps = (['names', 'counts'] as const).map((keeps) =>
          recapOf([{ term: 1, chunk: chunk(noted(minutes, keeps), { keeps, end }) }], false),
        );
        const [named, counted] = recaps.map((recap) => recap?.counts ?? new Map());
        expect(counted).toEqual(named);
      }),
    );
  });
});

test('[J3] a short absence does not break a stay, a longer one does', () => {
  const [user, room] = [userId('u1'), roomId('apple')];
  const away = (ms: number): number => {
    const notes: Note[] = [
      { what: 'in', at: 0, user, room },
      { what: 'out', at: MINUTE, user },
      { what: 'in', at: MINUTE + ms, user, room },
    ];
    const end = { at: 5 * MINUTE, planned: 'none', tookPart: 1, neverJoined: 0 } as const;
    return recapOf([{ term: 1, chunk: chunk(notes, { end }) }], false)?.stays.length ?? 0;
  };
  expect(away(SAME_STAY_MS - 1)).toBe(1);
  expect(away(SAME_STAY_MS)).toBe(2);
});
