// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { startI18n } from '../../../i18n/start';
import Composer from './Composer.svelte';

beforeAll(() => startI18n('en'));
afterEach(cleanup);

const LONG = 'x'.repeat(81);
const field = () => screen.getByLabelText<HTMLTextAreaElement>('Text');

function setUp() {
  const props = { text: '', rooms: [], to: undefined, onwrite: vi.fn(), onsend: vi.fn() };
  const { rerender } = render(Composer, props);
  return { props, rerender };
}

test('says before sending how it will be told, and how long it may be', async () => {
  setUp();
  expect(screen.getByText('Up to 80 characters: a notification')).toBeDefined();
  await fireEvent.input(field(), { target: { value: LONG } });
  expect(screen.getByText('Opens a window for everyone')).toBeDefined();
  expect(screen.getByText('81 of 500')).toBeDefined();
});

test('sends what is in the field, and leaves it empty', async () => {
  const { props, rerender } = setUp();
  await fireEvent.input(field(), { target: { value: LONG } });
  await rerender({ text: LONG });
  await fireEvent.click(screen.getByRole('button', { name: 'Send' }));
  expect(props.onsend).toHaveBeenCalledWith(LONG, 'Sent to 0 people.');
  await rerender({ text: '' });
  expect(field().value).toBe('');
});

test('nothing is sent from an empty field, which gets the focus', async () => {
  const { props } = setUp();
  field().blur();
  await fireEvent.click(screen.getByRole('button', { name: 'Send' }));
  expect(props.onsend).not.toHaveBeenCalled();
  expect(document.activeElement).toBe(field());
});

test('a panel that goes away takes no draft with it', async () => {
  const { props } = setUp();
  await fireEvent.input(field(), { target: { value: LONG } });
  window.dispatchEvent(new Event('pagehide'));
  expect(props.onwrite).toHaveBeenLastCalledWith(LONG);
});
