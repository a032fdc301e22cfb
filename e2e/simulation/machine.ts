import type { WorldClock } from '../harness/world/api';

/** A person's computer: its clock may be wrong, and its pages may sleep. */
export interface Machine {
  /** Added to true time: the wall clock is wrong by so much. */
  wrongByMs: number;
  readonly sleep: Sleep;
}

/** Nothing happens in the pages of a machine that sleeps, and all of it afterwards, in its order. */
export class Sleep {
  readonly #clock: WorldClock;
  readonly #waiting: (() => void)[] = [];
  #state: 'awake' | 'asleep' | 'waking' = 'awake';

  constructor(clock: WorldClock) {
    this.#clock = clock;
  }

  get asleep(): boolean {
    return this.#state === 'asleep';
  }

  begin(): void {
    this.#state = 'asleep';
  }

  end(): void {
    if (this.#state !== 'asleep') return;
    this.#state = 'waking';
    this.#next();
  }

  /** Does it now, or when the machine is awake. */
  pass(action: () => void): void {
    if (this.#state === 'awake') action();
    else this.#waiting.push(action);
  }

  /** One at a time: between two tasks of a page all its promise jobs are done. */
  #next(): void {
    if (this.#state !== 'waking') return;
    const action = this.#waiting.shift();
    if (action === undefined) {
      this.#state = 'awake';
      return;
    }
    action();
    this.#clock.after(0, () => {
      this.#next();
    });
  }
}

export const machineOf = (clock: WorldClock, wrongByMs = 0): Machine => ({
  wrongByMs,
  sleep: new Sleep(clock),
});
