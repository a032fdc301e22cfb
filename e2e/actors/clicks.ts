import type { BrowserContext } from 'playwright/test';

/** Counts what one person presses, on the board and in every page of the app. */
export class Clicks {
  #count = 0;

  /** To be installed before the person's first page is opened. */
  static async count(context: BrowserContext): Promise<Clicks> {
    const clicks = new Clicks();
    await context.exposeBinding('countClick', () => {
      clicks.#count += 1;
    });
    // A key that presses a button is a click, too; one that a script makes is not.
    await context.addInitScript({
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
