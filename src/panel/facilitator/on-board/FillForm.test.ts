// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { frameId, roomId } from '../../../breakout/ids';
import { startI18n } from '../../../i18n/start';
import type { FillChoices, RoomChoice, TemplateChoice } from '../../../live/on-board/fill-choices';
import FillForm from './FillForm.svelte';

beforeAll(() => startI18n('en'));
afterEach(cleanup);

const size = { width: 1_600, height: 900 };
const retro: TemplateChoice = {
  ...{ id: frameId('retro'), title: 'Retro', size, count: 12 },
  others: new Map([
    ['image', 2],
    ['connector', 1],
  ]),
};
const room = (name: string, state: 'empty' | 'in-use' | 'no-frame'): RoomChoice => ({
  ...{ id: roomId(name), name, isEmpty: state === 'empty' },
  ...(state === 'no-frame'
    ? { frame: undefined, size: undefined }
    : { frame: frameId(`frame-${name}`), size }),
});
const choices: FillChoices = {
  templates: [retro],
  rooms: [room('Apple', 'empty'), room('Birch', 'in-use'), room('Cedar', 'no-frame')],
};

function form(given: FillChoices) {
  const onfill = vi.fn();
  const nothing = { selected: [], chosen: undefined, onchoose: vi.fn(), again: false };
  render(FillForm, { ...nothing, choices: given, onfill });
  return onfill;
}

test('[D6] other kinds are counted and named, and rooms that cannot be filled are told apart', async () => {
  const onfill = form(choices);
  expect(screen.getByText('Cannot be copied: 2 pictures and 1 connection line.')).toBeDefined();
  expect(screen.getByRole('checkbox', { name: 'Apple' })).toHaveProperty('checked', true);
  expect(screen.getByRole('checkbox', { name: 'Birch not empty' })).toHaveProperty(
    'disabled',
    true,
  );
  expect(screen.getByRole('checkbox', { name: 'Cedar no frame' })).toHaveProperty('disabled', true);
  await fireEvent.click(screen.getByRole('button', { name: 'Fill 1 room' }));
  expect(onfill).toHaveBeenCalledExactlyOnceWith('retro', ['Apple']);
});

test('[D6] a room whose own frame is copied is not among those that are filled', () => {
  const own = { ...retro, id: frameId('frame-Apple'), title: 'Apple' };
  const onfill = vi.fn();
  const chosen = { chosen: own.id, onchoose: vi.fn(), selected: [], again: false };
  render(FillForm, { ...chosen, choices: { ...choices, templates: [retro, own] }, onfill });
  expect(screen.queryByRole('checkbox', { name: 'Apple' })).toBeNull();
  expect(screen.getByText('No room has an empty frame.')).toBeDefined();
});

test('[D6] the only frame with anything in it is proposed, though it is a room of its own', async () => {
  const own = { ...retro, id: frameId('frame-Birch'), title: 'Birch', others: new Map() };
  const onfill = form({ ...choices, templates: [own] });
  expect(screen.getByRole('radio', { name: /^Birch/ })).toHaveProperty('checked', true);
  await fireEvent.click(screen.getByRole('button', { name: 'Fill 1 room' }));
  expect(onfill).toHaveBeenCalledExactlyOnceWith('frame-Birch', ['Apple']);
});

test('[D6] nothing can be ordered that would be refused, nor without a room', async () => {
  form({ ...choices, templates: [{ ...retro, count: 401 }] });
  expect(screen.getByText('That is more than the app can copy at once (400).')).toBeDefined();
  expect(screen.getByRole('button', { name: 'Fill 1 room' })).toHaveProperty('disabled', true);
  await fireEvent.click(screen.getByRole('checkbox', { name: 'Apple' }));
  const none = screen.getByRole('button', { name: 'Tick at least one room' });
  expect(none).toHaveProperty('disabled', true);
});
