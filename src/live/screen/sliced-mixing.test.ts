import { expect, test } from 'vitest';
import { seeded } from '../../breakout/fixtures';
import { roomId, userId } from '../../breakout/ids';
import { groupsOf, Met, type Groups } from '../../breakout/met';
import { split } from '../../breakout/seating';
import { FakeTimers } from '../fake-board';
import { SlicedMixing } from './sliced-mixing';

/** Each look at the clock finds it 1 ms on: a step of the search takes as long. */
class BusyTimers extends FakeTimers {
  looked = 0;
  readonly slicesMs: number[] = [];

  override readonly monotonic = (): number => ++this.looked;

  override after(ms: number, action: () => void): () => void {
    return super.after(ms, () => {
      const from = this.looked;
      action();
      this.slicesMs.push(this.looked - from);
    });
  }
}

/** Six rounds of 15 people in fives: a seventh without repeats is not to be found. */
function hopeless() {
  const people = Array.from({ length: 15 }, (_, index) => userId(`u${String(index)}`));
  const rooms = ['a', 'b', 'c'].map(roomId);
  const random = seeded(1);
  const past: Groups[] = Array.from({ length: 6 }, () => split({ people, rooms }, random));
  return { people, rooms, met: new Met(past.map(groupsOf)) };
}

test('[N4] the search goes on in slices of at most 8 ms, and takes less than 300 in all', async () => {
  const timers = new BusyTimers();
  const mixing = new SlicedMixing(hopeless(), timers);
  expect(mixing.result).toBeUndefined();
  await timers.advance(1_000);
  expect(mixing.result?.groups.size).toBe(15);
  expect(timers.slicesMs.length).toBeGreaterThan(10);
  expect(Math.max(...timers.slicesMs)).toBeLessThanOrEqual(8);
  expect(timers.slicesMs.reduce((sum, ms) => sum + ms, 0)).toBeLessThan(300);
});

test('[N4] one that is stopped has an answer, too, and works no more', async () => {
  const timers = new BusyTimers();
  const mixing = new SlicedMixing(hopeless(), timers);
  mixing.stop();
  expect((await mixing.found).groups.size).toBe(15);
  await timers.advance(1_000);
  expect(timers.slicesMs).toEqual([]);
});
