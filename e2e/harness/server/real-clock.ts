import type { WorldClock } from '../world/api';

/** The world in real time. `stop` cancels what is planned, so that a dropped board leaves nothing behind. */
export function realClock(): WorldClock & { stop(): void } {
  const planned = new Set<() => void>();
  return {
    now: () => Date.now(),
    after(ms, action) {
      const run = (): void => {
        planned.delete(cancel);
        action();
      };
      // A timer of 0 ms takes at least 1: every hop of every message would.
      const cancel = ms > 0 ? timeout(run, ms) : immediate(run);
      planned.add(cancel);
      return () => {
        planned.delete(cancel);
        cancel();
      };
    },
    stop() {
      for (const cancel of planned) cancel();
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
