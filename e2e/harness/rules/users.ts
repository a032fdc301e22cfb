import { equal, holds } from './check';
import type { Rule } from './rule';

const BOARD = 'D:websdk-reference-board';

export const userRules: readonly Rule[] = [
  {
    name: 'getUserInfo gives the id and name of the current user; ids are digits beyond 2^53',
    source: BOARD,
    async run(board) {
      const ana = await board.in('ana', ({ miro }) => miro.board.getUserInfo());
      equal(ana.name, 'Ana');
      holds(/^\d{17,}$/.test(ana.id), `an id of many digits, not ${ana.id}`);
      holds(String(Number(ana.id)) !== ana.id, 'an id that a number cannot hold');
    },
  },
  {
    name: 'getOnlineUsers lists everyone on the board, with the app or without',
    source: BOARD,
    async run(board) {
      const online = await board.in('ana', ({ miro }) => miro.board.getOnlineUsers());
      equal(online.map(({ name }) => name).sort(), ['Ana', 'Ben', 'Cho']);
    },
  },
  {
    name: "getInfo carries the current user's language",
    source: BOARD,
    async run(board) {
      const { locale } = await board.in('ana', ({ miro }) => miro.board.getInfo());
      equal(locale, 'en');
    },
  },
  {
    name: 'app data: set, get one, get all, null clears, 30 KB in all',
    source: 'D:storage, D:websdk-reference-board',
    async run(board) {
      const data = await board.in('ana', async ({ miro }) => {
        await miro.board.setAppData('a', 1);
        await miro.board.setAppData('b', 'two');
        await miro.board.setAppData('a', null);
        const tooLarge = await miro.board
          .setAppData('c', 'x'.repeat(30 * 1024))
          .then(() => 'accepted', String);
        return [await miro.board.getAppData('b'), await miro.board.getAppData(), tooLarge];
      });
      equal(data.slice(0, 2), ['two', { b: 'two' }]);
      holds(
        /data storage limit for ..appdata/.test(JSON.stringify(data[2])),
        'the documented sentence',
      );
    },
  },
  {
    name: 'miro.board.ui, .storage and .collaboration are the same objects at each access',
    source: 'published apps rely on it',
    async run(board) {
      const same = await board.in(
        'ana',
        ({ miro }) =>
          miro.board.ui === miro.board.ui &&
          miro.board.storage === miro.board.storage &&
          miro.board.collaboration === miro.board.collaboration &&
          miro.board.events === miro.board.events,
      );
      equal(same, true);
    },
  },
  {
    name: 'a call that the mocked board lacks throws and names itself',
    source: 'the mocked board',
    async run(board) {
      const message = await board.in('ana', async ({ miro }) => {
        try {
          await miro.board.createTag({ title: 'x' });
          return 'accepted';
        } catch (error) {
          return String(error);
        }
      });
      equal(message, 'Error: Not implemented by the mocked board: miro.board.createTag');
    },
  },
];
