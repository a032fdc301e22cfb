// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { startI18n } from '../../../i18n/start';
import { claim } from '../../../live/edits/roles';
import { createRooms, setPlaces, setTask } from '../../../live/edits/rooms';
import { setSettings } from '../../../live/edits/settings';
import { facilitatorView } from '../../../live/facilitator-view';
import { FakeDesk } from '../../../live/fake-desk';
import { crowd, users } from '../../../live/fixtures';
import { Levels } from '../levels.svelte';
import PreviewPage from './PreviewPage.svelte';

beforeAll(() => startI18n('en'));
afterEach(cleanup);

/** Ana prepares two rooms for four people. */
function prepared(): FakeDesk {
  const desk = new FakeDesk({ online: [users.ana, ...crowd(4)] });
  desk.apply(claim(desk.snapshot()));
  desk.apply(createRooms(desk.snapshot(), 2, desk));
  return desk;
}

function shown(desk: FakeDesk) {
  const view = facilitatorView(desk.snapshot());
  if (view.screen !== 'prepare') throw new Error('fixture');
  render(PreviewPage, { view, levels: new Levels() });
  return view;
}

test('[V7] the question is that of the room: who asks, how long, with whom, the task', async () => {
  const desk = prepared();
  const [, second] = desk.snapshot().plan.rooms;
  if (second === undefined) throw new Error('fixture');
  desk.apply(setTask(desk.snapshot(), second.id, 'What to stop'));
  const view = shown(desk);
  screen.getByRole('heading', { name: 'Join Apple?' });
  screen.getByText('Ana invites you · 10 minutes');
  screen.getByText(`with ${view.rooms[0]?.people[1]?.name ?? ''}`);
  await fireEvent.change(screen.getByLabelText('Room'), { target: { value: second.id } });
  screen.getByRole('heading', { name: 'Join Birch?' });
  expect(screen.getAllByText('What to stop')).not.toHaveLength(0);
});

test('[V7] it follows the settings: brought after ten seconds, or choosing a room', () => {
  const desk = prepared();
  desk.apply(setSettings(desk.snapshot(), { asking: 'bring', names: false }));
  shown(desk);
  screen.getByRole('button', { name: 'Join now · 10' });
  screen.getByRole('button', { name: 'Stay here' });
  cleanup();
  desk.apply(setSettings(desk.snapshot(), { seating: 'chosen' }));
  const [first] = desk.snapshot().plan.rooms;
  if (first === undefined) throw new Error('fixture');
  desk.apply(setPlaces(desk.snapshot(), first.id, 3));
  shown(desk);
  screen.getByRole('heading', { name: 'Choose a room' });
  screen.getByText('3 left');
});

test('[V7] none of its buttons does anything', () => {
  shown(prepared());
  const live = screen.getAllByRole('button').filter((button) => !button.hasAttribute('disabled'));
  expect(live.map(({ textContent }) => textContent.trim())).toEqual(['Back']);
});
