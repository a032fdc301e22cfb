// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/svelte';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { aRun, apple, ben, theSeats } from '../../../breakout/fixtures';
import type { Run } from '../../../breakout/run';
import { startI18n } from '../../../i18n/start';
import { facilitatorView } from '../../../live/facilitator-view';
import { aSnapshot, planWanting } from '../../../live/fixtures';
import type { FacilitatorActions } from '../../../live/views';
import { Levels } from '../levels.svelte';
import RoomList from '../RoomList.svelte';

beforeAll(() => startI18n('en'));
afterEach(cleanup);

/** F4: Ben has a seat in Apple, nobody in Birch. */
function show(keeps: Run['journal']['keeps']): void {
  const view = facilitatorView(
    aSnapshot({
      plan: planWanting({ phase: 'open' }),
      run: aRun({ phase: 'closed', closedAt: 540_000, journal: { keeps, chunks: [] } }),
      seatsOf: () => theSeats([ben, apple]),
    }),
  );
  render(RoomList, { view, actions: {} as FacilitatorActions, levels: new Levels() });
}

test('[J2] where only numbers were kept no room is said to have been empty', () => {
  show('counts');
  expect(screen.queryByText('empty')).toBeNull();
  expect(screen.getByRole('button', { name: 'apple' })).toBeDefined();
});

test('where names were kept the rooms show who was seated, and which was empty', () => {
  show('names');
  expect(screen.getAllByText('empty')).toHaveLength(1);
  expect(screen.getByRole('button', { name: 'apple, 1 person' })).toBeDefined();
});
