// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepTypedNumber } from './typed-number';

const set = vi.fn();
let field: HTMLInputElement;
let stop = (): void => undefined;
beforeEach(() => {
  vi.useFakeTimers();
  set.mockClear();
  field = document.createElement('input');
  stop = keepTypedNumber(field, { min: 1, max: 40, value: () => 3, set });
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

const leave = (): boolean =>
  document.documentElement.dispatchEvent(new PointerEvent('pointerleave'));
function type(text: string): void {
  field.value = text;
  field.dispatchEvent(new Event('input'));
}

test('[W4] a number that was typed is set on the way to the board', () => {
  type('12');
  vi.advanceTimersByTime(400);
  leave();
  expect(set.mock.calls).toEqual([[12]]);
});

test('[W4] not the first digit of one that is being typed', () => {
  type('1');
  vi.advanceTimersByTime(399);
  leave();
  expect(set).not.toHaveBeenCalled();
});

test.each(['', 'many', '0', '41', '3'])(
  '[W4] nothing is set, and the field left as it is, where it holds %j',
  (text) => {
    type(text);
    vi.advanceTimersByTime(1_000);
    leave();
    expect(set).not.toHaveBeenCalled();
    expect(field.value).toBe(text);
  },
);

test('[S4] a field that goes sets nothing: what is shown may be the next screen’s by then', () => {
  type('12');
  vi.advanceTimersByTime(1_000);
  stop();
  leave();
  dispatchEvent(new Event('pagehide'));
  expect(set).not.toHaveBeenCalled();
});
