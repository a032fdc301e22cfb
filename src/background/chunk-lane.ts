import type { StoragePort } from '../board/port';
import type { Timers } from '../board/timers';
import type { Millis } from '../breakout/ids';
import type { Json } from '../breakout/json';
import { WriteLane, type WriteFailure } from '../records/write-lane';

/** A chunk that grows is written again at most this often, and once more at its end. */
const EVERY_MS: Millis = 20_000;

interface ChunkLaneOptions {
  readonly storage: StoragePort;
  readonly timers: Timers;
  readonly key: string;
  /** The chunk as it is now. */
  readonly value: () => Json | undefined;
  readonly settled: (failure: WriteFailure | undefined) => void;
}

/** Writes one chunk of the journal, in its own time: nothing waits for it. */
export class ChunkLane {
  readonly #timers: Timers;
  readonly #lane: WriteLane;
  #dirty = false;
  #writtenAt = -Infinity;

  constructor({ storage, timers, key, value, settled }: ChunkLaneOptions) {
    this.#timers = timers;
    this.#lane = new WriteLane({
      storage,
      key,
      timers,
      next: value,
      settled: () => settled(this.#lane.failure),
    });
  }

  get busy(): boolean {
    return this.#lane.busy;
  }

  changed(): void {
    this.#dirty = true;
  }

  /** @param now without waiting any longer */
  write(now: 'now' | 'in-time'): void {
    const at = this.#timers.monotonic();
    if (!this.#dirty || (now === 'in-time' && at - this.#writtenAt < EVERY_MS)) return;
    this.#dirty = false;
    this.#writtenAt = at;
    this.#lane.request();
  }

  /** What is under way is still written. */
  close(): void {
    this.#lane.close();
  }
}
