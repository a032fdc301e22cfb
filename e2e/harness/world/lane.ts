import type { WorldClock } from './api';

/**
 * One way that messages of one page travel. A lane keeps order by handing out its oldest message
 * whenever any of its timers fires, so order holds however timers of equal time are run.
 */
export interface Lane {
  readonly waiting: (() => void)[];
}

export const createLane = (): Lane => ({ waiting: [] });

export interface Departure {
  readonly delayMs: number;
  /** False: this message may overtake and be overtaken. */
  readonly ordered: boolean;
}

export function send(clock: WorldClock, lane: Lane, how: Departure, deliver: () => void): void {
  if (!how.ordered) {
    clock.after(how.delayMs, deliver);
    return;
  }
  lane.waiting.push(deliver);
  clock.after(how.delayMs, () => lane.waiting.shift()?.());
}
