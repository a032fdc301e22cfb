import { expect, test } from 'vitest';
import { frameId } from '../breakout/ids';
import { FakeTimers } from '../live/fake-board';
import { RecentSelection } from './recent-selection';

const [one, two] = [frameId('f1'), frameId('f2')];

test('[O10] the icon finds what is selected, also if the click on it took the selection away', async () => {
  const timers = new FakeTimers();
  const selection = new RecentSelection(timers);
  expect(selection.atClick).toEqual([]);
  selection.hear([one, two]);
  await timers.advance(600_000);
  expect(selection.atClick).toEqual([one, two]);
  selection.hear([]);
  expect(selection.atClick).toEqual([one, two]);
});

test('[O10] what was deselected before is not selected', async () => {
  const timers = new FakeTimers();
  const selection = new RecentSelection(timers);
  selection.hear([one]);
  selection.hear([]);
  await timers.advance(1_000);
  expect(selection.atClick).toEqual([]);
});

test('[O10] the icon clicked twice in an empty board does not bring back an old selection', async () => {
  const timers = new FakeTimers();
  const selection = new RecentSelection(timers);
  selection.hear([one]);
  selection.hear([]);
  selection.hear([]);
  expect(selection.atClick).toEqual([]);
});
