import type { Miro } from '@mirohq/websdk-types';
import type { Caller } from './caller';
import type { EventsPort } from './port';

type SdkPayload = Parameters<Miro['board']['events']['broadcast']>[1];

export function miroEvents(sdk: Miro, { call }: Caller): EventsPort {
  return {
    // Miro's type for JSON is the same but for `readonly`.
    broadcast: (name, payload) =>
      call(() => sdk.board.events.broadcast(name, payload as SdkPayload)),
    async on(name, listen) {
      const handler = (payload: unknown): void => {
        listen(payload);
      };
      await call(() => sdk.board.events.on(name, handler as never), { credits: 0 });
      return () => {
        void sdk.board.events.off(name, handler as never).catch(() => undefined);
      };
    },
  };
}
