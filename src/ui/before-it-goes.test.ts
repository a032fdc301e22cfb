// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { beforeFieldGoes, beforePageGoes } from './before-it-goes';

let stop = (): void => undefined;
afterEach(() => stop());

const leave = (): boolean =>
  document.documentElement.dispatchEvent(new PointerEvent('pointerleave'));

test('[W4] saves when the pointer leaves the page, when the page goes, and when the field does', () => {
  const save = vi.fn();
  stop = beforeFieldGoes(save);
  leave();
  expect(save).toHaveBeenCalledTimes(1);
  dispatchEvent(new Event('pagehide'));
  expect(save).toHaveBeenCalledTimes(2);
  stop();
  expect(save).toHaveBeenCalledTimes(3);
});

test('[W4] a field that has gone is not saved again', () => {
  const save = vi.fn();
  stop = beforeFieldGoes(save);
  stop();
  save.mockClear();
  leave();
  dispatchEvent(new Event('pagehide'));
  expect(save).not.toHaveBeenCalled();
  stop = () => undefined;
});

test('[W4] where what is shown decides, nothing is saved as the field goes', () => {
  const save = vi.fn();
  stop = beforePageGoes(save);
  leave();
  expect(save).toHaveBeenCalledTimes(1);
  stop();
  leave();
  dispatchEvent(new Event('pagehide'));
  expect(save).toHaveBeenCalledTimes(1);
});
