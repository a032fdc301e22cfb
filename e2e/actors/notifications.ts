import type { BrowserContext } from 'playwright/test';
import { Heard } from './heard';

/**
 * Everything that one person is notified of. To be called before the person's first page is opened.
 */
export async function hearNotifications(context: BrowserContext): Promise<Heard> {
  const notifications = new Heard('a notification');
  await context.exposeBinding('noteNotification', (_, text: string) => {
    notifications.note(text);
  });
  await context.addInitScript({
    content: `new MutationObserver((changes) => {
      for (const { target, addedNodes } of changes) {
        if (target instanceof Element && target.matches('[role=log][aria-label=Notifications]'))
          for (const { textContent } of addedNodes) if (textContent) noteNotification(textContent.trim());
      }
    }).observe(document, { childList: true, subtree: true });`,
  });
  return notifications;
}
