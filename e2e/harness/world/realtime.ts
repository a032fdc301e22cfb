import { text } from './args';
import type { CommandTable } from './commands';
import type { Core } from './core';
import { LEVEL_1 } from './credits';
import { announce } from './network';

/**
 * `miro.board.events`, D:websdk-reference-events: to every page of other users and other tabs that
 * listens; never to the page that sends; nothing is kept for later.
 */
export const createRealtime = (core: Core): CommandTable => ({
  SEND_REALTIME_BROADCAST_EVENT: {
    price: LEVEL_1,
    run(sender, args) {
      const others = [...core.links].filter(
        (link) => link !== sender && (link.tab !== sender.tab || core.dialect.broadcastToOwnTab),
      );
      announce(core, others, {
        name: `realtime_event:${text(args, 'event')}`,
        payload: args['payload'],
      });
    },
  },
});
