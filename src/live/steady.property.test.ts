import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kept } from './steady';

interface One {
  readonly id: string;
  readonly state: string;
  readonly move: { readonly to: string } | undefined;
}
interface Group {
  readonly id: string;
  readonly people: readonly One[];
}

const plain = { noNullPrototype: true };
const byId = { maxLength: 4, selector: ({ id }: { readonly id: string }) => id };
const to = fc.record({ to: fc.constantFrom('x', 'y') }, plain);
const person: fc.Arbitrary<One> = fc.record(
  {
    id: fc.constantFrom('a', 'b', 'c', 'd'),
    state: fc.constantFrom('in', 'asked'),
    move: fc.option(to, { nil: undefined }),
  },
  plain,
);
const group: fc.Arbitrary<Group> = fc.record(
  { id: fc.constantFrom('x', 'y', 'z'), people: fc.uniqueArray(person, byId) },
  plain,
);
const rooms = fc.uniqueArray(group, byId);

/** The same in other objects. */
const copied = (groups: readonly Group[]): Group[] =>
  groups.map(({ id, people }) => ({
    id,
    people: people.map((one) => ({ ...one, move: one.move && { ...one.move } })),
  }));

test('[Z6] what is kept says the same as what is new', () => {
  fc.assert(
    fc.property(rooms, rooms, (before, next) => {
      expect(kept(before, next)).toEqual(next);
    }),
  );
});

test('[Z6] whatever says the same is the same object', () => {
  fc.assert(
    fc.property(rooms, (before) => {
      expect(kept(before, copied(before))).toBe(before);
    }),
  );
});

test('[Z6] of a hundred rooms only the one that changes is new, and in it only who changes', () => {
  const room = (id: number, state: string) => ({
    id,
    people: [
      { id: 1, state },
      { id: 2, state: 'in' },
    ],
  });
  const before = Array.from({ length: 100 }, (_, id) => room(id, 'in'));
  const next = before.map(({ id }) => room(id, id === 7 ? 'away' : 'in'));
  const result = kept(before, next);
  expect(result.filter((each, at) => each !== before[at])).toEqual([next[7]]);
  expect(result[7]?.people[1]).toBe(before[7]?.people[1]);
});
