import { expect, test } from 'vitest';
import { isEndNear } from './countdown';
import { aRun, MINUTE } from './fixtures';

test('[A6] [T6] the end is near, before or after, also by a clock that is wrong by minutes', () => {
  const ended = aRun({ phase: 'closed', closesAt: 5 * MINUTE, closedAt: 6 * MINUTE });
  expect(isEndNear(ended, 25 * MINUTE)).toBe(true);
  expect(isEndNear(ended, -13 * MINUTE)).toBe(true);
  expect(isEndNear(ended, 26 * MINUTE)).toBe(false);
  expect(isEndNear(aRun({ closesAt: 5 * MINUTE }), 25 * MINUTE)).toBe(false);
  expect(isEndNear(aRun({ deadlineAt: 10 * MINUTE }), 29 * MINUTE)).toBe(true);
  expect(isEndNear(aRun({ deadlineAt: undefined }), 0)).toBe(false);
});
