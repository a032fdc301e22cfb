import type { Stop } from '../board/port';
import type { Timers } from '../board/timers';
import type { Millis } from '../breakout/ids';
import { lacks, type Doc } from './merge';

const LONGEST_PATIENCE_MS: Millis = 60_000;

interface EchoOptions {
  readonly timers: Timers;
  readonly patienceMs: () => Millis;
  /** Reads what is stored; its arrival is judged like any other. @throws when nobody answers */
  readonly ask: () => Promise<void>;
}

/**
 * What has become of our newest write: storage pushes it back to everyone, us included. The push
 * may be lost; then storage is asked, ever more rarely until it answers.
 */
export class Echo {
  readonly #options: EchoOptions;
  #due: { readonly doc: Doc; readonly since: Millis; settled: boolean } | undefined;
  #asked = 0;
  #stop: Stop | undefined;

  constructor(options: EchoOptions) {
    this.#options = options;
  }

  /** It is not known yet what has become of the newest write. */
  get due(): boolean {
    return this.#due !== undefined;
  }

  sent(doc: Doc): void {
    this.forget();
    this.#due = { doc, since: this.#options.timers.monotonic(), settled: false };
  }

  /** Storage has taken the write: from now on the echo is waited for. */
  settled(): void {
    if (this.#due === undefined) return;
    this.#due.settled = true;
    this.#asked = 0;
    this.#wait();
  }

  /** To be called with each stored value that arrives. @returns how long the echo took, if this is it */
  judge(stored: Doc): Millis | undefined {
    const due = this.#due;
    if (due === undefined) return undefined;
    const held = lacks(stored, due.doc).length === 0;
    // What comes after our write has settled was, as a rule, written after it.
    if (held || due.settled) this.forget();
    return held ? this.#options.timers.monotonic() - due.since : undefined;
  }

  forget(): void {
    this.#due = undefined;
    this.#stop?.();
    this.#stop = undefined;
  }

  #wait(): void {
    const { timers, patienceMs } = this.#options;
    const waitMs = Math.min(LONGEST_PATIENCE_MS, patienceMs() * 2 ** this.#asked);
    this.#stop = timers.after(waitMs, () => void this.#ask());
  }

  async #ask(): Promise<void> {
    const asking = this.#due;
    this.#asked += 1;
    try {
      await this.#options.ask();
    } catch {
      // The write asked about may have been followed by another by now.
      if (asking !== undefined && this.#due === asking) this.#wait();
    }
  }
}
