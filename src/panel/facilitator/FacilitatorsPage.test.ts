// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { userId } from '../../breakout/ids';
import { startI18n } from '../../i18n/start';
import type { FacilitatorActions, FacilitatorView } from '../../live/views';
import FacilitatorsPage from './FacilitatorsPage.svelte';
import { Levels } from './levels.svelte';

beforeAll(() => startI18n('en'));
afterEach(cleanup);

function show(count: number) {
  const others = Array.from({ length: count }, (_, at) => ({
    ...{ id: userId(`u${at}`), name: `Person ${at}`, state: 'waiting', facilitator: false },
  }));
  const view = {
    ...{ screen: 'prepare', others: [...others, { ...others[0], id: userId('zoe'), name: 'Zoë' }] },
    facilitators: [{ id: userId('ana'), name: 'Ana', me: true, online: true }],
  } as unknown as FacilitatorView;
  const makeFacilitator = vi.fn();
  const actions = { makeFacilitator } as Partial<FacilitatorActions> as FacilitatorActions;
  render(FacilitatorsPage, { view, actions, levels: new Levels() });
  return makeFacilitator;
}

test('[Z5] among many people another facilitator is found by name', async () => {
  const makeFacilitator = show(200);
  const search = screen.getByRole('searchbox', { name: 'Find a person' });
  await fireEvent.input(search, { target: { value: 'zoe' } });
  expect(screen.queryByText('Person 1')).toBeNull();
  await fireEvent.click(screen.getByRole('button', { name: 'Make Zoë a facilitator' }));
  expect(makeFacilitator).toHaveBeenCalledExactlyOnceWith('zoe');

  await fireEvent.input(search, { target: { value: 'nobody of this name' } });
  expect(screen.getByText('Nobody matches this search.')).toBeDefined();
});

test('[Z5] a few are seen at a glance', () => {
  show(3);
  expect(screen.queryByRole('searchbox')).toBeNull();
});
