import type { Millis } from '../breakout/ids';
import type { Budget } from './budget';
import { BoardError } from './errors';
import { CALL_CREDITS, CALL_LIMIT_MS } from './limits';
import type { Timers } from './timers';
import { translate } from './translate';

/** How every call to Miro is made: paid for, limited in time, and its rejection translated. */
export interface Caller {
  /** @throws {BoardError} */
  call<T>(
    command: () => Promise<T>,
    cost?: { readonly credits?: number; readonly limitMs?: Millis },
  ): Promise<T>;
}

export function createCaller(timers: Timers, budget: Budget): Caller {
  return {
    async call(command, { credits = CALL_CREDITS, limitMs = CALL_LIMIT_MS } = {}) {
      if (credits > 0) await budget.spend(credits);
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
