import type { Miro } from '@mirohq/websdk-types';
import type { Caller } from './caller';
import { BoardError } from './errors';
import type { TimerPort } from './port';

export function miroTimer(sdk: Miro, { call }: Caller): TimerPort {
  return {
    async available() {
      try {
        return await call(() => sdk.board.canUse('timer'));
      } catch (error) {
        if (error instanceof BoardError && error.code === 'paid-only') return false;
        throw error;
      }
    },
    async state() {
      const timer = await call(() => sdk.board.timer.get());
      if (timer.status === 'STOPPED') return undefined;
      return { restMs: timer.restDuration, running: timer.status === 'STARTED' };
    },
    start: async (lengthMs) => void (await call(() => sdk.board.timer.start(lengthMs))),
    prolong: async (byMs) => void (await call(() => sdk.board.timer.prolong(byMs))),
    pause: async () => void (await call(() => sdk.board.timer.pause())),
    resume: async () => void (await call(() => sdk.board.timer.resume())),
    stop: async () => void (await call(() => sdk.board.timer.stop())),
  };
}
