import { expect, test } from 'vitest';
import { BoardError } from '../board/errors';
import { FakeTimers } from '../live/fake-board';
import { LimitsMet } from './limits-met';

test('[A7] from the first refusal for its limits until something works again Miro grants nothing', async () => {
  const timers = new FakeTimers();
  const limits = new LimitsMet(timers);
  limits.failed(new BoardError('not-found', 'This frame is gone.'));
  limits.worked();
  expect(limits.grantedMs).toBe(Infinity);
  limits.failed(new BoardError('rate-limited-minute', 'No credits.'));
  await timers.advance(30_000);
  expect(limits.grantedMs).toBe(0);
  limits.worked();
  await timers.advance(4_000);
  limits.worked();
  expect(limits.grantedMs).toBe(4_000);
});
