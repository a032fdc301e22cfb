import { equal, hears, holds, refuses } from './check';
import type { Page, Rule } from './rule';

const COLLECTION = 'D:websdk-reference-collection';
const KB = 1024;

const set = ({ miro }: Page, [key, value]: [string, string | number]) =>
  miro.board.storage.collection('rules').set(key, value);
const get = ({ miro }: Page, key: string) => miro.board.storage.collection('rules').get(key);
const watch = ({ miro, heard }: Page, key: string) =>
  miro.board.storage.collection('rules').onValue(key, (value) => {
    heard.push(value === undefined ? 'undefined' : value);
  });

export const storageRules: readonly Rule[] = [
  {
    name: 'a key that was never set is undefined',
    source: COLLECTION,
    async run(board) {
      equal(await board.in('ana', get, 'nothing'), undefined);
    },
  },
  {
    name: 'what one user sets, another gets',
    source: 'D:storage',
    async run(board) {
      await board.in('ana', ({ miro }) =>
        miro.board.storage.collection('rules').set('deep', { list: [1, 'two', null, true] }),
      );
      equal(await board.in('ben', get, 'deep'), { list: [1, 'two', null, true] });
    },
  },
  {
    name: 'onValue gives the stored value at once',
    source: COLLECTION,
    async run(board) {
      await board.in('ana', set, ['k', 'first']);
      await board.in('ben', watch, 'k');
      await hears(board, 'ben', ['first']);
    },
  },
  {
    name: "onValue hears everyone's changes, the page's own and repeated equal ones included",
    source: COLLECTION,
    async run(board) {
      await board.in('ana', watch, 'k');
      await board.in('ana', set, ['k', 1]);
      await board.in('ben', set, ['k', 2]);
      await board.in('ben', set, ['k', 2]);
      await hears(board, 'ana', [1, 2, 2]);
    },
  },
  {
    name: 'after remove the handler gets undefined and the key is gone',
    source: `${COLLECTION}, T: the handler's value is T | undefined`,
    async run(board) {
      await board.in('ana', set, ['k', 1]);
      await board.in('ana', watch, 'k');
      await board.in('ben', ({ miro }) => miro.board.storage.collection('rules').remove('k'));
      await hears(board, 'ana', [1, 'undefined']);
      equal(await board.in('ana', get, 'k'), undefined);
    },
  },
  {
    name: 'offValue ends the hearing',
    source: COLLECTION,
    async run(board) {
      await board.in('ana', async ({ miro, heard }) => {
        const collection = miro.board.storage.collection('rules');
        const handler = (value: number | undefined): void => void heard.push(value ?? 'undefined');
        await collection.onValue('k', handler);
        await collection.set('k', 1);
        await collection.offValue('k', handler);
        await collection.set('k', 2);
      });
      await hears(board, 'ana', [1]);
    },
  },
  {
    name: "each change has a version, a string, the handler's second argument",
    source: 'T: onValue(key, (value, version: string) => void)',
    async run(board) {
      await board.in('ana', async ({ miro, heard }) => {
        const collection = miro.board.storage.collection('rules');
        await collection.onValue('k', (_value, version) => void heard.push(typeof version));
        await collection.set('k', 1);
      });
      await hears(board, 'ana', ['string']);
    },
  },
  {
    name: 'a value over 64 KB is refused and the stored one stays',
    source: 'D:storage',
    async run(board) {
      await board.in('ana', set, ['k', 'small']);
      const large = 'x'.repeat(64 * KB);
      const words = /data storage limit/;
      await refuses(board, 'ana', { action: set, args: ['k', large], words });
      equal(await board.in('ben', get, 'k'), 'small');
      // The quotes of the JSON text count.
      await board.in('ana', set, ['k', 'x'.repeat(64 * KB - 2)]);
      const stored = await board.in('ben', get, 'k');
      holds(stored === 'x'.repeat(64 * KB - 2), 'a value of exactly 64 KB to be stored');
    },
  },
  {
    name: 'collections do not share keys',
    source: COLLECTION,
    async run(board) {
      await board.in('ana', set, ['k', 'here']);
      const elsewhere = await board.in('ana', ({ miro }) =>
        miro.board.storage.collection('others').get('k'),
      );
      equal(elsewhere, undefined);
    },
  },
];
