import type { Json } from './api';
import { optionalText, text, texts, type JsonObject } from './args';
import type { Command, CommandTable } from './commands';
import { isOnline, type Core } from './core';
import { LEVEL_1 } from './credits';
import { createInvitations, type Invitations } from './invitations';
import { createMemberships, type Memberships } from './memberships';
import type { Link, Session, Tab, User } from './model';
import { createSessionEvents, sessionData } from './session-events';
import { sentences } from './sentences';

export interface Sessions {
  readonly commands: CommandTable;
  readonly memberships: Memberships;
  readonly invitations: Invitations;
  foreign: boolean;
  tabClosed(tab: Tab): void;
}

const DEFAULT_COLOR = '#4262ff';

/** `miro.board.collaboration` and its sessions, D:websdk-reference-session. */
export function createSessions(core: Core): Sessions {
  const events = createSessionEvents(core);
  const memberships = createMemberships(core, events);
  const invitations = createInvitations(core, memberships, events);

  function start({ user }: Link, args: JsonObject): Json {
    if (state.foreign) throw new Error(sentences.sessionsTaken());
    const session: Session = {
      id: core.ids.hex(),
      name: text(args, 'name'),
      color: optionalText(args, 'color') ?? DEFAULT_COLOR,
      description: optionalText(args, 'description') ?? '',
      starter: { id: user.id, name: user.name },
      members: new Map(),
    };
    memberships.add(session);
    events.started(session);
    return sessionData(session);
  }
  function end(session: Session): void {
    invitations.withdraw(session);
    memberships.remove(session);
    events.ended(session);
  }
  function endByApp({ user }: Link, session: Session): void {
    if (core.dialect.mayEnd === 'starter' && session.starter.id !== user.id)
      throw new Error(sentences.onlyStarter());
    end(session);
  }
  function invite(session: Session, ids: readonly string[]): Promise<void> | undefined {
    const users = ids.flatMap((id): readonly User[] => {
      const user = core.users.get(id);
      return user ? [user] : [];
    });
    const answered = invitations.invite(session, users);
    return core.dialect.inviteResolves === 'after-answers' ? answered : undefined;
  }
  function users(session: Session): Json {
    const ids = [...session.members.keys()];
    return core.dialect.usersShape === 'ids' ? ids : ids.map((id) => ({ id }));
  }

  /** Without its starter a session may end (dialect): when that user's last tab has gone. */
  function starterGone(user: User): void {
    if (core.dialect.sessionsSurviveStarter) return;
    for (const session of [...memberships.sessions.values()])
      if (session.starter.id === user.id) end(session);
  }

  type Run = (link: Link, session: Session, args: JsonObject) => ReturnType<Command['run']>;
  const about = (scope: 'boards:read' | 'boards:write', run: Run): Command => ({
    price: LEVEL_1,
    scope,
    run: (link, args) => run(link, memberships.require(text(args, 'sessionId')), args),
  });

  const state: Sessions = {
    memberships,
    invitations,
    foreign: false,
    tabClosed(tab) {
      invitations.tabClosed(tab);
      memberships.tabClosed(tab);
      const others = [...tab.user.tabs.values()].filter((other) => other !== tab);
      if (others.length === 0 || !isOnline(tab.user)) starterGone(tab.user);
    },
    commands: {
      SESSIONS_START: { price: LEVEL_1, scope: 'boards:write', run: start },
      SESSIONS_GET: {
        price: LEVEL_1,
        scope: 'boards:read',
        run: () => [...memberships.sessions.values()].map(sessionData),
      },
      SESSIONS_END: about('boards:write', endByApp),
      SESSIONS_JOIN: about('boards:write', (link, session) => {
        memberships.join(session, link.tab);
        invitations.withdrawFrom(link.user, session);
      }),
      SESSIONS_LEAVE: about('boards:write', (link, session) =>
        memberships.leave(session, link.tab),
      ),
      SESSIONS_INVITE_USERS: about('boards:write', (_link, session, args) =>
        invite(session, texts(args, 'users')),
      ),
      SESSIONS_GET_USERS: about('boards:read', (_link, session) => users(session)),
      SESSIONS_USER_JOINED: about('boards:read', (_link, session, args) =>
        session.members.has(text(args, 'user')),
      ),
    },
  };
  return state;
}
