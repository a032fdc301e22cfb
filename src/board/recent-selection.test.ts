import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { frameId } from '../breakout/ids';
import { RecentSelection } from './recent-selection';
import { realTimers } from './timers';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const [one, two] = [frameId('f1'), frameId('f2')];

test('[O10] the icon finds what is selected, also if the click on it took the selection away', () => {
  const selection = new RecentSelection(realTimers);
  expect(selection.atClick).toEqual([]);
  selection.hear([one, two]);
  vi.advanceTimersByTime(600_000);
  expect(selection.atClick).toEqual([one, two]);
  selection.hear([]);
  expect(selection.atClick).toEqual([one, two]);
});

test('[O10] what was deselected before is not selected', () => {
  const selection = new RecentSelection(realTimers);
  selection.hear([one]);
  selection.hear([]);
  vi.advanceTimersByTime(1_000);
  expect(selection.atClick).toEqual([]);
});

test('[O10] the icon clicked twice in an empty board does not bring back an old selection', () => {
  const selection = new RecentSelection(realTimers);
  selection.hear([one]);
  selection.hear([]);
  selection.hear([]);
  expect(selection.atClick).toEqual([]);
});
