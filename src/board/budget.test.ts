import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Budget } from './budget';
import { createCaller } from './caller';
import { BoardError } from './errors';
import { realTimers } from './timers';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Spends as fast as it may for so long; when each call was made. */
async function spendFor(ms: number, credits: number, urgent: boolean): Promise<number[]> {
  const budget = new Budget(realTimers);
  const made: number[] = [];
  const endAt = Date.now() + ms;
  const spend = async (): Promise<void> => {
    while (Date.now() < endAt) {
      await budget.spend(credits, { urgent });
      made.push(performance.now());
    }
  };
  void spend();
  await vi.advanceTimersByTimeAsync(ms);
  return made;
}

function mostWithin(windowMs: number, made: readonly number[], credits: number): number {
  let from = 0;
  let most = 0;
  made.forEach((at, to) => {
    while ((made[from] ?? at) <= at - windowMs) from += 1;
    most = Math.max(most, (to - from + 1) * credits);
  });
  return most;
}

describe('[I9] the budget', () => {
  test.each([50, 500])(
    'keeps any minute and any hour, with calls of %i credits',
    async (credits) => {
      const made = await spendFor(3 * 3_600_000, credits, true);
      expect(mostWithin(60_000, made, credits)).toBeLessThanOrEqual(50_000);
      expect(mostWithin(3_600_000, made, credits)).toBeLessThanOrEqual(625_000);
      // Careful, but not idle: three hours' worth, but for what rounding costs.
      expect(made.length * credits).toBeGreaterThan(1_400_000);
    },
  );

  test('lets what a person waits for pass what can wait', async () => {
    const budget = new Budget(realTimers);
    const made = { urgent: 0, unhurried: 0 };
    for (let call = 0; call < 2_000; call++) {
      void budget.spend(50, { urgent: false }).then(() => (made.unhurried += 1));
    }
    await vi.advanceTimersByTimeAsync(0);
    expect(made.unhurried).toBe(800);
    void budget.spend(50, { urgent: true }).then(() => (made.urgent += 1));
    await vi.advanceTimersByTimeAsync(0);
    expect(made).toEqual({ urgent: 1, unhurried: 800 });
    await vi.advanceTimersByTimeAsync(62_000);
    expect(made.unhurried).toBeGreaterThan(1_500);
  });
});

describe('a call', () => {
  test('that is not answered in 15 s is rejected', async () => {
    const { call } = createCaller(realTimers, new Budget(realTimers));
    const rejected = vi.fn();
    call(() => new Promise(() => undefined)).catch(rejected);
    await vi.advanceTimersByTimeAsync(14_900);
    expect(rejected).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(200);
    expect(rejected).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ code: 'timed-out' }),
    );
  });

  test('that rejects, or throws at once, is translated', async () => {
    const { call } = createCaller(realTimers, new Budget(realTimers));
    await expect(call(() => Promise.reject(new Error('nope')))).rejects.toBeInstanceOf(BoardError);
    const thrown = call(() => {
      throw new TypeError('Symbol(Commander)');
    });
    await expect(thrown).rejects.toMatchObject({ code: 'unknown' });
    expect(vi.getTimerCount()).toBe(0);
  });
});
