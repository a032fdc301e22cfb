import { describe, expect, test } from 'vitest';
import { apple, aRun, ben } from './fixtures';
import { sessionId, type UserId } from './ids';
import type { NativeGuest } from './run';
import { withGuestsHeard } from './run-edits';

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
