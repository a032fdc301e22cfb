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

export interface CreatingOptions<T> extends CallOptions {
  /** Is given the answer if it comes after the limit: for the caller the call has failed by then. */
  readonly onLate?: (answer: T) => void;
}

/** How every call to Miro is made: paid for, limited in time, and its rejection translated. */
export interface Caller {
  /** @throws {BoardError} */
  call<T>(command: () => Promise<T>, options?: CreatingOptions<T>): Promise<T>;
}

export function createCaller(timers: Timers, budget: Budget): Caller {
  return {
    async call(command, options = {}) {
      const { credits = CALL_CREDITS, limitMs = CALL_LIMIT_MS, urgent = false, onLate } = options;
      if (credits > 0) await budget.spend(credits, { urgent });
      let stop: () => void = () => undefined;
      try {
        const answer = command();
        const limit = new Promise<never>((_, reject) => {
          stop = timers.after(limitMs, () => {
            if (onLate !== undefined) answer.then(onLate, () => undefined);
            reject(new BoardError('timed-out', 'Miro did not answer in time.'));
          });
        });
        return await Promise.race([answer, limit]);
      } catch (error) {
        throw translate(error);
      } finally {
        stop();
      }
    },
  };
}
