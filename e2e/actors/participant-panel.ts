import type { FrameLocator, Locator } from 'playwright/test';

/** The panel as somebody sees it who takes part: screens P0 to P4. */
export class ParticipantPanel {
  readonly page: FrameLocator;
  readonly clock: Locator;
  /** Newest first. */
  readonly messages: Locator;

  constructor(page: FrameLocator) {
    this.page = page;
    this.clock = page.getByRole('timer');
    this.messages = page.getByRole('region', { name: 'Messages' }).getByRole('listitem');
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  heading(name: string | RegExp): Locator {
    return this.page.getByRole('heading', { name });
  }

  ready = (): Promise<void> => this.button("I'm ready").click();
  join = (room: string): Promise<void> => this.button(`Join ${room}`).click();
  leave = (): Promise<void> => this.button('Leave room').click();
  /** “Back to my frame”, or “Back to Cedar” for whoever looks elsewhere. */
  backToFrame = (): Promise<void> => this.button(/^Back to /).click();
  goBackNow = (): Promise<void> => this.button('Go back now').click();

  tellInWindow = (): Promise<void> =>
    this.page.getByRole('checkbox', { name: /^Tell me in a window/ }).check();

  async askForHelp(reason: string): Promise<void> {
    await this.button('Ask for help').click();
    await this.button(reason).click();
  }
}
