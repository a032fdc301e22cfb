import type { Miro } from '@mirohq/websdk-types';
import type { Caller } from './caller';
import type { ViewPort } from './port';

export function miroView(sdk: Miro, { call }: Caller): ViewPort {
  return {
    async get() {
      const { x, y, width, height } = await call(() => sdk.board.viewport.get());
      return { x, y, width, height };
    },
    async glide({ x, y, width, height }, durationMs) {
      const viewport = { x, y, width, height };
      await call(() => sdk.board.viewport.set({ viewport, animationDurationInMs: durationMs }));
    },
  };
}
