import type { BrowserContext } from 'playwright/test';

/** Everything that went wrong in the pages of one person, iframes included: a spec fails on any. */
export class ErrorLog {
  readonly #name: string;
  readonly #entries: string[] = [];

  constructor(name: string, context: BrowserContext) {
    this.#name = name;
    context.on('weberror', (error) => this.#note(`uncaught: ${String(error.error())}`));
    context.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') {
        this.#note(`${message.type()}: ${message.text()} (${message.location().url})`);
      }
    });
  }

  get entries(): readonly string[] {
    return this.#entries;
  }

  #note(what: string): void {
    this.#entries.push(`${this.#name}: ${what}`);
  }
}
