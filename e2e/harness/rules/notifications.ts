import { equal } from './check';
import type { Rule } from './rule';

const NOTIFICATIONS = 'D:websdk-reference-notifications';

export const notificationRules: readonly Rule[] = [
  {
    name: 'a notification of 80 characters is shown as it is, to the calling user alone',
    source: NOTIFICATIONS,
    async run(board) {
      await board.in('ana', ({ miro }) => miro.board.notifications.showInfo('x'.repeat(80)));
      equal([...(await board.notified('ana'))], [['info', 'x'.repeat(80)]]);
      equal([...(await board.notified('ben'))], []);
    },
  },
  {
    name: 'showInfo, showError and show with a type say of which kind it is',
    source: NOTIFICATIONS,
    async run(board) {
      await board.in('ana', async ({ miro }) => {
        await miro.board.notifications.showInfo('saved');
        await miro.board.notifications.showError('something failed');
        await miro.board.notifications.show({
          message: 'gone',
          type: 'error' as never,
        });
      });
      equal(
        [...(await board.notified('ana'))],
        [
          ['info', 'saved'],
          ['error', 'something failed'],
          ['error', 'gone'],
        ],
      );
    },
  },
  {
    name: 'letters of every script, emoji and special characters come through',
    source: NOTIFICATIONS,
    async run(board) {
      const words = 'Ünïcode, 部屋, 🎉 & “quotes” <b>';
      await board.in('ana', ({ miro }, text) => miro.board.notifications.showInfo(text), words);
      equal([...(await board.notified('ana'))], [['info', words]]);
    },
  },
];
