// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { frameId } from '../../breakout/ids';
import { startI18n } from '../../i18n/start';
import type { FacilitatorActions, FacilitatorView, FrameChoice } from '../../live/views';
import FramesPage from './FramesPage.svelte';
import { Levels } from './levels.svelte';

beforeAll(() => startI18n('en'));
afterEach(cleanup);

const frame = (number: number): FrameChoice => ({
  id: frameId(`f${number}`),
  title: `Station ${number}`,
  usedBy: undefined,
  selected: false,
});
const many = Array.from({ length: 300 }, (_, at) => frame(at + 1));

function setUp(frames: readonly FrameChoice[]) {
  const used: (readonly string[])[] = [];
  const actions = {
    loadFrames: () => undefined,
    useFrames: (chosen: readonly string[]) => used.push(chosen),
  } as Partial<FacilitatorActions> as FacilitatorActions;
  const view = { rooms: [], frames } as Partial<FacilitatorView> as FacilitatorView;
  render(FramesPage, {
    view,
    level: { at: 'frames', room: undefined },
    actions,
    levels: new Levels(),
  });
  return used;
}

test('of 300 frames those of a title are found, and what is not found stays ticked', async () => {
  const used = setUp([...many, { ...frame(301), title: 'Café' }]);
  const field = screen.getByRole('searchbox', { name: 'Find a frame' });
  await fireEvent.input(field, { target: { value: 'cafe' } });
  expect(screen.getAllByRole('checkbox')).toHaveLength(1);
  await fireEvent.click(screen.getByLabelText('Café'));
  await fireEvent.input(field, { target: { value: 'nowhere' } });
  screen.getByText('No frame with this title.');
  await fireEvent.click(screen.getByRole('button', { name: 'Use these 300 frames' }));
  expect(used).toEqual([many.map(({ id }) => id)]);
});

test('few frames are seen at a glance', () => {
  setUp(many.slice(0, 8));
  expect(screen.queryByRole('searchbox')).toBeNull();
});
