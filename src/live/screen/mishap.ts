import type { Stop } from '../../board/port';
import type { Timers } from '../../board/timers';
import type { Millis } from '../../breakout/ids';
import type { Overruled } from '../overruled';
import { problemOf } from '../problem';
import type { Snapshot } from '../snapshot';

/** How long it is said that somebody else has changed the same thing. */
const OVERRULED_MS: Millis = 8_000;

/** [I11] The latest thing this screen itself could not do, until it works or is tried again. */
export class Mishap {
  readonly #timers: Timers;
  readonly #onChange: () => void;
  #current: Snapshot['failed'];
  #overruled: Overruled | undefined;
  #forget: Stop = () => undefined;

  constructor(deps: { readonly timers: Timers; readonly onChange: () => void }) {
    this.#timers = deps.timers;
    this.#onChange = deps.onChange;
  }

  get current(): Snapshot['failed'] {
    return this.#current;
  }

  /** Never rejects: the failure is on the screen. */
  async attempt(step: string, job: () => Promise<void>): Promise<void> {
    try {
      await job();
      if (this.#current?.step === step) this.clear();
    } catch (error) {
      this.#say({ step, problem: problemOf(error, this.#timers.now()) });
    }
  }

  /** An edit was not taken; `why` is for a bug report. */
  refused(why: string): void {
    const problem = { reason: 'unknown', detail: why, at: this.#timers.now() } as const;
    this.#say({ step: 'save', problem });
  }

  /** [I2] Somebody else's edit of the same thing stands; this screen shows theirs. */
  overruled(what: Overruled): void {
    this.#forget();
    this.#overruled = what;
    this.#forget = this.#timers.after(OVERRULED_MS, () => {
      this.#overruled = undefined;
      this.#onChange();
    });
    this.#onChange();
  }

  /** What another facilitator has just changed in our stead. */
  get lost(): Overruled | undefined {
    return this.#overruled;
  }

  clear(): void {
    this.#say(undefined);
  }

  close(): void {
    this.#forget();
  }

  #say(failed: Snapshot['failed']): void {
    this.#current = failed;
    this.#onChange();
  }
}
