import { describe, expect, test } from 'vitest';
import { createVirtualClock } from './virtual-clock';

const START = 1000;

describe('the virtual clock', () => {
  test('stands still until it is advanced, and then runs what is due, in order of time', async () => {
    const clock = createVirtualClock({ start: START });
    const ran: string[] = [];
    clock.after(20, () => ran.push(`late ${clock.now()}`));
    clock.after(10, () => ran.push(`early ${clock.now()}`));
    expect(ran).toEqual([]);
    await clock.advance(15);
    expect(ran).toEqual(['early 1010']);
    expect(clock.now()).toBe(START + 15);
    await clock.advance(5);
    expect(ran).toEqual(['early 1010', 'late 1020']);
  });

  test('lets every promise job settle between two actions of the same moment', async () => {
    const clock = createVirtualClock();
    const ran: string[] = [];
    const chain = async (): Promise<void> => {
      for (let job = 0; job < 50; job += 1) await Promise.resolve();
      ran.push('jobs');
    };
    clock.after(0, () => {
      ran.push('first');
      void chain();
    });
    clock.after(0, () => ran.push('second'));
    await clock.advance(0);
    expect(ran).toEqual(['first', 'jobs', 'second']);
  });

  test('runs what actions schedule, also for the same moment', async () => {
    const clock = createVirtualClock();
    const ran: number[] = [];
    const again = (left: number): void => {
      ran.push(left);
      if (left > 0) clock.after(0, () => again(left - 1));
    };
    clock.after(5, () => again(3));
    await clock.advance(5);
    expect(ran).toEqual([3, 2, 1, 0]);
  });

  test('a cancelled action does not run, and cancelling late does no harm', async () => {
    const clock = createVirtualClock();
    const ran: string[] = [];
    const cancel = clock.after(5, () => ran.push('cancelled'));
    const late = clock.after(5, () => ran.push('ran'));
    cancel();
    expect(clock.pending).toBe(1);
    await clock.advance(5);
    late();
    expect(ran).toEqual(['ran']);
    expect(clock.pending).toBe(0);
  });

  test('equal times run by insertion, or as the injected function chooses', async () => {
    const order = async (choose?: (count: number) => number): Promise<string> => {
      const clock = createVirtualClock(choose ? { choose } : {});
      const ran: string[] = [];
      for (const name of ['a', 'b', 'c']) clock.after(1, () => ran.push(name));
      await clock.advance(1);
      return ran.join('');
    };
    expect(await order()).toBe('abc');
    expect(await order((count) => count - 1)).toBe('cba');
  });

  test('runUntil stops at the first moment that fits, or says that none did', async () => {
    const clock = createVirtualClock({ start: START });
    let done = false;
    clock.after(30, () => {
      done = true;
    });
    clock.after(99, () => {});
    await clock.runUntil(() => done);
    expect(clock.now()).toBe(START + 30);
    await expect(clock.runUntil(() => false, 50)).rejects.toThrow('Not reached within 50 ms');
  });

  test('settle gives the result or the reason of a promise', async () => {
    const clock = createVirtualClock();
    const answer = new Promise<string>((resolve) => void clock.after(7, () => resolve('yes')));
    expect(await clock.settle(answer)).toBe('yes');
    await expect(clock.settle(Promise.reject(new Error('no')))).rejects.toThrow('no');
  });

  test('runUntilIdle ends when nothing is left', async () => {
    const clock = createVirtualClock();
    let ticks = 0;
    const tick = (): void => {
      ticks += 1;
      if (ticks < 5) clock.after(1000, tick);
    };
    tick();
    await clock.runUntilIdle();
    expect(ticks).toBe(5);
    expect(clock.pending).toBe(0);
  });

  test('cannot be advanced from within itself', async () => {
    const clock = createVirtualClock();
    const refusals: string[] = [];
    clock.after(1, () => {
      clock.advance(1).catch((error: unknown) => refusals.push(String(error)));
    });
    await clock.advance(1);
    expect(refusals).toEqual(['Error: The virtual clock is already advancing.']);
  });

  test('ten minutes of a hundred timers a second take seconds at most', async () => {
    const clock = createVirtualClock();
    let ticks = 0;
    const tick = (): void => {
      ticks += 1;
      clock.after(10, tick);
    };
    tick();
    const began = performance.now();
    await clock.advance(600_000);
    expect(ticks).toBe(60_001);
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});
