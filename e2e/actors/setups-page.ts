import type { Download, FrameLocator, Locator, Page } from 'playwright/test';

/** "Set-ups", on a facilitator's panel. */
export class SetupsPage {
  /** Those kept on this board, newest first. */
  readonly kept: Locator;
  /** What texts on the board bring along. */
  readonly inTexts: Locator;
  readonly #page: FrameLocator;

  constructor(page: FrameLocator) {
    this.#page = page;
    this.kept = page.getByRole('list', { name: 'On this board' }).getByRole('listitem');
    this.inTexts = page.getByRole('list', { name: 'In texts on this board' }).getByRole('listitem');
  }

  async keep(name: string): Promise<void> {
    await this.#page.getByLabel('Name', { exact: true }).fill(name);
    await this.#page.getByRole('button', { name: 'Keep this one' }).click();
  }

  /** Under this name, for copies of the board. */
  async putOnBoard(name: string): Promise<void> {
    await this.#page.getByLabel('Name', { exact: true }).fill(name);
    await this.#page.getByRole('button', { name: 'Put it on the board, for copies' }).click();
  }

  use = (name: string): Promise<void> =>
    this.#page.getByRole('button', { name: `Use ${name}`, exact: true }).click();

  /** @param page whose browser gets the file */
  async saveAsFile(page: Page): Promise<Download> {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      this.#page.getByRole('button', { name: 'Save as a file' }).click(),
    ]);
    return file;
  }

  useFile = (content: string): Promise<void> =>
    this.#page.getByLabel('Use a file…').setInputFiles({
      name: 'set-up.json',
      mimeType: 'application/json',
      buffer: Buffer.from(content),
    });
}
