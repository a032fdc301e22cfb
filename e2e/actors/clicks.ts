import type { Page } from 'playwright/test';

/** Counts what one person presses, on the board and in every page of the app. */
export class Clicks {
  #count = 0;

  /** To be called before the page goes anywhere. */
  static async count(page: Page): Promise<Clicks> {
    const clicks = new Clicks();
    await page.exposeBinding('countClick', () => {
      clicks.#count += 1;
    });
    // A key that presses a button is a click, too; one that a script makes is not.
    await page.addInitScript({
      content: `addEventListener('click', (event) => { if (event.isTrusted) countClick(); }, true);`,
    });
    return clicks;
  }

  /** How many there were during `what`. */
  async during(what: () => Promise<void>): Promise<number> {
    const before = this.#count;
    await what();
    return this.#count - before;
  }
}
