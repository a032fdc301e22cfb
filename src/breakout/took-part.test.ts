import { describe, expect, test } from 'vitest';
import { ana, apple, aPerson, aPlan, aRun, ben, birch, cem, theSeats } from './fixtures';
import { userId } from './ids';
import type { Person } from './person';
import type { NativeGuest } from './run';
import { attendance, tookPart } from './took-part';

const dora = userId('3074457345618265004');
const guest = (change: Partial<NativeGuest>): NativeGuest => ({
  room: birch,
  ask: 2,
  state: 'invited',
  ...change,
});
const seats = theSeats([ana, apple], [ben, apple], [cem, birch], [dora, birch]);

/** Ben, Cem and Dora have no app. */
const counted = (...guests: readonly Partial<NativeGuest>[]) => {
  const run = aRun({
    phase: 'closed',
    guests: new Map([ben, cem, dora].map((user, index) => [user, guest(guests[index] ?? {})])),
  });
  return attendance(run, aPlan(), seats, new Map());
};

test('[G4] whoever stayed where they were, asked to move, took part', () => {
  const at = { epoch: 1, room: apple, ask: 1 };
  const answer = { epoch: 1, room: birch, ask: 2, kind: 'later' } as const;
  const came = (change: Partial<Person>) =>
    tookPart(aRun(), new Map([[ben, aPerson({ answer, ...change })]])).size;
  expect([came({ at }), came({ was: at }), came({ was: { ...at, epoch: 0 } }), came({})]).toEqual([
    1, 1, 0, 0,
  ]);
});

describe('[G4] honest numbers for those without the app', () => {
  test('whoever is inside and does not want to move has come', () => {
    const run = aRun({ guests: new Map([[ben, guest({ state: 'declined', at: apple })]]) });
    expect([...tookPart(run, new Map())]).toEqual([ben]);
  });

  test('shown the plenary, stayed, never came: each is counted once', () => {
    expect(counted({ state: 'shown' }, { state: 'in' }, { state: 'no-answer' })).toEqual({
      tookPart: 2,
      neverJoined: 1,
      shown: 1,
      stayed: 1,
    });
  });

  test('who is asked to move, and who could not be shown the way back, stay where they are', () => {
    expect(
      counted({ state: 'invited', at: apple }, { state: 'left', stayed: true }, { state: 'left' }),
    ).toEqual({ tookPart: 3, neverJoined: 0, shown: 0, stayed: 2 });
  });

  test('what was counted when the rooms closed stands', () => {
    const attended = { tookPart: 5, neverJoined: 4, shown: 3, stayed: 2 };
    const people = new Map([
      [ben, aPerson({ answer: { epoch: 1, room: apple, ask: 1, kind: 'yes' } })],
    ]);
    expect(attendance(aRun({ attended }), aPlan(), seats, people)).toBe(attended);
  });
});
