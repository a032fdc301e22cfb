import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { realClock, type RealClock } from './real-clock';

let clock: RealClock;
let done: string[];
const does = (what: string) => (): void => void done.push(what);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] });
  clock = realClock();
  done = [];
});
afterEach(() => {
  clock.stop();
  vi.useRealTimers();
});

test('when time is made to pass, what falls due happens at once, in its order, and the rest sooner', async () => {
  const before = clock.now();
  clock.after(3_000, does('third'));
  clock.after(1_000, () => {
    done.push('first');
    // Planned on the way, and due before what was planned already.
    void Promise.resolve().then(() => clock.after(500, does(`second, at ${clock.now() - before}`)));
  });
  clock.after(10_000, does('last'));
  clock.after(2_000, does('never'))();
  await clock.pass(4_000);
  expect(done).toEqual(['first', 'second, at 1000', 'third']);
  expect(clock.now() - before).toBe(4_000);
  vi.advanceTimersByTime(5_999);
  expect(done).not.toContain('last');
  vi.advanceTimersByTime(1);
  expect(done).toContain('last');
});

test('nothing happens on a clock that has stopped', async () => {
  clock.after(10, does('late'));
  clock.stop();
  vi.advanceTimersByTime(20);
  await clock.pass(20);
  expect(done).toEqual([]);
});
