import { expect } from 'playwright/test';

/** Texts that go by themselves, on a busy machine before a test has come to look: noted as they come. */
export class Heard {
  readonly #what: string;
  readonly #unexpected: string[] = [];

  /** @param what for the message of a test that waits in vain: "a notification" */
  constructor(what: string) {
    this.#what = what;
  }

  note(text: string): void {
    this.#unexpected.push(text);
  }

  /** Waits for one; each answers one expectation only. */
  async expect(text: string | RegExp): Promise<void> {
    await expect
      .poll(() => (this.#take(text) ? 'said' : this.#unexpected), {
        message: `${this.#what}: ${String(text)}`,
      })
      .toBe('said');
  }

  #take(text: string | RegExp): boolean {
    const at = this.#unexpected.findIndex((said) =>
      typeof text === 'string' ? said.includes(text) : text.test(said),
    );
    if (at >= 0) this.#unexpected.splice(at, 1);
    return at >= 0;
  }
}
