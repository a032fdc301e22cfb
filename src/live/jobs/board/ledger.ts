import type { Stop } from '../../../board/port';
import type { Timers } from '../../../board/timers';
import type { ItemId, Millis } from '../../../breakout/ids';
import type { Progress } from '../../../breakout/work';
import type { Changes } from '../../../records/merge';
import { workEdits } from '../../../records/work';
import type { Pages, Reached } from './job';

/** How often progress is stored. What is not stored when a page dies is found again on the board. */
const WRITE_MS: Millis = 1_000;

interface LedgerOptions {
  readonly timers: Timers;
  /** The order's number. */
  readonly n: number;
  readonly made: readonly ItemId[];
  readonly progress: Progress;
  readonly edit: (changes: Changes) => void;
}

/** What a job has made and how far it is, noted down at most once a second. */
export class Ledger implements Pages {
  readonly #options: LedgerOptions;
  readonly #made: Set<ItemId>;
  #progress: Progress;
  #stop: Stop | undefined;
  #dropped = false;

  constructor(options: LedgerOptions) {
    this.#options = options;
    this.#made = new Set(options.made);
    this.#progress = options.progress;
    this.#write();
  }

  get made(): readonly ItemId[] {
    return [...this.#made];
  }

  add(item: ItemId): void {
    this.#made.add(item);
    this.#soon();
  }

  reached(progress: Reached): void {
    this.#progress = { ...this.#progress, ...progress };
    this.#soon();
  }

  /** The last word of this attempt, stored at once. */
  end(last: Pick<Progress, 'state' | 'problem'>): void {
    this.#stop?.();
    if (last.state === 'undone') {
      this.#made.clear();
      this.#progress = { ...this.#progress, frame: undefined };
    }
    this.#progress = { ...this.#progress, ...last };
    this.#write();
  }

  /** Somebody else has the word: nothing of this is written any more. */
  drop(): void {
    this.#stop?.();
    this.#dropped = true;
  }

  #soon(): void {
    if (this.#dropped) return;
    this.#stop ??= this.#options.timers.after(WRITE_MS, () => {
      this.#stop = undefined;
      this.#write();
    });
  }

  #write(): void {
    const { n, edit } = this.#options;
    edit({ ...workEdits.made(n, this.made), ...workEdits.progress(n, this.#progress) });
  }
}
