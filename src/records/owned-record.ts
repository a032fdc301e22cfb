import type { Stop } from '../board/port';
import type { Millis } from '../breakout/ids';
import type { Json } from '../breakout/json';
import { isSame, OwnedCopy, type OwnedCopyOptions } from './owned-copy';
import { fits } from './size';
import { WriteLane, type WriteFailure } from './write-lane';

/** How long an older value may stand over ours before we write ours again. */
const OVERWRITTEN_MS: Millis = 1_000;

/** How long an heir leaves that to the writer, and up to as much again. */
const HEIR_MS: Millis = 4_000;

export interface OwnedRecordOptions<T> extends OwnedCopyOptions<T> {
  /** Whether we may bring back what a writer that has gone wrote last. */
  readonly heir?: () => boolean;
}

/**
 * A record with one writer at a time, to be read and, by whoever it is just then, written: the
 * writer brings its own back when an older value, of a predecessor that has not yet heard of it, has
 * been written over it.
 */
export class OwnedRecord<T extends object> extends OwnedCopy<T> {
  readonly #options: OwnedRecordOptions<T>;
  readonly #lane: WriteLane;
  /** What we wrote last, or are to write. */
  #mine: T | undefined;
  /** Why our last value was not even tried: nobody could read it, or there is no room for it. */
  #refused: WriteFailure | undefined;
  /** Storage holds, or was just seen to hold, something older than what is known. */
  #behind = false;
  /** Callers whose value the next write will carry, and those whose value is being written. */
  #waiting: ((stored: boolean) => void)[] = [];
  #carried: ((stored: boolean) => void)[] = [];
  #stopHealing: Stop | undefined;

  constructor(options: OwnedRecordOptions<T>) {
    super(options);
    this.#options = options;
    const { storage, definition, timers } = options;
    this.#lane = new WriteLane({
      storage,
      key: definition.key,
      timers,
      next: () => this.#next(),
      settled: () => this.#settled(),
    });
  }

  get failure(): WriteFailure | undefined {
    return this.#refused ?? this.#lane.failure;
  }

  /**
   * One write in flight, the newest value wins. Resolves to whether this value or a newer one has
   * been stored; after false it is tried again as far as that can help. Writing something older
   * than what is known, or before storage has answered, resolves to false, too, and changes nothing.
   * Over something unreadable nothing is written: the value counts here, and waits for it to be mended.
   * What nobody could read again is a failure, and counts for nothing.
   */
  write(value: T): Promise<boolean> {
    const known = this.newest;
    const older = known !== undefined && !this.#options.definition.supersedes(known, value);
    const foreclosed = !this.writable && (!this.usable || this.unreadable?.newer === true);
    if (foreclosed || older) return Promise.resolve(false);
    this.#mine = value;
    this.newest = value;
    if (!this.writable) return Promise.resolve(false);
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      this.#lane.request();
    });
  }

  retry(): void {
    this.#lane.retry();
  }

  override close(): void {
    super.close();
    this.#stopHealing?.();
    this.#lane.close();
  }

  /** Whoever may bring back what is newer does not give it up. */
  protected override get givesUp(): boolean {
    const { heir = () => false } = this.#options;
    return !this.#isOurs() && !heir();
  }

  protected override behind(older: boolean): void {
    this.#behind = older;
    this.#heal();
  }

  protected override forget(): void {
    super.forget();
    this.#mine = undefined;
    this.#behind = false;
  }

  #next(): Json | undefined {
    this.#carried = [...this.#carried, ...this.#waiting];
    this.#waiting = [];
    if (this.#mine !== undefined && this.writable) {
      const raw = this.#options.definition.write(this.#mine, this.raw);
      this.#refused = this.#refusalOf(raw);
      if (this.#refused === undefined) return raw;
      this.#mine = undefined;
      this.newest = this.arrived?.value;
      this.emit(undefined);
    }
    this.#release(false);
    return undefined;
  }

  #refusalOf(raw: Json): WriteFailure | undefined {
    if (!fits(raw)) return { fault: 'too-large', detail: 'The record would exceed 60 KB.' };
    const reading = this.#options.definition.read(raw);
    return reading.type === 'malformed' ? { fault: 'unknown', detail: reading.why } : undefined;
  }

  /**
   * Something older stands over what is known, and no write of ours is under way that would mend
   * it. Its own writer writes it again; heirs do when that one has had its chance, and may be gone.
   */
  #heal(): void {
    if (!this.#behind || this.#lane.busy || this.#stopHealing !== undefined) return;
    const { timers, heir = () => false } = this.#options;
    const patienceMs = this.#isOurs() ? OVERWRITTEN_MS : HEIR_MS * (1 + timers.random());
    this.#stopHealing = timers.after(patienceMs, () => {
      this.#stopHealing = undefined;
      if (!this.#behind || (!this.#isOurs() && !heir())) return;
      this.#mine = this.newest;
      this.#lane.request();
    });
  }

  #isOurs(): boolean {
    return this.#mine !== undefined && isSame(this.#mine, this.newest);
  }

  #settled(): void {
    this.#release(this.#lane.failure === undefined);
    this.#heal();
    this.emit(undefined);
  }

  #release(stored: boolean): void {
    const carried = this.#carried;
    this.#carried = [];
    for (const resolve of carried) resolve(stored);
  }
}
