import type { Stop } from '../board/port';
import type { Timers } from '../board/timers';
import type { Millis, WriterId } from '../breakout/ids';
import { registerAt, type Doc } from './merge';

/** An edit counts as saved when the newest stored value has held it for so long … */
const HELD_MS: Millis = 1_000;
/** … or for so many times the slowest echo, so that what others wrote meanwhile has arrived. */
const ECHOES = 2;
/** An echo that takes longer came after a sleep and says nothing about the network. */
const SLOWEST_ECHO_MS: Millis = 10_000;

interface SavingOptions {
  readonly timers: Timers;
  readonly writer: WriterId;
  /** Everything is saved now, by the passing of time. */
  readonly saved: () => void;
  /** Somebody else's edit of the same thing has won over one that was not saved yet. */
  readonly overruled: (paths: readonly string[]) => void;
}

/** [I2] Knows which own edits are not safe yet. */
export class Saving {
  readonly #options: SavingOptions;
  /** Path → the clock that our edit got. */
  readonly #unsaved = new Map<string, number>();
  #slowestEchoMs: Millis = 0;
  #stopHolding: Stop | undefined;

  constructor(options: SavingOptions) {
    this.#options = options;
  }

  get done(): boolean {
    return this.#unsaved.size === 0;
  }

  /** How long to wait for an echo before storage is asked. */
  get patienceMs(): Millis {
    return Math.max(HELD_MS, this.#slowestEchoMs) * ECHOES;
  }

  edited(doc: Doc, paths: Iterable<string>): void {
    for (const path of paths) this.#unsaved.set(path, registerAt(doc, path)?.[1] ?? 0);
    this.#hold(false);
  }

  echoed(afterMs: Millis): void {
    if (afterMs <= SLOWEST_ECHO_MS) this.#slowestEchoMs = Math.max(this.#slowestEchoMs, afterMs);
  }

  /** To be called whenever our copy or the stored one changes. `missing`: what storage lacks. */
  look(doc: Doc, missing: readonly string[]): void {
    const gone = [...this.#unsaved].filter(([path]) => !this.#isOurs(doc, path));
    for (const [path] of gone) this.#unsaved.delete(path);
    // A greater clock has seen ours and built on it; only the same one was written unseen.
    const lost = gone.filter(([path, clock]) => registerAt(doc, path)?.[1] === clock);
    if (lost.length > 0) this.#options.overruled(lost.map(([path]) => path));
    this.#hold(!this.done && !missing.some((path) => this.#unsaved.has(path)));
  }

  forget(): void {
    this.#unsaved.clear();
    this.#hold(false);
  }

  #isOurs(doc: Doc, path: string): boolean {
    return registerAt(doc, path)?.[2] === this.#options.writer;
  }

  #hold(holding: boolean): void {
    if (holding === (this.#stopHolding !== undefined)) return;
    this.#stopHolding?.();
    this.#stopHolding = undefined;
    if (!holding) return;
    const heldMs = Math.max(HELD_MS, ECHOES * this.#slowestEchoMs);
    this.#stopHolding = this.#options.timers.after(heldMs, () => {
      this.#stopHolding = undefined;
      this.#unsaved.clear();
      this.#options.saved();
    });
  }
}
