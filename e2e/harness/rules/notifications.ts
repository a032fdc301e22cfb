import type { Rule } from './rule';

export const notificationRules: readonly Rule[] = [
  {
    name: 'a notification of 80 characters is shown',
    source: 'D:websdk-reference-notifications',
    async run(board) {
      await board.in('ana', async ({ miro }) => {
        await miro.board.notifications.showInfo('x'.repeat(80));
        await miro.board.notifications.showError('something failed');
      });
    },
  },
];
