import type { Timers } from '../../src/board/timers';
import type { VirtualClock } from '../harness/world/virtual-clock';

/** A page that dies takes its timers with it; a clock may be wrong, and may be set. */
export interface PageClock {
  /** Added to true time: the wall clock of this user's machine is wrong by so much. */
  wrongByMs: number;
}

export function pageTimers(page: {
  readonly clock: VirtualClock;
  readonly random: () => number;
  readonly machine: PageClock;
}): Timers & { stopAll(): void } {
  const { clock, random, machine } = page;
  const startedAt = clock.now();
  const running = new Set<() => void>();
  return {
    now: () => clock.now() + machine.wrongByMs,
    monotonic: () => clock.now() - startedAt,
    random,
    after(ms, action) {
      const cancel = clock.after(ms, () => {
        running.delete(stop);
        action();
      });
      const stop = (): void => {
        running.delete(stop);
        cancel();
      };
      running.add(stop);
      return stop;
    },
    stopAll() {
      for (const stop of [...running]) stop();
    },
  };
}
