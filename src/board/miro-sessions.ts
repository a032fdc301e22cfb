import type { Miro, Session } from '@mirohq/websdk-types';
import { sessionId, userId, type SessionId, type UserId } from '../breakout/ids';
import type { Caller } from './caller';
import { BoardError } from './errors';
import type { LiveSession, Membership, SessionsPort } from './port';

/** Sessions are objects with methods in the SDK; here they are named by id. */
export function miroSessions(sdk: Miro, { call }: Caller, me: UserId): SessionsPort {
  const known = new Map<SessionId, Session>();

  const keep = (session: Session): LiveSession => {
    const id = sessionId(String(session.id));
    known.set(id, session);
    return {
      id,
      name: session.name,
      description: session.description,
      starter: userId(String(session.starterId)),
    };
  };

  const list = async (): Promise<readonly LiveSession[]> => {
    const sessions = await call(() => sdk.board.collaboration.getSessions());
    known.clear();
    return sessions.map(keep);
  };

  /** @throws {BoardError} `not-found` */
  const find = async (id: SessionId): Promise<Session> => {
    if (!known.has(id)) await list();
    const session = known.get(id);
    if (session === undefined) throw new BoardError('not-found', 'This session has ended.');
    return session;
  };

  const port: SessionsPort = {
    async start(session) {
      return keep(await call(() => sdk.board.collaboration.startSession(session)));
    },
    list,
    async invite(id, users) {
      const session = await find(id);
      // Whether `invite` waits for the answers is not documented, so nobody waits for it: a
      // rejection counts only if it comes at once.
      const online = await call(() => sdk.board.getOnlineUsers());
      const invited = online.filter(({ id: user }) => users.includes(userId(String(user))));
      if (invited.length === 0) return;
      const sent = call(() => session.invite(...invited), { limitMs: 60_000 });
      await Promise.race([sent, call(() => session.getUsers())]);
      sent.catch(() => undefined);
    },
    async join(id) {
      const session = await find(id);
      try {
        await call(() => session.join(), { urgent: true });
      } catch (error) {
        // A second join may switch or be refused: then the other session is left first.
        const left = await leaveOthers(id);
        if (!left) throw error;
        await call(() => session.join(), { urgent: true });
      }
    },
    async leave(id) {
      const session = await find(id);
      await call(() => session.leave(), { urgent: true });
    },
    async end(id) {
      const session = await find(id);
      await call(() => session.end(), { urgent: true });
      known.delete(id);
    },
    async users(id) {
      const session = await find(id);
      const users: readonly unknown[] = await call(() => session.getUsers());
      return [...new Set(users.flatMap(idIn))];
    },
    async hasJoined(id, user) {
      if (!known.has(id)) await list();
      const session = known.get(id);
      if (session === undefined) return false;
      try {
        return await call(() => session.hasJoined(user));
      } catch (error) {
        if (!(error instanceof BoardError) || error.code !== 'not-found') throw error;
        // It has ended, and the push of that was lost: nobody is in it.
        known.delete(id);
        return false;
      }
    },
    async follow(id, listen) {
      const session = await find(id);
      const joined = membership(id, 'joined', listen);
      const left = membership(id, 'left', listen);
      const answered = answer(id, listen);
      await Promise.all([
        call(() => session.on('user-joined', joined), { credits: 0 }),
        call(() => session.on('user-left', left), { credits: 0 }),
        call(() => session.on('invitation-responded', answered), { credits: 0 }),
      ]);
      return () => {
        const ends = [
          session.off('user-joined', joined),
          session.off('user-left', left),
          session.off('invitation-responded', answered),
        ];
        // Ending a session clears its handlers itself.
        for (const end of ends) end.catch(() => undefined);
      };
    },
    async onStarted(listen) {
      const handler = ({ session }: { session: Session }): void => {
        listen(keep(session));
      };
      await call(() => sdk.board.collaboration.on('sessions:started', handler), { credits: 0 });
      return () => {
        void sdk.board.collaboration.off('sessions:started', handler).catch(() => undefined);
      };
    },
    async onEnded(listen) {
      const handler = ({ session }: { session: Session }): void => {
        const id = sessionId(String(session.id));
        known.delete(id);
        listen(id);
      };
      await call(() => sdk.board.collaboration.on('sessions:ended', handler), { credits: 0 });
      return () => {
        void sdk.board.collaboration.off('sessions:ended', handler).catch(() => undefined);
      };
    },
    async bring(user, frame) {
      const online = await call(() => sdk.board.getOnlineUsers());
      const target = online.find(({ id }) => String(id) === String(user));
      if (target === undefined) throw new BoardError('not-found', 'This person is not online.');
      const item = await call(() => sdk.board.getById(frame));
      if (item.type !== 'frame') throw new BoardError('not-found', 'This is not a frame any more.');
      await call(() => sdk.board.collaboration.zoomTo(target, item));
    },
  };

  /** False: this user was in none. */
  async function leaveOthers(target: SessionId): Promise<boolean> {
    let left = false;
    for (const { id } of await list()) {
      if (id === target || !(await port.hasJoined(id, me))) continue;
      await port.leave(id);
      left = true;
    }
    return left;
  }

  return port;
}

/** `getUsers` gives ids by its documentation and older types, objects by newer ones. */
function idIn(user: unknown): UserId[] {
  if (typeof user === 'string' || typeof user === 'number') return [userId(String(user))];
  if (typeof user !== 'object' || user === null || !('id' in user)) return [];
  return idIn(user.id);
}

/** The payload is `{userId}` by its type, `{user}` by the documentation's example. */
function membership(
  session: SessionId,
  type: 'joined' | 'left',
  listen: (what: Membership) => void,
): (event: unknown) => Promise<void> {
  return (event) => {
    for (const user of userIn(event)) listen({ type, session, user });
    return Promise.resolve();
  };
}

function userIn(event: unknown): UserId[] {
  if (typeof event !== 'object' || event === null) return [];
  if ('userId' in event) return idIn(event.userId);
  return 'user' in event ? idIn(event.user) : [];
}

/** The payload is `{response: {…}}` by its type, flat by the documentation's example. */
function answer(
  session: SessionId,
  listen: (what: Membership) => void,
): (event: unknown) => Promise<void> {
  return (event) => {
    const flat =
      typeof event === 'object' && event !== null && 'response' in event ? event.response : event;
    if (typeof flat !== 'object' || flat === null || !('status' in flat)) return Promise.resolve();
    const reason = 'reason' in flat ? reasonOf(flat.reason) : 'unknown';
    for (const user of userIn(flat)) {
      listen({ type: 'answered', session, user, accepted: flat.status === 'accepted', reason });
    }
    return Promise.resolve();
  };
}

function reasonOf(reason: unknown): Extract<Membership, { type: 'answered' }>['reason'] {
  switch (reason) {
    case 'clicked-button':
    case 'timed-out':
    case 'clicked-outside':
      return reason;
    default:
      return 'unknown';
  }
}
