import { text } from './args';
import type { CommandTable } from './commands';
import type { Core } from './core';
import { sentences } from './sentences';

/** D:websdk-reference-notifications: including spaces. */
export const NOTIFICATION_LIMIT = 80;
/** How many a tab remembers for the stage to show. */
const KEPT = 20;

/** `miro.board.notifications`: seen by the calling user's tab only. */
export const createNotifications = (core: Core): CommandTable => ({
  SHOW_NOTIFICATION: {
    local: true,
    run({ tab }, args) {
      const message = text(args, 'message');
      const isLong = message.length > NOTIFICATION_LIMIT;
      if (isLong && core.dialect.longNotification === 'rejects')
        throw new Error(sentences.longNotification());
      const type = args['type'] === 'error' ? 'error' : 'info';
      const notification = {
        id: core.ids.named('notification'),
        text: message.slice(0, NOTIFICATION_LIMIT),
        type,
        at: core.clock.now(),
      } as const;
      tab.notifications = [...tab.notifications, notification].slice(-KEPT);
      core.changes.tab(tab.id);
    },
  },
});
