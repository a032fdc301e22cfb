import type { Client } from './client';
import type { Board, Public } from './public';
import * as read from './read';

/** `miro.board.events`. */
export const createEvents = (client: Client): Public<Board['events']> => ({
  async broadcast(event, payload) {
    await client.call('SEND_REALTIME_BROADCAST_EVENT', { event, payload });
  },
  async on(event, handler) {
    await client.subscribe(`realtime_event:${event}`, handler, {
      handle: (payload) => handler(read.trusted(payload)),
    });
  },
  async off(event, handler) {
    await client.unsubscribe(`realtime_event:${event}`, handler);
  },
});
