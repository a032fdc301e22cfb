// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { roomId } from '../breakout/ids';
import { startI18n } from '../i18n/start';
import type { ModalView } from '../live/views';
import { DEAF_MS } from './guard';
import Modal from './Modal.svelte';

beforeAll(() => startI18n('en'));
beforeEach(
  () => void vi.useFakeTimers({ toFake: ['performance', 'setInterval', 'clearInterval'] }),
);
afterEach(() => void vi.useRealTimers());
afterEach(cleanup);

const room = {
  id: roomId('c'),
  name: 'Cedar',
  hue: 2,
  task: 'Three ideas',
  link: undefined,
  others: [],
};
const clock = {
  remainingMs: 600_000,
  share: 1,
  endsAt: undefined,
  paused: false,
  approximate: false,
};

function setUp({ again = false, brings = false } = {}) {
  const view: ModalView = { screen: 'invite', room, invitedBy: 'Ana', clock, again, brings };
  const actions = {
    choose: vi.fn(),
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
  const again = setUp({ again: true });
  vi.advanceTimersByTime(DEAF_MS);
  await fireEvent.click(screen.getByRole('button', { name: 'Not this time' }));
  expect(again.notThisTime).toHaveBeenCalledOnce();
});

describe('[Q4] where everyone is brought', () => {
  const button = (name: string) => screen.getByRole('button', { name });

  test('ten seconds are counted in sight, then the person joins, once', async () => {
    const actions = setUp({ brings: true });
    expect(button('Join now · 10')).toBeDefined();
    await vi.advanceTimersByTimeAsync(9_000);
    expect(button('Join now · 1')).toBeDefined();
    expect(actions.join).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(actions.join).toHaveBeenCalledOnce();
  });

  test.each(['keyDown', 'pointerDown'] as const)('any %s stops it for good', async (event) => {
    const actions = setUp({ brings: true });
    await vi.advanceTimersByTimeAsync(3_000);
    await fireEvent[event](document.body, { key: 'a' });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(actions.join).not.toHaveBeenCalled();
    expect(button('Join session')).toBeDefined();
    await fireEvent.click(button('Stay here'));
    expect(actions.notNow).toHaveBeenCalledOnce();
  });

  test('seconds that cannot be seen do not count', async () => {
    const hidden = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    const actions = setUp({ brings: true });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(actions.join).not.toHaveBeenCalled();
    hidden.mockReturnValue('visible');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(actions.join).toHaveBeenCalledOnce();
    hidden.mockRestore();
  });

  test('nothing of it where people are asked', async () => {
    const actions = setUp();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(actions.join).not.toHaveBeenCalled();
    expect(button('Not now')).toBeDefined();
  });
});
