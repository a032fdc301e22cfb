import type { Page } from 'playwright/test';
import { Heard } from './heard';

/**
 * Everything that one person is notified of. To be called before the page goes anywhere.
 */
export async function hearNotifications(page: Page): Promise<Heard> {
  const notifications = new Heard('a notification');
  await page.exposeBinding('noteNotification', (_, text: string) => {
    notifications.note(text);
  });
  await page.addInitScript({
    content: `new MutationObserver((changes) => {
      for (const { target, addedNodes } of changes) {
        if (target instanceof Element && target.matches('[role=log][aria-label=Notifications]'))
          for (const { textContent } of addedNodes) if (textContent) noteNotification(textContent.trim());
      }
    }).observe(document, { childList: true, subtree: true });`,
  });
  return notifications;
}
