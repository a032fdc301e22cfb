import { describe, expect, test } from 'vitest';
import { apple, aRun, ben, birch } from './fixtures';
import { sessionId, type UserId } from './ids';
import { guestPlace, type NativeGuest } from './run';
import { withGuest, withGuestsHeard, withoutRoom } from './run-edits';

const invitedIn = (state: NativeGuest['state']) =>
  aRun({ guests: new Map([[ben, { room: apple, ask: 1, state }]]) });
const inApple = (...users: readonly UserId[]) =>
  new Map([[sessionId('session-apple'), new Set(users)]]);

describe('[G3] people without the app', () => {
  test.each(['declined', 'no-answer'] as const)('who answered "%s" are noted as such', (answer) => {
    const run = withGuestsHeard(invitedIn('invited'), new Map([[ben, answer]]), inApple());
    expect(run.guests.get(ben)?.state).toBe(answer);
  });

  test('who joined after all are not noted as having declined', () => {
    const run = invitedIn('invited');
    expect(withGuestsHeard(run, new Map([[ben, 'declined']]), inApple(ben))).toBe(run);
  });

  test('who leave their session are noted as having left', () => {
    expect(withGuestsHeard(invitedIn('in'), new Map(), inApple()).guests.get(ben)?.state).toBe(
      'left',
    );
  });

  test('nothing is concluded from a session whose people are not known yet', () => {
    const run = invitedIn('in');
    expect(withGuestsHeard(run, new Map(), new Map())).toBe(run);
  });
});

describe('[Q2] people without the app who are asked to move', () => {
  const members = (room: string, ...users: readonly UserId[]) =>
    new Map([
      [sessionId('session-apple'), new Set(room === 'apple' ? users : [])],
      [sessionId('session-birch'), new Set(room === 'birch' ? users : [])],
    ]);
  const toBirch = { room: birch, ask: 2, state: 'invited' } as const;
  const invited = withGuest(invitedIn('in'), ben, toBirch);
  const placeOf = (run: typeof invited) => guestPlace(run.guests.get(ben));

  test('are where they were until they accept, and if they decline', () => {
    expect(placeOf(invited)).toBe(apple);
    const declined = withGuestsHeard(invited, new Map([[ben, 'declined']]), members('apple', ben));
    expect(declined.guests.get(ben)).toEqual({ ...toBirch, state: 'declined', at: apple });
    const again = withGuest(declined, ben, { ...toBirch, ask: 3 });
    expect(placeOf(again)).toBe(apple);
  });

  test('are in the new room once they are brought there, and only there', () => {
    const inside = withGuest(invited, ben, { ...toBirch, state: 'in' });
    expect(inside.guests.get(ben)).toEqual({ ...toBirch, state: 'in' });
  });

  test('are nowhere once they have left, or their room has gone', () => {
    expect(placeOf(withGuestsHeard(invited, new Map(), members('nowhere')))).toBeUndefined();
    expect(placeOf(withoutRoom(invited, apple))).toBeUndefined();
    expect(withoutRoom(invited, birch).guests.has(ben)).toBe(false);
  });
});
