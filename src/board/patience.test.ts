import { expect, test, vi } from 'vitest';
import { BoardError, type BoardFault } from './errors';
import { patiently } from './patience';
import type { Timers } from './timers';

/** Waits end at once; how long they were asked to be is noted. */
function timersNoting(waits: number[]): Timers {
  return {
    now: () => 0,
    monotonic: () => 0,
    random: () => 0,
    after(ms, action) {
      waits.push(ms);
      action();
      return () => undefined;
    },
  };
}

const failing = (times: number, fault: BoardFault) => {
  const start = vi.fn<() => Promise<string>>().mockResolvedValue('started');
  for (let time = 0; time < times; time++) {
    start.mockRejectedValueOnce(new BoardError(fault, 'No.'));
  }
  return start;
};

test.each(['timed-out', 'disconnected', 'rate-limited-minute', 'unknown'] as const)(
  'a start that fails (%s) is tried again, ever more rarely',
  async (fault) => {
    const waits: number[] = [];
    expect(await patiently(timersNoting(waits), failing(7, fault))).toBe('started');
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
  },
);

test.each(['forbidden', 'paid-only'] as const)('a refusal (%s) is final', async (fault) => {
  const waits: number[] = [];
  await expect(patiently(timersNoting(waits), failing(1, fault))).rejects.toThrow('No.');
  expect(waits).toEqual([]);
});
