import { describe, expect, test } from 'vitest';
import { apple, aRun, ben, birch, MINUTE } from './fixtures';
import { sessionId, type UserId } from './ids';
import { guestCame, guestPlace, type NativeGuest } from './run';
import { OPENING_MS } from './phases';
import {
  aheadMs,
  withAttendance,
  withGuest,
  withGuestsHeard,
  withoutRoom,
  withSession,
} from './run-edits';

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
  });

  test('are still where they were when the room they were asked into has gone', () => {
    expect(placeOf(withoutRoom(invited, birch))).toBe(apple);
    expect(placeOf(withSession(invited, birch, sessionId('another')))).toBe(apple);
  });
});

describe('[G4] that somebody without the app came is remembered', () => {
  const came = (run: ReturnType<typeof aRun>) => guestCame(run.guests.get(ben));
  const again = { room: birch, ask: 2, state: 'invited' } as const;
  const left = withGuestsHeard(invitedIn('in'), new Map(), inApple());

  test('when they are asked again after they have left', () => {
    expect(came(invitedIn('invited'))).toBe(false);
    expect(came(withGuest(left, ben, again))).toBe(true);
    const declined = withGuestsHeard(
      withGuest(left, ben, again),
      new Map([[ben, 'declined']]),
      new Map([[sessionId('session-birch'), new Set()]]),
    );
    expect(declined.guests.get(ben)?.state).toBe('declined');
    expect(came(declined)).toBe(true);
  });

  test('when they leave while they are asked to move', () => {
    const moving = withGuest(invitedIn('in'), ben, again);
    const gone = withGuestsHeard(moving, new Map(), inApple());
    expect(guestPlace(gone.guests.get(ben))).toBeUndefined();
    expect(came(gone)).toBe(true);
  });

  test('when their room goes, or its session, and they are asked anew all the same', () => {
    for (const run of [
      withoutRoom(invitedIn('in'), apple),
      withSession(invitedIn('in'), apple, sessionId('another')),
    ]) {
      expect(came(run)).toBe(true);
      expect(run.guests.get(ben)?.ask).toBe(0);
    }
    expect(withoutRoom(invitedIn('declined'), apple).guests.has(ben)).toBe(false);
  });

  test('shown the plenary, they are in no room any more, moving or not', () => {
    const moving = withGuest(invitedIn('in'), ben, again);
    const shown = withGuest(moving, ben, { room: birch, ask: 2, state: 'shown' });
    expect(guestPlace(shown.guests.get(ben))).toBeUndefined();
    expect(came(shown)).toBe(true);
  });
});

test('[J2] [G4] with counts only, the numbers are all that is kept of them at the end', () => {
  const attended = { tookPart: 1, neverJoined: 0, shown: 1, stayed: 0 };
  expect(withAttendance(invitedIn('shown'), attended)).toMatchObject({ attended });
  expect(withAttendance(invitedIn('shown'), attended).guests.size).toBe(1);
  const journal = { keeps: 'counts', chunks: [] } as const;
  expect(withAttendance({ ...invitedIn('shown'), journal }, attended).guests.size).toBe(0);
});

describe('[T4] a clock that nobody has heard is ahead of ours', () => {
  const now = 100 * MINUTE;
  test.each([
    ['opened a minute ago', aRun({ openedAt: now - MINUTE }), 0],
    ['opened in a minute', aRun({ openedAt: now + MINUTE }), MINUTE],
    [
      'opening',
      aRun({ phase: 'opening', opensAt: now + OPENING_MS, openedAt: now + OPENING_MS }),
      0,
    ],
    [
      'opening later than it can',
      aRun({ phase: 'opening', opensAt: now + MINUTE }),
      MINUTE - OPENING_MS,
    ],
    ['counting down', aRun({ phase: 'closing', openedAt: 0, closesAt: now + 10_000 }), 0],
    [
      'counting down too long',
      aRun({ phase: 'closing', openedAt: 0, closesAt: now + MINUTE }),
      50_000,
    ],
  ])('%s', (_what, run, expected) => {
    expect(aheadMs(run, now, 10_000)).toBe(expected);
  });
});
