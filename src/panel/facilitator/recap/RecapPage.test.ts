// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/svelte';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { apple, ben, birch, MINUTE } from '../../../breakout/fixtures';
import { roomId } from '../../../breakout/ids';
import type { Recap } from '../../../breakout/recap';
import { startI18n } from '../../../i18n/start';
import type { FacilitatorActions, FacilitatorView } from '../../../live/views';
import { Announcer } from '../../../ui/announcer.svelte';
import { Levels } from '../levels.svelte';
import RecapPage from './RecapPage.svelte';

beforeAll(() => startI18n('en'));
afterEach(cleanup);

test('[X3] rooms that nobody was in stand in one line, behind the others', () => {
  const recap: Recap = {
    keeps: 'names',
    openedAt: 0,
    names: new Map([[ben, 'Ben']]),
    rooms: new Map([
      [apple, 'Apple'],
      [birch, 'Birch'],
      [roomId('cedar'), 'Cedar'],
    ]),
    stays: [{ user: ben, room: birch, fromAt: 0, toAt: MINUTE }],
    counts: new Map([[birch, { most: 1, used: { fromAt: 0, toAt: MINUTE } }]]),
    calls: [],
    never: [],
    tookPart: 1,
    neverJoined: 0,
    planned: MINUTE,
    lastedMs: MINUTE,
    complete: true,
  };
  const past = { rounds: [1], recaps: new Map([[1, { state: 'ready', recap }]]) };
  const view = { screen: 'after', past } as unknown as FacilitatorView;
  const actions = { loadRecap: vi.fn() } as Partial<FacilitatorActions> as FacilitatorActions;
  render(RecapPage, { view, actions, levels: new Levels(), announcer: new Announcer() });

  const titles = screen.getAllByRole('heading', { level: 3 }).map((title) => title.textContent);
  expect(titles.slice(0, 2)).toEqual(['Birch', 'Nobody was here.']);
  expect(screen.getByText('Apple and Cedar')).toBeDefined();
});
