import type { Millis } from '../breakout/ids';
import type { Budget } from './budget';
import { BoardError } from './errors';
import { CALL_CREDITS, CALL_LIMIT_MS } from './limits';
import type { Timers } from './timers';
import { translate } from './translate';

export interface CallOptions {
  /** Unit: Miro's credits. Most calls cost the same, see limits.ts. */
  readonly credits?: number;
  /** Counted from the moment the call is made, after any wait for credits. */
  readonly limitMs?: Millis;
  /** Somebody waits for it: may use the last of the credits. */
  readonly urgent?: boolean;
}

/** How every call to Miro is made: paid for, limited in time, and its rejection translated. */
export interface Caller {
  /** @throws {BoardError} */
  call<T>(command: () => Promise<T>, options?: CallOptions): Promise<T>;
}

export function createCaller(timers: Timers, budget: Budget): Caller {
  return {
    async call(command, options = {}) {
      const { credits = CALL_CREDITS, limitMs = CALL_LIMIT_MS, urgent = false } = options;
      if (credits > 0) await budget.spend(credits, { urgent });
      let stop: () => void = () => undefined;
      const limit = new Promise<never>((_, reject) => {
        stop = timers.after(limitMs, () => {
          reject(new BoardError('timed-out', 'Miro did not answer in time.'));
        });
      });
      try {
        return await Promise.race([command(), limit]);
      } catch (error) {
        throw translate(error);
      } finally {
        stop();
      }
    },
  };
}
