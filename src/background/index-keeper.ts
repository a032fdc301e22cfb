/**
 * [K1] Keeps the index while this background conducts: who and which breakouts have keys. [K2] What
 * stands there of breakouts long past is removed as new ones open.
 */
import type { Board } from '../board/port';
import type { Timers } from '../board/timers';
import type { WriterId } from '../breakout/ids';
import type { Millis } from '../breakout/ids';
import type { ChunkRef } from '../breakout/journal';
import { MergedRecord } from '../records/merged-record';
import { indexEdits, indexRecord, keysOfEpoch, type StoredIndex } from '../records/stored-index';
import type { Held } from './held';
import type { OwnRun } from './own-run';
import type { Removals } from './removals';

/** Seats and journals of so many breakouts are kept. */
const EPOCHS_KEPT = 30;
/** People come one by one; they are noted together. */
const EVERY_MS: Millis = 10_000;

export interface IndexKeeperDeps {
  readonly board: Board;
  readonly timers: Timers;
  readonly held: Held;
  readonly ownRun: Pick<OwnRun, 'value' | 'active'>;
  readonly removals: Removals;
  readonly writer: WriterId;
  readonly wake: () => void;
}

export class IndexKeeper {
  readonly #deps: IndexKeeperDeps;
  #index: MergedRecord<StoredIndex> | undefined;
  #peopleAt = -Infinity;
  readonly #leaving = new Set<number>();

  constructor(deps: IndexKeeperDeps) {
    this.#deps = deps;
  }

  evaluate(): void {
    const run = this.#deps.ownRun.value;
    if (run === undefined) return;
    const index = this.#opened();
    if (index.status !== 'ready') return;
    const over = run.phase === 'closed';
    this.#notePeople(index, over);
    if (run.epoch > 0) this.#noteEpoch(index, run.epoch, run.journal.chunks);
    this.#removeOld(index, run.epoch);
  }

  close(): void {
    this.#index?.close();
  }

  #opened(): MergedRecord<StoredIndex> {
    if (this.#index !== undefined) return this.#index;
    const { board, timers, writer, ownRun, wake } = this.#deps;
    this.#index = new MergedRecord({
      storage: board.storage,
      definition: indexRecord,
      writer,
      timers,
      repair: () => (ownRun.active ? 'conductor' : 'never'),
    });
    this.#index.subscribe(wake);
    void this.#index.open();
    return this.#index;
  }

  #notePeople(index: MergedRecord<StoredIndex>, atOnce: boolean): void {
    const { held, board, timers } = this.#deps;
    if (!atOnce && timers.monotonic() - this.#peopleAt < EVERY_MS) return;
    const { people } = index.value;
    const missing = [board.me.id, ...held.people.known.keys()].filter((user) => !people.has(user));
    if (missing.length === 0) return;
    this.#peopleAt = timers.monotonic();
    // Too many to be noted is no fault: their own apps remove what the index does not list.
    index.edit(indexEdits.addPeople(missing));
  }

  #noteEpoch(index: MergedRecord<StoredIndex>, epoch: number, chunks: readonly ChunkRef[]): void {
    const known = index.value.epochs.get(epoch);
    const same =
      known?.length === chunks.length &&
      known.every(({ term, n }, at) => chunks[at]?.term === term && chunks[at].n === n);
    if (!same) index.edit(indexEdits.setEpoch(epoch, chunks));
  }

  #removeOld(index: MergedRecord<StoredIndex>, epoch: number): void {
    for (const [old, chunks] of index.value.epochs) {
      if (old > epoch - EPOCHS_KEPT || this.#leaving.has(old)) continue;
      this.#leaving.add(old);
      this.#deps.removals.add({
        keys: keysOfEpoch(old, chunks),
        ready: () => true,
        done: () => void index.edit(indexEdits.setEpoch(old, null)),
      });
    }
  }
}
