import type { Page } from 'playwright/test';

/** Everything that went wrong in one person's page, iframes included: a spec fails on any. */
export class ErrorLog {
  readonly #name: string;
  #entries: string[] = [];

  constructor(name: string, page: Page) {
    this.#name = name;
    page.on('pageerror', (error) => this.#note(`uncaught: ${String(error)}`));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') {
        this.#note(`${message.type()}: ${message.text()} (${message.location().url})`);
      }
    });
  }

  get entries(): readonly string[] {
    return this.#entries;
  }

  /** Takes out what a test meant to happen. @returns it, so that the test can see that it did */
  take(expected: RegExp): readonly string[] {
    const taken = this.#entries.filter((entry) => expected.test(entry));
    this.#entries = this.#entries.filter((entry) => !expected.test(entry));
    return taken;
  }

  #note(what: string): void {
    this.#entries.push(`${this.#name}: ${what}`);
  }
}
