import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seeded } from './fixtures';
import { roomId, userId, type RoomId, type UserId } from './ids';
import { groupsOf, Met, repeatedPairs, type Groups } from './met';
import { MixingSearch, type Mixing, type MixingTask } from './mixing';
import { split } from './seating';

const peopleOf = (count: number): UserId[] =>
  Array.from({ length: count }, (_, index) => userId(`u${String(index)}`));
const roomsOf = (count: number): RoomId[] =>
  Array.from({ length: count }, (_, index) => roomId(`r${String(index)}`));

function search(task: MixingTask, random: () => number): Mixing {
  const mixing = new MixingSearch(task, random);
  while (!mixing.done) mixing.step();
  return mixing.best;
}

/** Repeated pairs, round by round, when each round remembers those before. */
function repeatsOf(
  { people, rooms, rounds }: { people: number; rooms: number; rounds: number },
  seed: number,
): number[] {
  const random = seeded(seed);
  const task = { people: peopleOf(people), rooms: roomsOf(rooms) };
  const past: Groups[] = [split(task, random)];
  const repeats = [0];
  while (repeats.length < rounds) {
    const mixing = search({ ...task, met: new Met(past.map(groupsOf)) }, random);
    past.push(mixing.groups);
    repeats.push(mixing.repeats);
  }
  return repeats;
}

describe('[N3] rounds in which nobody meets again', { timeout: 60_000 }, () => {
  const SEEDS = [1, 2, 3, 4];

  test.each(SEEDS)('16 people in four rooms: five, all there are (seed %i)', (seed) => {
    expect(repeatsOf({ people: 16, rooms: 4, rounds: 5 }, seed)).toEqual([0, 0, 0, 0, 0]);
  });

  test.each(SEEDS)('12 people in rooms of three: four, all there are (seed %i)', (seed) => {
    expect(repeatsOf({ people: 12, rooms: 4, rounds: 4 }, seed)).toEqual([0, 0, 0, 0]);
  });

  test.each(SEEDS)('100 people in 20 rooms: ten, with one pair in a hundred (seed %i)', (seed) => {
    const repeats = repeatsOf({ people: 100, rooms: 20, rounds: 10 }, seed);
    const pairs = 10 * 20 * 10;
    expect(repeats.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(pairs / 100);
  });
});

const randomTask = fc
  .record({
    people: fc.integer({ min: 0, max: 14 }),
    rooms: fc.integer({ min: 1, max: 5 }),
    keptAt: fc.array(fc.integer({ min: -6, max: 5 }), { minLength: 14, maxLength: 14 }),
    rounds: fc.nat(4),
    seed: fc.nat(),
  })
  .map(({ people, rooms, keptAt, rounds, seed }) => {
    const random = seeded(seed);
    const division = { people: peopleOf(people), rooms: roomsOf(rooms) };
    const past = Array.from({ length: rounds }, () => split(division, random));
    const kept = new Map(
      division.people.flatMap((person, index) => {
        const at = keptAt[index] ?? -1;
        return at < 0 ? [] : [[person, roomId(`r${String(at)}`)] as const];
      }),
    );
    return { task: { ...division, kept, met: new Met(past.map(groupsOf)) }, random };
  });

test('[S1] [S5] everyone has one seat, whoever is kept stays, and sizes are as even as that allows', () => {
  fc.assert(
    fc.property(randomTask, ({ task, random }) => {
      const mixing = new MixingSearch(task, random);
      for (let steps = 0; steps < 3; steps++) mixing.step();
      const { groups } = mixing.best;
      expect([...groups.keys()]).toEqual(task.people);
      const stays = (room: RoomId) =>
        task.people.filter((person) => task.kept.get(person) === room).length;
      const sizes = task.rooms.map(
        (room) => [...groups.values()].filter((seat) => seat === room).length,
      );
      const least = Math.min(...sizes);
      task.rooms.forEach((room, index) => {
        const size = sizes[index] ?? 0;
        expect(size === stays(room) || size <= least + 1).toBe(true);
      });
      for (const [person, room] of task.kept) {
        if (groups.has(person) && task.rooms.includes(room)) expect(groups.get(person)).toBe(room);
      }
    }),
    { numRuns: 60 },
  );
});

test('[N2] the number of repeated pairs is that of the groups it comes with', () => {
  fc.assert(
    fc.property(randomTask, ({ task, random }) => {
      const mixing = new MixingSearch(task, random);
      mixing.step();
      expect(mixing.best.repeats).toBe(repeatedPairs(mixing.best.groups, task.met));
    }),
    { numRuns: 60 },
  );
});

test('[N3] where pairs must repeat, as few as possible do', () => {
  // Six people in two rooms: one round leaves at least two repeated pairs for the next.
  const task = { people: peopleOf(6), rooms: roomsOf(2) };
  const past = [split(task, seeded(1))];
  expect(search({ ...task, met: new Met(past.map(groupsOf)) }, seeded(2)).repeats).toBe(2);
});

test('[N4] the same seed gives the same groups, another seed gives others', () => {
  const task = { people: peopleOf(12), rooms: roomsOf(4) };
  const met = new Met([groupsOf(split(task, seeded(1)))]);
  const groups = (seed: number) =>
    groupsOf(search({ ...task, met }, seeded(seed)).groups)
      .map((group) => [...group].sort())
      .sort();
  expect(groups(5)).toEqual(groups(5));
  expect(groups(5)).not.toEqual(groups(6));
});

test('[N4] there is an answer at any time, and it never gets worse', () => {
  // Nobody has met anybody twice, so that what the search minimises is the number of pairs.
  const task = { people: peopleOf(30), rooms: roomsOf(3) };
  const met = new Met([groupsOf(split(task, seeded(1)))]);
  const mixing = new MixingSearch({ ...task, met }, seeded(3));
  let least = Infinity;
  for (let steps = 0; steps < 40 && !mixing.done; steps++) {
    expect(mixing.best.groups.size).toBe(30);
    expect(mixing.best.repeats).toBeLessThanOrEqual(least);
    least = mixing.best.repeats;
    mixing.step();
  }
  expect(least).toBeLessThan(Infinity);
});
