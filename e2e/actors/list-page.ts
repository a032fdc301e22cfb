import type { FrameLocator, Locator } from 'playwright/test';

/** "Paste a list", on a facilitator's panel. */
export class ListPage {
  readonly #page: FrameLocator;

  constructor(page: FrameLocator) {
    this.#page = page;
  }

  fill = (text: string): Promise<void> => this.#page.getByLabel('Names').fill(text);

  /** One of the groups of the preview, by its title with its number. */
  group(title: string): Locator {
    return this.#page.getByRole('list', { name: title });
  }

  /** Says who is meant by a line. */
  async choose(name: string, who: RegExp): Promise<void> {
    const select = this.#page.getByLabel(name, { exact: true });
    const option = await select.getByRole('option', { name: who }).getAttribute('value');
    await select.selectOption(option);
  }

  use = (): Promise<void> => this.#page.getByRole('button', { name: 'Use this list' }).click();
}
