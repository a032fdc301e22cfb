// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { startI18n } from '../i18n/start';
import Stepper from './Stepper.svelte';

beforeAll(() => startI18n('en'));
afterEach(cleanup);

test('[S4] a number is typed as well as stepped to, and never lies out of bounds', async () => {
  const onchange = vi.fn();
  const words = { label: 'Rooms', fewer: 'One room fewer', more: 'One room more' };
  const { rerender } = render(Stepper, { ...words, value: 12, min: 1, max: 100, onchange });
  const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'Rooms' });
  const type = (value: string) => fireEvent.change(field, { target: { value } });

  await type('40');
  expect(onchange).toHaveBeenLastCalledWith(40);
  await rerender({ value: 40 });
  await fireEvent.click(screen.getByRole('button', { name: 'One room more' }));
  expect(onchange).toHaveBeenLastCalledWith(41);

  await type('1000');
  expect(onchange).toHaveBeenLastCalledWith(100);
  await type('0');
  expect(onchange).toHaveBeenLastCalledWith(1);
  onchange.mockClear();
  await type('many');
  expect(field.value).toBe('40');
  expect(onchange).not.toHaveBeenCalled();
});

test('[W4] a number that was typed is set on the way to the board, where a press closes the panel', async () => {
  const onchange = vi.fn();
  const words = { label: 'Rooms', fewer: 'One room fewer', more: 'One room more' };
  render(Stepper, { ...words, value: 12, min: 1, max: 100, onchange });
  const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'Rooms' });
  await fireEvent.input(field, { target: { value: '7' } });
  await new Promise((done) => setTimeout(done, 450));
  expect(onchange).not.toHaveBeenCalled();
  await fireEvent.pointerLeave(document.documentElement);
  expect(onchange.mock.calls).toEqual([[7]]);
});

test('[S4] a screen that goes sets no number: another one may be true by then', async () => {
  const onchange = vi.fn();
  const words = { label: 'Rooms', fewer: 'One room fewer', more: 'One room more' };
  const { unmount } = render(Stepper, { ...words, value: 2, min: 1, max: 100, onchange });
  const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'Rooms' });
  await fireEvent.input(field, { target: { value: '7' } });
  unmount();
  expect(onchange).not.toHaveBeenCalled();
});
