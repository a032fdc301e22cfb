// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { beforeItGoes } from './before-it-goes';

let stop = (): void => undefined;
afterEach(() => stop());

const leave = (): boolean =>
  document.documentElement.dispatchEvent(new PointerEvent('pointerleave'));

test('[W4] saves when the pointer leaves the page, when the page goes, and when the field does', () => {
  const save = vi.fn();
  stop = beforeItGoes(save);
  leave();
  expect(save).toHaveBeenCalledTimes(1);
  dispatchEvent(new Event('pagehide'));
  expect(save).toHaveBeenCalledTimes(2);
  stop();
  expect(save).toHaveBeenCalledTimes(3);
});

test('[W4] a field that has gone is not saved again', () => {
  const save = vi.fn();
  stop = beforeItGoes(save);
  stop();
  save.mockClear();
  leave();
  dispatchEvent(new Event('pagehide'));
  expect(save).not.toHaveBeenCalled();
  stop = () => undefined;
});
