import type { Json } from './api';
import { optionalText, text, texts, type JsonObject } from './args';
import type { CommandTable } from './commands';
import { isOnline, requireUser, type Core } from './core';
import { LEVEL_1 } from './credits';
import type { Memberships } from './memberships';
import type { Link, Tab, User } from './model';
import { sentences } from './sentences';
import { fit, type Viewports } from './viewport';

/** How long `follow` waits for those who are to follow. D:websdk-reference-attention. */
const FOLLOW_TIMEOUT_MS = 3_000;

const NO_PADDING = { top: 0, right: 0, bottom: 0, left: 0 } as const;

export interface Attention {
  readonly commands: CommandTable;
  tabClosed(tab: Tab): void;
}

/** `collaboration.attention`: one view follows another, D:websdk-reference-attention. */
export function createAttention(
  core: Core,
  parts: { readonly memberships: Memberships; readonly viewports: Viewports },
): Attention {
  /** Follower → who they follow. */
  const following = new Map<string, string>();

  const requireInside = (users: readonly User[]): void => {
    for (const user of users)
      if (!parts.memberships.isInside(user)) throw new Error(sentences.bringOutside());
  };
  const listed = (args: JsonObject): readonly User[] =>
    texts(args, 'followers').map((id) => requireUser(core, id));

  function show(follower: User, followee: User): void {
    const seen = [...followee.tabs.values()].find((tab) => tab.visible);
    if (!seen) return;
    for (const tab of follower.tabs.values())
      void parts.viewports.move(tab, { to: fit(tab, seen.viewport, NO_PADDING), glideMs: 0 });
  }
  parts.viewports.onMove(({ user }) => {
    for (const [follower, followee] of following) {
      const who = core.users.get(follower);
      if (followee === user.id && who) show(who, user);
    }
  });

  /** The follower must have the app, D:websdk-reference-attention. @returns whether they follow now */
  function begin(follower: User, followee: User): boolean {
    if (!isOnline(follower) || !follower.authorised) return false;
    following.set(follower.id, followee.id);
    show(follower, followee);
    return true;
  }
  async function follow({ user }: Link, args: JsonObject): Promise<void> {
    const followee = core.users.get(text(args, 'followee'));
    if (!followee || !isOnline(followee)) throw new Error(sentences.followOffline());
    const others = args['followers'] === undefined ? undefined : listed(args);
    const followers = others ?? [user];
    if (followers.includes(followee)) throw new Error(sentences.followSelf());
    if (others?.includes(user)) throw new Error(sentences.followInitiator());
    if (others) requireInside([followee, ...others]);
    if (followers.some(({ id }) => following.has(id))) throw new Error(sentences.followTwice());
    const unreached = followers.filter((follower) => !begin(follower, followee));
    if (unreached.length === 0) return;
    await new Promise<void>((resolve) => core.clock.after(FOLLOW_TIMEOUT_MS, resolve));
    const missing = unreached.filter((follower) => !begin(follower, followee));
    if (missing.length > 0) throw new Error(sentences.followTimeout());
  }
  function unfollow({ user }: Link, args: JsonObject): void {
    if (args['followers'] === undefined) {
      if (!following.delete(user.id)) throw new Error(sentences.followNobody());
      return;
    }
    const followers = listed(args);
    requireInside(followers);
    const followee = optionalText(args, 'followee');
    for (const { id } of followers)
      if (followee === undefined || following.get(id) === followee) following.delete(id);
  }
  function followed({ user }: Link): Json {
    const followee = core.users.get(following.get(user.id) ?? '');
    if (!followee) throw new Error(sentences.followNobody());
    return { id: followee.id, name: followee.name };
  }

  return {
    tabClosed({ user }) {
      if (user.tabs.size > 0) return;
      following.delete(user.id);
      for (const [follower, followee] of following)
        if (followee === user.id) following.delete(follower);
    },
    commands: {
      ATTENTION_FOLLOW: { price: LEVEL_1, run: follow },
      ATTENTION_UNFOLLOW: { price: LEVEL_1, run: unfollow },
      ATTENTION_IS_FOLLOWING: { price: LEVEL_1, run: ({ user }) => following.has(user.id) },
      ATTENTION_GET_FOLLOWED_USER: { price: LEVEL_1, run: followed },
    },
  };
}
