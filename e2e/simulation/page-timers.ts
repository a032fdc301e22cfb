import type { Timers } from '../../src/board/timers';
import type { VirtualClock } from '../harness/world/virtual-clock';
import type { Machine } from './machine';

/** From so many timers on, each armed by the one before, Chrome slows down those of hidden pages. */
const CHAINED = 5;
/** To one a minute: after five minutes there, at once here. */
const MINUTE_MS = 60_000;
const LOOK_AGAIN_MS = 1_000;

/** A page that dies takes its timers with it. */
export function pageTimers(page: {
  readonly clock: VirtualClock;
  readonly random: () => number;
  readonly machine: Machine;
  readonly hidden?: () => boolean;
}): Timers & { stopAll(): void } {
  const { clock, random, machine, hidden = () => false } = page;
  const startedAt = clock.now();
  const running = new Set<() => void>();
  /** How long the chain of the timer is that has just fired, and in which turn that was. */
  let fired = { turn: -1, chain: 0 };

  return {
    now: () => clock.now() + machine.wrongByMs,
    monotonic: () => clock.now() - startedAt,
    random,
    after(ms, action) {
      const chain = fired.turn === clock.turn ? fired.chain + 1 : 1;
      let cancel: () => void = () => undefined;
      const stop = (): void => {
        running.delete(stop);
        cancel();
      };
      const run = (): void => {
        if (!running.delete(stop)) return;
        fired = { turn: clock.turn, chain };
        action();
      };
      const due = (): void => {
        if (chain > CHAINED && hidden() && clock.now() % MINUTE_MS >= LOOK_AGAIN_MS) {
          cancel = clock.after(LOOK_AGAIN_MS, due);
        } else {
          machine.sleep.pass(run);
        }
      };
      cancel = clock.after(ms, due);
      running.add(stop);
      return stop;
    },
    stopAll() {
      for (const stop of [...running]) stop();
    },
  };
}
