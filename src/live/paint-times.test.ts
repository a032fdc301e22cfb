import { expect, test } from 'vitest';
import { aRun, MINUTE } from '../breakout/fixtures';
import { facilitatorView } from './facilitator-view';
import { aSnapshot, planWanting } from './fixtures';
import { nextPaintMs } from './paint-times';

const closing = planWanting({ phase: 'closing' });

test('a countdown is painted just past each second', () => {
  const run = aRun({ phase: 'closing', closesAt: MINUTE + 4_300 });
  expect(nextPaintMs(facilitatorView(aSnapshot({ plan: closing, run })))).toBe(310);
});

test('a countdown that nobody has begun yet is not painted again and again', () => {
  const view = facilitatorView(aSnapshot({ plan: closing, run: aRun() }));
  expect(view).toMatchObject({ screen: 'closing', closesInMs: 30_000 });
  expect(nextPaintMs(view)).toBeGreaterThan(200);
});
