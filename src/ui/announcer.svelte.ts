/**
 * What a screen reader is told (docs/spec.md: "Access"): one polite and one assertive region. One
 * text is up at a time, long enough to be picked up; join summaries wait for each other, so that
 * sixty people who join within twenty seconds are two sentences and not sixty.
 */

/** How long a text stays in its region. Screen readers queue, so this need not be reading time. */
const SHOWN_MS = 1000;
/** Shortest time between two join summaries. */
const SUMMARY_GAP_MS = 10_000;

export type Politeness = 'polite' | 'assertive';

class Region {
  #text = $state.raw('');
  #waiting: string[] = [];
  #busy = false;
  #shown: ReturnType<typeof setTimeout> | undefined;

  get text(): string {
    return this.#text;
  }

  say(text: string): void {
    // The same sentence twice in a row says nothing new.
    if (this.#waiting.at(-1) === text) return;
    this.#waiting.push(text);
    if (!this.#busy) this.#next();
  }

  /** In place of what waits, and of what is up. */
  sayAtOnce(text: string): void {
    clearTimeout(this.#shown);
    this.#waiting = [text];
    this.#next();
  }

  #next(): void {
    this.#text = this.#waiting.shift() ?? '';
    this.#busy = this.#text !== '';
    if (this.#busy) this.#shown = setTimeout(() => this.#next(), SHOWN_MS);
  }
}

export class Announcer {
  #regions = { polite: new Region(), assertive: new Region() };
  #summary: string | undefined;
  #gap: ReturnType<typeof setTimeout> | undefined;

  get polite(): string {
    return this.#regions.polite.text;
  }

  get assertive(): string {
    return this.#regions.assertive.text;
  }

  say(text: string, politeness: Politeness = 'polite'): void {
    this.#regions[politeness].say(text);
  }

  /** Politely, while the person does one thing after the other: only the newest counts. */
  sayAtOnce(text: string): void {
    this.#regions.polite.sayAtOnce(text);
  }

  /** A count that changes often: the newest is said, at most once every ten seconds. */
  summarise(text: string): void {
    this.#summary = text;
    if (this.#gap === undefined) this.#saySummary();
  }

  #saySummary(): void {
    this.#gap = undefined;
    if (this.#summary === undefined) return;
    this.#regions.polite.say(this.#summary);
    this.#summary = undefined;
    this.#gap = setTimeout(() => this.#saySummary(), SUMMARY_GAP_MS);
  }
}
