import { hears } from './check';
import { SECOND_TAB, type Page, type Rule } from './rule';

const EVENTS = 'D:websdk-reference-events';

const listen = ({ miro, heard }: Page) =>
  miro.board.events.on('hello', (payload: string) => {
    heard.push(payload);
  });
const say = ({ miro }: Page, payload: string) => miro.board.events.broadcast('hello', payload);

export const eventRules: readonly Rule[] = [
  {
    name: 'a broadcast reaches other users, and never the page that sends it',
    source: EVENTS,
    async run(board) {
      await board.in('ana', listen);
      await board.in('ben', listen);
      await board.in('ana', say, 'from Ana');
      await hears(board, 'ben', ['from Ana']);
      await hears(board, 'ana', []);
    },
  },
  {
    name: "a broadcast reaches the sender's other tabs",
    source: EVENTS,
    async run(board) {
      await board.in(SECOND_TAB, listen);
      await board.in('ana', say, 'from my other tab');
      await hears(board, SECOND_TAB, ['from my other tab']);
    },
  },
  {
    name: 'a broadcast is not kept for those who listen later',
    source: EVENTS,
    async run(board) {
      await board.in('ana', say, 'too early');
      await board.wait(100);
      await board.in('ben', listen);
      await hears(board, 'ben', []);
    },
  },
  {
    name: 'off ends the listening',
    source: EVENTS,
    async run(board) {
      await board.in('ben', async ({ miro, heard }) => {
        const handler = (payload: string): void => void heard.push(payload);
        await miro.board.events.on('hello', handler);
        await miro.board.events.off('hello', handler);
      });
      await board.in('ana', say, 'anyone?');
      await hears(board, 'ben', []);
    },
  },
  {
    name: 'events are told apart by name',
    source: EVENTS,
    async run(board) {
      await board.in('ben', listen);
      await board.in('ana', ({ miro }) => miro.board.events.broadcast('other', 'no'));
      await board.in('ana', say, 'yes');
      await hears(board, 'ben', ['yes']);
    },
  },
];
