import type { Json } from './api';
import type { Core } from './core';
import type { AnswerReason, Link, Session } from './model';
import { announce } from './network';

/** Session objects as they travel; the SDK puts the methods on. */
export const sessionData = (session: Session) => ({
  id: session.id,
  name: session.name,
  description: session.description,
  color: session.color,
  starterId: session.starter.id,
  starterName: session.starter.name,
});

export interface SessionEvents {
  started(session: Session): void;
  ended(session: Session): void;
  joined(session: Session, user: string): void;
  left(session: Session, user: string): void;
  answered(
    session: Session,
    answer: {
      readonly user: string;
      readonly status: 'accepted' | 'rejected';
      readonly reason: AnswerReason;
    },
  ): void;
}

/** Who hears what of sessions, and in which of the two published shapes (dialects). */
export function createSessionEvents(core: Core): SessionEvents {
  const audience = (session: Session): readonly Link[] =>
    [...core.links].filter(
      (link) => core.dialect.membershipEvents === 'everyone' || link.user.id === session.starter.id,
    );
  /** The typed payload never names the session on the wire; one event name per session does. */
  const tell = (session: Session, name: string, payload: Json): void =>
    announce(core, audience(session), { name: `sessions:${name}:${session.id}`, payload });
  const membership = (session: Session, user: string): Json =>
    core.dialect.sessionEvents === 'typed'
      ? { id: core.ids.hex(), userId: user, sessionId: session.id }
      : { user, session: session.id };
  const lifecycle = (name: string, session: Session): void => {
    announce(core, core.links, { name, payload: { session: sessionData(session) } });
    core.changes.board();
  };

  return {
    started: (session) => lifecycle('sessions:started', session),
    ended: (session) => lifecycle('sessions:ended', session),
    joined(session, user) {
      tell(session, 'user-joined', membership(session, user));
      core.changes.board();
    },
    left(session, user) {
      tell(session, 'user-left', membership(session, user));
      core.changes.board();
    },
    answered(session, answer) {
      tell(
        session,
        'invitation-responded',
        core.dialect.sessionEvents === 'typed' ? { response: { ...answer } } : { ...answer },
      );
    },
  };
}
