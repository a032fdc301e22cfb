import type { WorldClock } from '../world/api';

export interface RealClock extends WorldClock {
  /** Jumps ahead: what falls due meanwhile happens at once, in its order. */
  pass(ms: number): Promise<void>;
  /** Cancels what is planned, so that a dropped board leaves nothing behind. */
  stop(): void;
}

interface Planned {
  readonly at: number;
  readonly run: () => void;
  /** Of the timer that will run it. */
  cancel: () => void;
}

/** The world in real time. */
export function realClock(): RealClock {
  /** In the order in which they were planned. */
  const planned = new Set<Planned>();
  let aheadMs = 0;
  const now = (): number => Date.now() + aheadMs;

  const arm = (plan: Planned): void => {
    const ms = plan.at - now();
    // A timer of 0 ms takes at least 1: every hop of every message would.
    plan.cancel = ms > 0 ? timeout(plan.run, ms) : immediate(plan.run);
  };
  const earliest = (): Planned | undefined =>
    [...planned].reduce<Planned | undefined>(
      (first, plan) => (first && first.at <= plan.at ? first : plan),
      undefined,
    );

  return {
    now,
    after(ms, action) {
      const plan: Planned = {
        at: now() + ms,
        run() {
          planned.delete(plan);
          action();
        },
        cancel: () => {},
      };
      planned.add(plan);
      arm(plan);
      return () => {
        planned.delete(plan);
        plan.cancel();
      };
    },
    async pass(ms) {
      const until = now() + ms;
      for (let next = earliest(); next && next.at <= until; next = earliest()) {
        aheadMs += Math.max(0, next.at - now());
        next.cancel();
        next.run();
        // What waits for a promise that this has settled may plan something that is due before the next.
        await new Promise(setImmediate);
      }
      aheadMs += Math.max(0, until - now());
      for (const plan of planned) {
        plan.cancel();
        arm(plan);
      }
    },
    stop() {
      for (const { cancel } of planned) cancel();
      planned.clear();
    },
  };
}

function timeout(run: () => void, ms: number): () => void {
  const handle = setTimeout(run, ms);
  return () => {
    clearTimeout(handle);
  };
}

function immediate(run: () => void): () => void {
  const handle = setImmediate(run);
  return () => {
    clearImmediate(handle);
  };
}
