import { equal, holds, refuses } from './check';
import type { Page, Rule } from './rule';

const ATTENTION = 'D:websdk-reference-attention';

const follow = async ({ miro }: Page, whom: string) => {
  const online = await miro.board.getOnlineUsers();
  const user = online.find(({ name }) => name === whom) ?? { id: '1', name: whom };
  await miro.board.collaboration.attention.follow(user);
};

export const attentionRules: readonly Rule[] = [
  {
    name: "a follower sees what the followed sees, until 'unfollow'",
    source: ATTENTION,
    async run(board) {
      const go = ({ miro }: Page, x: number) =>
        miro.board.viewport.set({ viewport: { x, y: 0, width: 800, height: 500 } }).then(() => {});
      const view = ({ miro }: Page) => miro.board.viewport.get();
      await board.in('ben', follow, 'Ana');
      await board.in('ana', go, 4000);
      await board.wait(200);
      holds((await board.in('ben', view)).x === 4000, 'Ben to see what Ana sees');
      const followed = await board.in('ben', ({ miro }) =>
        miro.board.collaboration.attention.getFollowedUser(),
      );
      equal(followed.name, 'Ana');
      await board.in('ben', ({ miro }) => miro.board.collaboration.attention.unfollow());
      await board.in('ana', go, 8000);
      await board.wait(200);
      holds((await board.in('ben', view)).x === 4000, 'Ben to stay');
    },
  },
  {
    name: 'nobody follows themselves, two people, or somebody offline',
    source: ATTENTION,
    async run(board) {
      const refusal = (whom: string, words: RegExp) =>
        refuses(board, 'ben', { action: follow, args: whom, words });
      await refusal('Ben', /themselves/);
      await refusal('Nobody', /not online/);
      await board.in('ben', follow, 'Ana');
      await refusal('Ana', /already following/);
    },
  },
  {
    name: 'unfollow and getFollowedUser throw without anyone to unfollow; isFollowing tells',
    source: ATTENTION,
    async run(board) {
      const words = /not following/;
      await refuses(board, 'ben', {
        action: ({ miro }) => miro.board.collaboration.attention.unfollow(),
        args: null,
        words,
      });
      await refuses(board, 'ben', {
        action: ({ miro }) => miro.board.collaboration.attention.getFollowedUser(),
        args: null,
        words,
      });
      const isFollowing = ({ miro }: Page) => miro.board.collaboration.attention.isFollowing();
      equal(await board.in('ben', isFollowing), false);
      await board.in('ben', follow, 'Ana');
      equal(await board.in('ben', isFollowing), true);
    },
  },
  {
    name: 'making others follow needs them in a session of the app',
    source: ATTENTION,
    async run(board) {
      const bringBen = async ({ miro }: Page) => {
        const online = await miro.board.getOnlineUsers();
        const [ana, ben] = ['Ana', 'Ben'].map((who) => online.find(({ name }) => name === who));
        if (ana && ben) await miro.board.collaboration.attention.follow(ana, { followers: [ben] });
      };
      await refuses(board, 'ana', { action: bringBen, args: null, words: /not in a session/ });
      await board.in('ana', async ({ miro }) => {
        const session = await miro.board.collaboration.startSession({ name: 'Apple' });
        await session.join();
      });
      await board.in('ben', async ({ miro }) => {
        const [session] = await miro.board.collaboration.getSessions();
        await session?.join();
      });
      await board.in('ana', bringBen);
      const isFollowing = await board.in('ben', ({ miro }) =>
        miro.board.collaboration.attention.isFollowing(),
      );
      equal(isFollowing, true);
    },
  },
];
