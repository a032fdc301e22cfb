import type { WorldClock } from './api';

export interface VirtualClockOptions {
  /** Milliseconds since 1970. */
  readonly start?: number;
  /** Which of `count` actions due at the same moment runs next, 0 … count-1. By insertion when absent. */
  readonly choose?: (count: number) => number;
}

/**
 * Time that passes only when told to. Between two actions every promise job settles, so a run is
 * the same each time.
 */
export interface VirtualClock extends WorldClock {
  readonly pending: number;
  /** Grows with each action: what happens in the same turn was caused by the same action. */
  readonly turn: number;
  /** Runs all that falls due within `ms`, then stands at exactly that much later. */
  advance(ms: number): Promise<void>;
  /** Runs until nothing is scheduled within `limitMs` (an hour by default) from now. */
  runUntilIdle(limitMs?: number): Promise<void>;
  /** Advances action by action until `reached` holds. @throws when it does not within `limitMs`. */
  runUntil(reached: () => boolean, limitMs?: number): Promise<void>;
  /** Advances until `promise` settles, and gives its result. @throws when it does not within `limitMs`. */
  settle<T>(promise: Promise<T>, limitMs?: number): Promise<T>;
}

const HOUR_MS = 3_600_000;
/** Taken at import, so that a test's fake timers do not stop virtual time. */
const macrotask = setImmediate;
const promiseJobs = (): Promise<void> => new Promise((resolve) => macrotask(resolve));

/** So many steps go into one turn of the event loop: turns cost more than most steps. */
const STEPS_PER_TURN = 64;

/** Calls `step` again and again, and lets every promise job settle after each, until it is over. */
function turns(step: () => void, over: () => boolean): void {
  for (let count = 0; count < STEPS_PER_TURN; count++) macrotask(step);
  macrotask(() => {
    if (!over()) turns(step, over);
  });
}

export function createVirtualClock(options: VirtualClockOptions = {}): VirtualClock {
  let now = options.start ?? Date.UTC(2026, 0, 12, 9);
  const due = new Map<number, (() => void)[]>();
  const times: number[] = [];
  let advancing = false;
  let pending = 0;
  let turn = 0;

  function after(ms: number, action: () => void): () => void {
    const at = now + Math.max(0, ms);
    const entry = (): void => action();
    const bucket = due.get(at);
    if (bucket) bucket.push(entry);
    else {
      due.set(at, [entry]);
      insert(times, at);
    }
    pending += 1;
    return () => {
      const index = due.get(at)?.indexOf(entry) ?? -1;
      if (index < 0) return;
      due.get(at)?.splice(index, 1);
      pending -= 1;
    };
  }

  function takeNext(until: number): (() => void) | undefined {
    for (;;) {
      const at = times.at(-1);
      if (at === undefined || at > until) return undefined;
      const bucket = due.get(at) ?? [];
      if (bucket.length > 0) {
        now = at;
        pending -= 1;
        turn += 1;
        const chosen = bucket.length > 1 && options.choose ? options.choose(bucket.length) : 0;
        return bucket.splice(chosen, 1)[0];
      }
      due.delete(at);
      times.pop();
    }
  }

  /** Runs actions up to `until`, stopping early once `enough` holds. */
  async function run(until: number, enough: () => boolean): Promise<boolean> {
    if (advancing) throw new Error('The virtual clock is already advancing.');
    advancing = true;
    try {
      await promiseJobs();
      return await new Promise<boolean>((resolve, reject) => {
        let over = false;
        function step(): void {
          if (over) return;
          try {
            const reached = enough();
            const action = reached ? undefined : takeNext(until);
            over = action === undefined;
            if (over) resolve(reached);
            action?.();
          } catch (error) {
            over = true;
            reject(error instanceof Error ? error : new Error(String(error)));
          }
        }
        turns(step, () => over);
      });
    } finally {
      advancing = false;
    }
  }

  async function runUntil(reached: () => boolean, limitMs = HOUR_MS): Promise<void> {
    const until = now + limitMs;
    if (await run(until, reached)) return;
    throw new Error(`Not reached within ${limitMs} ms of virtual time.`);
  }

  return {
    now: () => now,
    after,
    get pending() {
      return pending;
    },
    get turn() {
      return turn;
    },
    async advance(ms) {
      const until = now + ms;
      await run(until, () => false);
      now = until;
    },
    async runUntilIdle(limitMs = HOUR_MS) {
      await run(now + limitMs, () => false);
    },
    runUntil,
    async settle(promise, limitMs) {
      let settled = false;
      const mark = (): void => {
        settled = true;
      };
      promise.then(mark, mark);
      await runUntil(() => settled, limitMs);
      return promise;
    },
  };
}

/** Keeps `times` in descending order; the next one is last. Most insertions are near that end. */
function insert(times: number[], at: number): void {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] ?? 0) > at) low = middle + 1;
    else high = middle;
  }
  times.splice(low, 0, at);
}
