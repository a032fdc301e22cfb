import type { InvitationResponseEvent, SessionsLifecycleEvent } from '@mirohq/websdk-types';
import { equal, hears, holds, refuses } from './check';
import type { BoardUnderTest, Page, Person, Rule } from './rule';

const SESSION = 'D:websdk-reference-session';
const COLLABORATION = 'D:websdk-reference-collaboration';

const start = ({ miro }: Page, name: string) =>
  miro.board.collaboration
    .startSession({ name, color: '#ff0000', description: 'about' })
    .then(() => {});
const names = async ({ miro }: Page) =>
  (await miro.board.collaboration.getSessions()).map(({ name }) => name).sort();
const join = async ({ miro }: Page, name: string) => {
  const sessions = await miro.board.collaboration.getSessions();
  await sessions.find((session) => session.name === name)?.join();
};
const leave = async ({ miro }: Page, name: string) => {
  const sessions = await miro.board.collaboration.getSessions();
  await sessions.find((session) => session.name === name)?.leave();
};
const membersOf = async ({ miro }: Page, name: string) => {
  const sessions = await miro.board.collaboration.getSessions();
  const session = sessions.find((one) => one.name === name);
  const ids = (await session?.getUsers())?.map((user) => user.id) ?? [];
  const online = await miro.board.getOnlineUsers();
  return online.filter(({ id }) => ids.includes(id)).map((user) => user.name);
};
const invite = async ({ miro, heard }: Page, [name, whom]: [string, string]) => {
  const sessions = await miro.board.collaboration.getSessions();
  const session = sessions.find((one) => one.name === name);
  await session?.on('invitation-responded', ({ response }: InvitationResponseEvent) => {
    heard.push([response.status, response.reason]);
  });
  const online = await miro.board.getOnlineUsers();
  await session?.invite(online.filter((user) => user.name === whom));
};

async function invited(board: BoardUnderTest, whom: Person): Promise<void> {
  await board.in('ana', start, 'Apple');
  const name = whom === 'ben' ? 'Ben' : 'Cho';
  await board.in('ana', invite, ['Apple', name]);
  await board.wait(200);
}

export const sessionRules: readonly Rule[] = [
  {
    name: 'a started session is known to every client, with its starter',
    source: SESSION,
    async run(board) {
      await board.in('ana', start, 'Apple');
      const session = await board.in('ben', async ({ miro }) => {
        const [found] = await miro.board.collaboration.getSessions();
        return found ? [found.name, found.color, found.description, found.starterName] : [];
      });
      equal(session, ['Apple', '#ff0000', 'about', 'Ana']);
    },
  },
  {
    name: 'an app may run several sessions at once',
    source: SESSION,
    async run(board) {
      await board.in('ana', start, 'Apple');
      await board.in('ana', start, 'Birch');
      equal(await board.in('ben', names), ['Apple', 'Birch']);
    },
  },
  {
    name: 'sessions:started and sessions:ended are told to other clients',
    source: COLLABORATION,
    async run(board) {
      await board.in('ben', async ({ miro, heard }) => {
        const { collaboration } = miro.board;
        await collaboration.on(
          'sessions:started',
          ({ session }: SessionsLifecycleEvent) => void heard.push(`+${session.name}`),
        );
        await collaboration.on(
          'sessions:ended',
          ({ session }: SessionsLifecycleEvent) => void heard.push(`-${session.name}`),
        );
      });
      await board.in('ana', async ({ miro }) => {
        const session = await miro.board.collaboration.startSession({ name: 'Apple' });
        await session.end();
      });
      await hears(board, 'ben', ['+Apple', '-Apple']);
      equal(await board.in('ben', names), []);
    },
  },
  {
    name: 'join and leave work without invitation, and are told',
    source: SESSION,
    async run(board) {
      await board.in('ana', async ({ miro, heard }) => {
        const session = await miro.board.collaboration.startSession({ name: 'Apple' });
        await session.on('user-joined', () => void heard.push('joined'));
        await session.on('user-left', () => void heard.push('left'));
      });
      await board.in('ben', join, 'Apple');
      equal(await board.in('ana', membersOf, 'Apple'), ['Ben']);
      await board.in('ben', leave, 'Apple');
      equal(await board.in('ana', membersOf, 'Apple'), []);
      await hears(board, 'ana', ['joined', 'left']);
    },
  },
  {
    name: 'hasJoined takes the id of a user',
    source: 'T: hasJoined(user: UserId)',
    async run(board) {
      await board.in('ana', start, 'Apple');
      await board.in('ben', join, 'Apple');
      const joined = await board.in('ana', async ({ miro }) => {
        const [session] = await miro.board.collaboration.getSessions();
        const online = await miro.board.getOnlineUsers();
        return Promise.all(
          online.map(async ({ id, name }) => [name, (await session?.hasJoined(id)) ?? false]),
        );
      });
      equal(joined.sort(), [
        ['Ana', false],
        ['Ben', true],
        ['Cho', false],
      ]);
    },
  },
  {
    name: 'a participant is in at most one session at a time',
    source: SESSION,
    async run(board) {
      await board.in('ana', start, 'Apple');
      await board.in('ana', start, 'Birch');
      await board.in('ben', join, 'Apple');
      await board.in('ben', async ({ miro }) => {
        const sessions = await miro.board.collaboration.getSessions();
        // Whether the second join moves or rejects is not documented.
        await sessions
          .find(({ name }) => name === 'Birch')
          ?.join()
          .catch(() => {});
      });
      const apple = await board.in('ana', membersOf, 'Apple');
      const birch = await board.in('ana', membersOf, 'Birch');
      equal(apple.length + birch.length, 1);
    },
  },
  {
    name: 'an accepted invitation joins',
    source: SESSION,
    async run(board) {
      await invited(board, 'ben');
      await board.by('ben').answerInvitation('accept');
      await hears(board, 'ana', [['accepted', 'clicked-button']]);
      equal(await board.in('ana', membersOf, 'Apple'), ['Ben']);
    },
  },
  {
    name: 'a rejected invitation does not, and says how it was rejected',
    source: SESSION,
    async run(board) {
      await invited(board, 'ben');
      await board.by('ben').answerInvitation('reject');
      await board.in('ana', async ({ miro }) => {
        const [session] = await miro.board.collaboration.getSessions();
        const online = await miro.board.getOnlineUsers();
        await session?.invite(online.filter(({ name }) => name === 'Ben'));
      });
      await board.wait(200);
      await board.by('ben').answerInvitation('outside');
      await hears(board, 'ana', [
        ['rejected', 'clicked-button'],
        ['rejected', 'clicked-outside'],
      ]);
      equal(await board.in('ana', membersOf, 'Apple'), []);
    },
  },
  {
    name: 'invite takes several users and lists of users',
    source: 'T: invite(...users: OnlineUserInfo[] | OnlineUserInfo[][])',
    async run(board) {
      await board.in('ana', async ({ miro, heard }) => {
        const session = await miro.board.collaboration.startSession({ name: 'Apple' });
        await session.on('invitation-responded', ({ response }: InvitationResponseEvent) => {
          heard.push(response.status);
        });
        const online = await miro.board.getOnlineUsers();
        const others = online.filter(({ name }) => name !== 'Ana');
        await session.invite(...others);
      });
      await board.wait(200);
      await board.by('ben').answerInvitation('accept');
      await board.by('cho').answerInvitation('accept');
      await hears(board, 'ana', ['accepted', 'accepted']);
    },
  },
  {
    name: 'end clears the handlers of that session, and it cannot be joined any more',
    source: SESSION,
    async run(board) {
      const message = await board.in('ana', async ({ miro, heard }) => {
        const session = await miro.board.collaboration.startSession({ name: 'Apple' });
        await session.on('user-joined', () => void heard.push('joined'));
        await session.end();
        return session.join().then(() => 'accepted', String);
      });
      holds(/does not exist/.test(message), `a refusal, not: ${message}`);
      await hears(board, 'ana', []);
    },
  },
  {
    name: 'zoomTo another user needs them online, in a session, and an item',
    source: COLLABORATION,
    async run(board) {
      const bring = async ({ miro }: Page, whom: string) => {
        const online = await miro.board.getOnlineUsers();
        const user = online.find(({ name }) => name === whom) ?? { id: '1', name: whom };
        const frame = await miro.board.createFrame({ x: 3000, y: 0, width: 200, height: 200 });
        await miro.board.collaboration.zoomTo(user, frame);
      };
      await board.in('ana', start, 'Apple');
      await refuses(board, 'ana', { action: bring, args: 'Nobody', words: /not online/ });
      await refuses(board, 'ana', { action: bring, args: 'Ben', words: /not in a session/ });
      await board.in('ana', join, 'Apple');
      await board.in('ben', join, 'Apple');
      await board.in('ana', bring, 'Ben');
      await board.wait(1000);
      const view = await board.in('ben', ({ miro }) => miro.board.viewport.get());
      holds(view.x < 2900 && view.x + view.width > 3100, 'the frame to be in view');
    },
  },
];
