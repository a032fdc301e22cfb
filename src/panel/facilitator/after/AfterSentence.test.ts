// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/svelte';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { aRun, apple, ben, birch, cem, theSeats } from '../../../breakout/fixtures';
import { startI18n } from '../../../i18n/start';
import { facilitatorView } from '../../../live/facilitator-view';
import { aSnapshot, planWanting } from '../../../live/fixtures';
import type { NativeGuest } from '../../../breakout/run';
import AfterSentence from './AfterSentence.svelte';

beforeAll(() => startI18n('en'));
afterEach(cleanup);

/** F4 after Ben and Cem, both without the app, were in a room. */
function show(guests: readonly [Partial<NativeGuest>, Partial<NativeGuest>]): void {
  const view = facilitatorView(
    aSnapshot({
      plan: planWanting({ phase: 'open' }),
      run: aRun({
        phase: 'closed',
        closedAt: 540_000,
        guests: new Map(
          [ben, cem].map((user, index) => [
            user,
            { room: birch, ask: 1, state: 'in', ...guests[index] },
          ]),
        ),
      }),
      seatsOf: () => theSeats([ben, apple], [cem, birch]),
    }),
  );
  if (view.screen === 'after') render(AfterSentence, { view });
}

test('[G4] F4 says who without the app was shown the plenary, and who stays', () => {
  show([{ state: 'shown' }, { state: 'invited', at: apple }]);
  expect(screen.getByText('Round 1 · 9 min · 2 took part')).toBeDefined();
  expect(screen.getByText('1 without the app was shown the plenary')).toBeDefined();
  expect(screen.getByText('1 without the app stays where they are')).toBeDefined();
});

test('[G4] and says neither of whom it is not true', () => {
  show([{ state: 'shown' }, { state: 'shown' }]);
  expect(screen.getByText('2 without the app were shown the plenary')).toBeDefined();
  expect(screen.queryByText(/where they are/)).toBeNull();
  cleanup();
  show([{ state: 'left', stayed: true }, { state: 'left' }]);
  expect(screen.getByText('1 without the app stays where they are')).toBeDefined();
  expect(screen.queryByText(/the plenary/)).toBeNull();
});
