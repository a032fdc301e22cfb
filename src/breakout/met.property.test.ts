import fc from 'fast-check';
import { expect, test } from 'vitest';
import { roomId, userId, type UserId } from './ids';
import { groupsOf, Met, repeatedPairs, type Groups } from './met';

const person = fc.integer({ min: 0, max: 15 }).map((n) => userId(`u${String(n)}`));
const round: fc.Arbitrary<Groups> = fc
  .array(
    fc.tuple(
      person,
      fc.integer({ min: 0, max: 4 }).map((n) => roomId(`r${String(n)}`)),
    ),
  )
  .map((entries) => new Map(entries));

const timesByHand = (rounds: readonly Groups[], a: UserId, b: UserId): number =>
  rounds.filter((each) => a !== b && each.has(a) && each.get(a) === each.get(b)).length;

test('[N1] two people have met as often as they sat in one room', () => {
  fc.assert(
    fc.property(fc.array(round, { maxLength: 5 }), person, person, (rounds, a, b) => {
      const met = new Met(rounds.map(groupsOf));
      expect(met.times(a, b)).toBe(timesByHand(rounds, a, b));
      expect([...met.tableOf([a, b])]).toEqual([0, met.times(a, b), met.times(b, a), 0]);
    }),
  );
});

test('[N2] a pair repeats once, however often it has met', () => {
  fc.assert(
    fc.property(fc.array(round, { maxLength: 5 }), round, (rounds, next) => {
      const users = [...next.keys()];
      const pairs = users.flatMap((a, index) => users.slice(0, index).map((b) => [a, b] as const));
      const repeated = pairs.filter(
        ([a, b]) => next.get(a) === next.get(b) && timesByHand(rounds, a, b) > 0,
      );
      expect(repeatedPairs(next, new Met(rounds.map(groupsOf)))).toBe(repeated.length);
    }),
  );
});

test('[N1] more people than the memory holds are strangers, and nothing breaks', () => {
  const users = Array.from({ length: 2_001 }, (_, index) => userId(`u${String(index)}`));
  const met = new Met([[users]]);
  expect(met.times(userId('u0'), userId('u1999'))).toBe(1);
  expect(met.times(userId('u0'), userId('u2000'))).toBe(0);
});
