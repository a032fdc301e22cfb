import type { Session } from '@mirohq/websdk-types';
import type { Json } from '../world/api';
import type { JsonObject } from '../world/args';
import type { Client } from './client';
import { idsOf } from './item-ids';
import * as read from './read';

const EVENTS = ['user-joined', 'user-left', 'invitation-responded'] as const;
type SessionEvent = (typeof EVENTS)[number];

/** One session as an app holds it. Several objects may stand for the same session. */
export function createSession(client: Client, data: JsonObject): Session {
  const id = read.string(data['id']);
  const call = (command: string, args: Record<string, unknown> = {}): Promise<Json | undefined> =>
    client.call(command, { sessionId: id, ...args });
  const wireName = (event: SessionEvent): string => `sessions:${event}:${id}`;

  return {
    id,
    name: read.string(data['name']),
    description: read.string(data['description']),
    color: read.string(data['color']),
    starterId: read.string(data['starterId']),
    starterName: read.string(data['starterName']),
    async invite(...users) {
      await call('SESSIONS_INVITE_USERS', { users: idsOf(users.flat()) });
    },
    async join() {
      await call('SESSIONS_JOIN');
    },
    async leave() {
      await call('SESSIONS_LEAVE');
    },
    // Objects or plain ids, as the dialect says and whatever the types promise.
    getUsers: async () => read.trusted(await call('SESSIONS_GET_USERS')),
    // The documentation's own example passes a user object.
    hasJoined: async (user: string | { readonly id: string }) =>
      read.boolean(
        await call('SESSIONS_USER_JOINED', { user: typeof user === 'string' ? user : user.id }),
      ),
    on: (event: SessionEvent, handler: (event: never) => Promise<void>) =>
      client.subscribe(wireName(event), handler, {
        handle: (payload) => void handler(read.trusted(payload)),
      }),
    off: (event: SessionEvent, handler: (event: never) => unknown) =>
      client.unsubscribe(wireName(event), handler),
    /** D:websdk-reference-session: also clears all handlers of that session. */
    async end() {
      await call('SESSIONS_END');
      await client.forget(EVENTS.map(wireName));
    },
  };
}
