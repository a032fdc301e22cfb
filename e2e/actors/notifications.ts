import { expect, type BrowserContext } from 'playwright/test';

/**
 * Everything that one person has been notified of. Notifications go by themselves after a while, on
 * a busy machine before a test has come to look.
 */
export class Notifications {
  readonly #unexpected: string[] = [];

  /** To be called before the person's first page is opened. */
  static async hear(context: BrowserContext): Promise<Notifications> {
    const notifications = new Notifications();
    await context.exposeBinding('noteNotification', (_, text: string) => {
      notifications.#unexpected.push(text);
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

  /** Waits for one; each answers one expectation only. */
  async expect(text: string | RegExp): Promise<void> {
    await expect
      .poll(() => (this.#take(text) ? 'said' : this.#unexpected), {
        message: `a notification: ${String(text)}`,
      })
      .toBe('said');
  }

  #take(text: string | RegExp): boolean {
    const at = this.#unexpected.findIndex((said) =>
      typeof text === 'string' ? said.includes(text) : text.test(said),
    );
    if (at >= 0) this.#unexpected.splice(at, 1);
    return at >= 0;
  }
}
