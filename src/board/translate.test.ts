import { expect, test } from 'vitest';
import { BoardError } from './errors';
import { translate } from './translate';

/** The documented sentences word for word (D:websdk-reference-error-handling), then likely ones. */
test.each([
  [
    'The API rate limit was exceeded. Requests can use up to 1000000 credits in total per hour.',
    'rate-limited-hour',
  ],
  [
    'The API rate limit was exceeded. Requests can use up to 100000 credits in total per minute.',
    'rate-limited-minute',
  ],
  [
    'The (timer) feature is available only on paid plans. Upgrade your plan to use it.',
    'paid-only',
  ],
  ['The data storage limit for "appdata" has been exceeded.', 'too-large'],
  [
    'Cannot execute command STORAGE_SET: the app with ID 1 does not have permission boards:write.',
    'forbidden',
  ],
  ['The current user does not have permissions for the feature (sessions).', 'forbidden'],
  ['Can not retrieve item with id 345', 'not-found'],
  ['Another application already has active sessions on this board.', 'sessions-taken'],
  ['Only the user who started the session can end it.', 'forbidden'],
  ['The session with id 7 does not exist.', 'not-found'],
  ['The modal did not load within 10 seconds.', 'not-loaded'],
  ['Cannot close the modal: it is not open, or another app has opened it.', 'unknown'],
  ['The user has already joined another session.', 'unknown'],
  ['Something went wrong.', 'unknown'],
])('%s', (sentence, code) => {
  const cause = new Error(sentence);
  expect(translate(cause)).toMatchObject({ code, message: sentence, cause });
});

test('an error that is known by its name only', () => {
  const cause = new Error('told');
  cause.name = 'SdkConnectionError';
  expect(translate(cause)).toMatchObject({ code: 'disconnected', message: 'told' });
});

test('what is no error at all, and what has been translated already', () => {
  expect(translate('told')).toMatchObject({ code: 'unknown', message: 'told' });
  const known = new BoardError('forbidden', 'no');
  expect(translate(known)).toBe(known);
});
