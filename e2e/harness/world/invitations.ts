import type { WorldApi } from './api';
import type { Core } from './core';
import { isOnline } from './core';
import type { Memberships } from './memberships';
import type { Answer, Invitation, Session, Tab, User } from './model';
import type { SessionEvents } from './session-events';

/** How long Miro's own dialog stays. Undocumented. */
export const INVITATION_MS = 30_000;

/** Miro's own dialog: "X invites you to …". One at a time in a tab; a newer one takes its place. */
export interface Invitations {
  /** Resolves when everyone who was reached has answered, one way or another. */
  invite(session: Session, users: readonly User[]): Promise<void>;
  answer(tab: Tab, answer: Parameters<WorldApi['answerInvitation']>[1]): void;
  /** The session has ended. */
  withdraw(session: Session): void;
  /** The user has joined by another way. */
  withdrawFrom(user: User, session: Session): void;
  tabClosed(tab: Tab): void;
}

export function createInvitations(
  core: Core,
  memberships: Memberships,
  events: SessionEvents,
): Invitations {
  const reaches = (session: Session, user: User): boolean =>
    isOnline(user) &&
    (user.authorised || core.dialect.inviteWithoutApp) &&
    !session.members.has(user.id);

  /** Each once, though several tabs of the user show it. */
  const pendingOf = (user: User): ReadonlySet<Invitation> =>
    new Set([...user.tabs.values()].flatMap(({ invitation }) => invitation ?? []));

  /** Takes a dialog off the screen, in every tab that shows it. */
  function take(invitation: Invitation, answer: Answer): void {
    invitation.cancelTimer();
    for (const tab of invitation.user.tabs.values()) {
      if (tab.invitation !== invitation) continue;
      tab.invitation = null;
      core.changes.tab(tab.id);
    }
    if (answer.status !== 'withdrawn')
      events.answered(invitation.session, { user: invitation.user.id, ...answer });
    invitation.settle(answer);
  }
  const timedOut: Answer = { status: 'rejected', reason: 'timed-out' };
  const withdrawn: Answer = { status: 'withdrawn' };

  function show(session: Session, user: User): Promise<void> {
    for (const older of pendingOf(user)) take(older, timedOut);
    return new Promise((resolve) => {
      const invitation: Invitation = {
        session,
        user,
        from: session.starter.name,
        settle: () => resolve(),
        cancelTimer: core.clock.after(INVITATION_MS, () => take(invitation, timedOut)),
      };
      for (const tab of user.tabs.values()) {
        tab.invitation = invitation;
        core.changes.tab(tab.id);
      }
    });
  }
  const isAsked = (session: Session, user: User): boolean =>
    [...pendingOf(user)].some((pending) => pending.session === session);

  return {
    async invite(session, users) {
      const asked = users.filter((user) => reaches(session, user) && !isAsked(session, user));
      await Promise.all(asked.map((user) => show(session, user)));
    },
    answer(tab, answer) {
      const { invitation } = tab;
      if (!invitation) return;
      if (answer === 'accept') {
        take(invitation, { status: 'accepted', reason: 'clicked-button' });
        memberships.moveTo(invitation.session, tab);
        return;
      }
      const reason = answer === 'reject' ? 'clicked-button' : 'clicked-outside';
      take(invitation, { status: 'rejected', reason });
    },
    withdraw(session) {
      for (const user of core.users.values())
        for (const pending of pendingOf(user))
          if (pending.session === session) take(pending, withdrawn);
    },
    withdrawFrom(user, session) {
      for (const pending of pendingOf(user))
        if (pending.session === session) take(pending, withdrawn);
    },
    tabClosed(tab) {
      const { invitation } = tab;
      tab.invitation = null;
      if (!invitation) return;
      const isElsewhere = [...tab.user.tabs.values()].some(
        (other) => other !== tab && other.invitation === invitation,
      );
      if (!isElsewhere) take(invitation, withdrawn);
    },
  };
}
