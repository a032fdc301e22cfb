import { expect, type Browser, type Page } from 'playwright/test';
import { ErrorLog } from './errors';
import { serverAddress } from './server';
import { Stage } from './stage';

/** Four people side by side, and wide enough for the panel of each. */
const SCREEN = { width: 1720, height: 1100 };

/** What `npm start` shows: the people of a board side by side, and what can be done to it. */
export class Overview {
  readonly page: Page;
  readonly #errors: ErrorLog;

  private constructor(page: Page) {
    this.page = page;
    this.#errors = new ErrorLog('overview', page);
  }

  static async open(browser: Browser, board: string): Promise<Overview> {
    const context = await browser.newContext({ viewport: SCREEN });
    const overview = new Overview(await context.newPage());
    await overview.page.goto(`${serverAddress()}/overview?board=${board}`);
    return overview;
  }

  stageOf = (name: string): Stage =>
    new Stage(this.page.getByRole('region', { name }).locator('iframe').contentFrame());

  /** As Miro does: items come along, and nothing that apps have stored. Shows the copy from then on. */
  async duplicate(): Promise<void> {
    await this.page.getByRole('button', { name: 'Duplicate board' }).click();
    await expect(this.page.getByRole('heading', { level: 1 })).toHaveText(/-copy-\w+$/);
  }

  /** Closes the browser, and fails if any of its pages had an error. */
  async close(): Promise<void> {
    await this.page.context().close();
    expect(this.#errors.entries).toEqual([]);
  }
}
