import { expect, type FrameLocator, type Locator, type Page } from 'playwright/test';

/** The app as the board shows it: the name of its icon, its panel and its window. */
const APP = 'Breakout Rooms';

/** One person's board: everything that is Miro's and not the app's. */
export class Stage {
  readonly canvas: Locator;
  readonly panel: Locator;
  readonly window: Locator;
  /** "You are in Apple", while in a session. */
  readonly session: Locator;
  readonly panelPage: FrameLocator;
  readonly windowPage: FrameLocator;
  readonly #page: Page | FrameLocator;

  /** @param page the stage as a page of its own, or as one pane of the overview */
  constructor(page: Page | FrameLocator) {
    this.#page = page;
    this.canvas = page.getByRole('main', { name: 'Board' });
    this.panel = page.getByRole('complementary', { name: APP });
    this.window = page.getByRole('dialog', { name: `${APP} window` });
    this.session = page.getByRole('status').filter({ hasText: 'You are in' });
    this.panelPage = page.frameLocator(`iframe[title="${APP} panel"]`);
    this.windowPage = page.frameLocator(`iframe[title="${APP} window page"]`);
  }

  clickIcon(): Promise<void> {
    return this.#page
      .getByRole('navigation', { name: 'Tools' })
      .getByRole('button', { name: APP })
      .click();
  }

  allow(): Promise<void> {
    return this.#page
      .getByRole('dialog', { name: `${APP} wants to run on this board` })
      .getByRole('button', { name: 'Allow' })
      .click();
  }

  /** A click beside everything, which closes a panel that is not pinned. A hand comes there first. */
  async clickCanvas(): Promise<void> {
    const beside = { position: { x: 800, y: 640 } };
    await this.canvas.hover(beside);
    await this.canvas.click(beside);
  }

  pinPanel(): Promise<void> {
    return this.panel.getByRole('button', { name: 'Pin panel' }).click();
  }

  closePanel(): Promise<void> {
    return this.panel.getByRole('button', { name: 'Close panel' }).click();
  }

  /** The ✖ of the app's window. */
  closeWindow(): Promise<void> {
    return this.window.getByRole('button', { name: 'Close window' }).click();
  }

  frame(title: string | RegExp): Locator {
    return this.canvas.getByRole('button', {
      name: typeof title === 'string' ? `Frame ${title}` : title,
    });
  }

  /** Miro's own dialog, which people without the app get. */
  invitation(room: string | RegExp): Locator {
    return this.#page.getByRole('dialog', { name: room });
  }

  /** Miro's board timer, with what it shows. */
  timer(): Locator {
    return this.#page.getByRole('button', { name: /^Timer/ });
  }

  async expectFrameInView(title: string): Promise<void> {
    // A frame that is only just in sight at the rim of the board would not do.
    await expect(this.frame(title)).toBeInViewport({ ratio: 0.9 });
  }
}
