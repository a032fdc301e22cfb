import { expect, type FrameLocator, type Locator } from 'playwright/test';

/** The app's question to one person. */
export class Modal {
  readonly question: Locator;
  readonly #page: FrameLocator;

  constructor(page: FrameLocator) {
    this.#page = page;
    this.question = page.getByRole('dialog');
  }

  /** The name of the room in the question. */
  async room(): Promise<string> {
    const heading = this.#page.getByRole('heading', { name: /^(Join|Move to) / });
    await expect(heading).toBeVisible();
    const [, room = ''] = /^(?:Join|Move to) (.+)\?$/.exec(await heading.innerText()) ?? [];
    return room;
  }

  /** The window with this title. */
  dialog(name: string | RegExp): Locator {
    return this.#page.getByRole('dialog', { name, exact: true });
  }

  /** Where rooms are chosen. */
  choice(room: string): Locator {
    return this.#page.getByRole('radio', { name: new RegExp(`^${room}`) });
  }

  answer(name: string | RegExp): Locator {
    return this.#page.getByRole('button', { name, exact: true });
  }

  /**
   * Presses until the answer is taken: nothing counts in the first 700 ms, so that nobody joins by
   * a click or a key that was meant for the board. Another window may follow at once.
   */
  async press(name: string | RegExp): Promise<void> {
    await expect(this.answer(name)).toBeVisible();
    await expect(async () => {
      if ((await this.answer(name).count()) === 0) return;
      await this.answer(name).click({ timeout: 10_000 });
      await expect(this.answer(name)).toHaveCount(0, { timeout: 1_000 });
    }).toPass({ timeout: 40_000 });
  }

  join = (): Promise<void> => this.press('Join session');
  notNow = (): Promise<void> => this.press('Not now');
  notThisTime = (): Promise<void> => this.press('Not this time');
  /** Closes the window with this news. */
  async ok(news: string | RegExp): Promise<void> {
    await expect(this.dialog(news)).toBeVisible();
    await this.press('OK');
  }

  askForMore = (): Promise<void> => this.press('Ask for more time');
  gotIt = (): Promise<void> => this.press('Got it');
  stayHere = (): Promise<void> => this.press('Stay here');
  go = (): Promise<void> => this.press(/^Go to /);
  stay = (): Promise<void> => this.press(/^Stay in /);
}
