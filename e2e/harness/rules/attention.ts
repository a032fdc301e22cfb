import { equal, hears, holds, refuses } from './check';
import type { BoardUnderTest, Page, Person, Rule } from './rule';

const ATTENTION = 'D:websdk-reference-attention';

const follow = async ({ miro }: Page, whom: string) => {
  const online = await miro.board.getOnlineUsers();
  const user = online.find(({ name }) => name === whom) ?? { id: '1', name: whom };
  await miro.board.collaboration.attention.follow(user);
};

const isFollowing = ({ miro }: Page) => miro.board.collaboration.attention.isFollowing();
/** These follow Ana, whoever asks for it. */
const bring = async ({ miro }: Page, names: string[]) => {
  const online = await miro.board.getOnlineUsers();
  const ana = online.find(({ name }) => name === 'Ana');
  const followers = online.filter(({ name }) => names.includes(name));
  if (ana) await miro.board.collaboration.attention.follow(ana, { followers });
};

/** Ana and Ben are in one session. */
async function insideTogether(board: BoardUnderTest): Promise<void> {
  await board.in('ana', async ({ miro }) => {
    const session = await miro.board.collaboration.startSession({ name: 'Apple' });
    await session.join();
  });
  await board.in('ben', async ({ miro }) => {
    const [session] = await miro.board.collaboration.getSessions();
    await session?.join();
  });
}

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
      equal(await board.in('ben', isFollowing), false);
      await board.in('ben', follow, 'Ana');
      equal(await board.in('ben', isFollowing), true);
    },
  },
  {
    name: 'making others follow needs them in a session of the app',
    source: ATTENTION,
    async run(board) {
      await refuses(board, 'ana', { action: bring, args: ['Ben'], words: /not in a session/ });
      await insideTogether(board);
      await board.in('ana', bring, ['Ben']);
      equal(await board.in('ben', isFollowing), true);
    },
  },
  {
    name: 'neither the followed nor who asks for it can be one of the followers',
    source: ATTENTION,
    async run(board) {
      await insideTogether(board);
      const refusal = (page: Person, words: RegExp) =>
        refuses(board, page, { action: bring, args: ['Ana', 'Ben'], words });
      await refusal('ana', /themselves/);
      // Ben asks that he himself follows Ana, by the list.
      await refusal('ben', /themselves/);
      await refuses(board, 'ben', { action: bring, args: ['Ben'], words: /initiator/ });
      equal(await board.in('ben', isFollowing), false);
    },
  },
  {
    name: 'who cannot be reached, being without the app, makes follow fail after 3 seconds; the others follow',
    source: ATTENTION,
    async run(board) {
      await insideTogether(board);
      await board.in('ana', async ({ miro }) => {
        const [session] = await miro.board.collaboration.getSessions();
        const online = await miro.board.getOnlineUsers();
        await session?.invite(online.filter(({ name }) => name === 'Cho'));
      });
      await board.by('cho').answerInvitation('accept');
      await board.in('ana', async ({ miro, heard }) => {
        const online = await miro.board.getOnlineUsers();
        const ana = online.find(({ name }) => name === 'Ana');
        const followers = online.filter(({ name }) => name !== 'Ana');
        const tell = (outcome: string): void => void heard.push(outcome);
        if (ana)
          void miro.board.collaboration.attention.follow(ana, { followers }).then(
            () => tell('accepted'),
            (error: unknown) => tell(String(error)),
          );
        // Answered behind it.
        await miro.board.getInfo();
      });
      equal(await board.in('ben', isFollowing), true);
      await board.wait(500);
      equal(await board.in('ana', ({ heard }) => heard), []);
      await board.wait(3_000);
      await hears(board, 'ana', [
        'Error: Not every follower could be reached within the timeout of 3 seconds.',
      ]);
    },
  },
  {
    name: 'unfollow with a list lets go those who are on it, of the one who is named',
    source: ATTENTION,
    async run(board) {
      await insideTogether(board);
      const release = async ({ miro }: Page, [whom, ...names]: string[]) => {
        const online = await miro.board.getOnlineUsers();
        const followee = online.find(({ name }) => name === whom);
        const followers = online.filter(({ name }) => names.includes(name));
        if (followee) await miro.board.collaboration.attention.unfollow({ followee, followers });
      };
      await board.in('ana', bring, ['Ben']);
      await board.in('ana', release, ['Ana']);
      await board.in('ana', release, ['Ben', 'Ben']);
      equal(await board.in('ben', isFollowing), true);
      const words = /not in a session/;
      await refuses(board, 'ana', { action: release, args: ['Ana', 'Ben', 'Cho'], words });
      equal(await board.in('ben', isFollowing), true);
      await board.in('ana', release, ['Ana', 'Ben']);
      equal(await board.in('ben', isFollowing), false);
    },
  },
];
