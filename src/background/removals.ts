import type { StoragePort } from '../board/port';
import type { Timers } from '../board/timers';
import type { Millis } from '../breakout/ids';

/** A removal that has failed is tried again after so long. */
const AGAIN_MS: Millis = 20_000;

interface Removal {
  readonly keys: readonly string[];
  /** Nobody is writing them any more. */
  readonly ready: () => boolean;
  readonly done: () => void;
}

/** Keys that are to go, removed one after the other and in their own time. */
export class Removals {
  readonly #storage: Pick<StoragePort, 'remove'>;
  readonly #timers: Timers;
  #queue: readonly Removal[] = [];
  #busy = false;
  #againAt: Millis = -Infinity;

  constructor({ storage, timers }: { storage: Pick<StoragePort, 'remove'>; timers: Timers }) {
    this.#storage = storage;
    this.#timers = timers;
  }

  add(removal: Removal): void {
    this.#queue = [...this.#queue, removal];
    this.evaluate();
  }

  evaluate(): void {
    const next = this.#queue.find(({ ready }) => ready());
    if (next === undefined || this.#busy || this.#timers.monotonic() < this.#againAt) return;
    this.#busy = true;
    void this.#remove(next);
  }

  close(): void {
    this.#queue = [];
  }

  async #remove(removal: Removal): Promise<void> {
    try {
      for (const key of removal.keys) await this.#storage.remove(key);
      this.#queue = this.#queue.filter((one) => one !== removal);
      removal.done();
    } catch {
      // Tried again: removing what has gone already does no harm.
      this.#againAt = this.#timers.monotonic() + AGAIN_MS;
    }
    this.#busy = false;
    this.evaluate();
  }
}
