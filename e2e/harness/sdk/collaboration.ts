import type { Json } from '../world/api';
import { createAttention } from './attention';
import type { Client } from './client';
import { idsOf } from './item-ids';
import type { Board, Public } from './public';
import * as read from './read';
import { createSession } from './session';

/** Miro's class; `createSession` lacks nothing of it but the protected members. */
type Session = Awaited<ReturnType<Board['collaboration']['startSession']>>;

/** `miro.board.collaboration`. */
export function createCollaboration(client: Client): Public<Board['collaboration']> {
  const session = (value: Json | undefined): Session =>
    read.trusted(createSession(client, read.object(value)));
  return {
    attention: createAttention(client),
    startSession: async ({ name, color, description }) =>
      session(await client.call('SESSIONS_START', { name, color, description })),
    getSessions: async () => read.list(await client.call('SESSIONS_GET')).map(session),
    on: (name, handler) =>
      client.subscribe(name, handler, {
        handle: (payload) => handler({ session: session(read.object(payload)['session']) }),
      }),
    off: (name, handler) => client.unsubscribe(name, handler),
    async zoomTo(user, items) {
      await client.call('COLLABORATION_VIEWPORT_ZOOM_TO', { user: user.id, items: idsOf(items) });
    },
  };
}
