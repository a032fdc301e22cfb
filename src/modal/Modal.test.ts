// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { roomId } from '../breakout/ids';
import { startI18n } from '../i18n/start';
import type { ModalView } from '../live/views';
import { DEAF_MS } from './guard';
import Modal from './Modal.svelte';

beforeAll(() => startI18n('en'));
beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(() => void vi.useRealTimers());
afterEach(cleanup);

const room = { id: roomId('c'), name: 'Cedar', hue: 2, task: 'Three ideas', others: [] };
const clock = {
  remainingMs: 600_000,
  share: 1,
  endsAt: undefined,
  paused: false,
  approximate: false,
};

function setUp(again = false) {
  const view: ModalView = { screen: 'invite', room, invitedBy: 'Ana', clock, again };
  const actions = {
    join: vi.fn(),
    notNow: vi.fn(),
    notThisTime: vi.fn(),
    gotIt: vi.fn(),
    askForMore: vi.fn(),
  };
  render(Modal, { view, actions });
  return actions;
}

const join = () => screen.getByRole('button', { name: 'Join session' });

test('is a dialog named by its question, which has the focus', () => {
  setUp();
  const dialog = screen.getByRole('dialog', { name: 'Join Cedar?' });
  expect(dialog.getAttribute('aria-describedby')).not.toBeNull();
  expect(document.activeElement?.textContent).toBe('Join Cedar?');
});

test('a typed Enter or a click within 700 ms joins nobody, Escape refuses nothing', async () => {
  const actions = setUp();
  vi.advanceTimersByTime(DEAF_MS - 1);
  await fireEvent.keyDown(join(), { key: 'Enter' });
  await fireEvent.click(join());
  await fireEvent.keyDown(join(), { key: 'Escape' });
  vi.advanceTimersByTime(1);
  // The same press, released too late to count.
  await fireEvent.click(join());
  expect(actions.join).not.toHaveBeenCalled();
  expect(actions.notNow).not.toHaveBeenCalled();
});

test('after that the answers are taken, and Escape is "Not now"', async () => {
  const actions = setUp();
  vi.advanceTimersByTime(DEAF_MS);
  await fireEvent.pointerDown(join());
  await fireEvent.click(join());
  expect(actions.join).toHaveBeenCalledOnce();
  await fireEvent.keyDown(join(), { key: 'Escape' });
  expect(actions.notNow).toHaveBeenCalledOnce();
});

test('"Not this time" is offered only when asked again', async () => {
  const first = setUp();
  expect(screen.queryByRole('button', { name: 'Not this time' })).toBeNull();
  expect(first.notThisTime).not.toHaveBeenCalled();
  cleanup();
  const again = setUp(true);
  vi.advanceTimersByTime(DEAF_MS);
  await fireEvent.click(screen.getByRole('button', { name: 'Not this time' }));
  expect(again.notThisTime).toHaveBeenCalledOnce();
});
