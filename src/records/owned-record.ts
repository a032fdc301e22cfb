import type { StoragePort, Stop } from '../board/port';
import type { Timers } from '../board/timers';
import type { Millis } from '../breakout/ids';
import type { Json } from '../breakout/json';
import { canonical } from './canonical';
import type { OwnedDefinition } from './definition';
import { Follower, type Arrival } from './follower';
import type { Mending, Unreadable } from './merged-record';
import { fits } from './size';
import { toJson } from './to-json';
import { WriteLane, type WriteFailure } from './write-lane';

/** How long an older value may stand over ours before we write ours again. */
const OVERWRITTEN_MS: Millis = 1_000;

/** How long an heir leaves that to the writer, and up to as much again. */
const HEIR_MS: Millis = 4_000;

export interface Arrived<T> {
  readonly value: T;
  /**
   * It was pushed, and differs from what came before: a stamp in it is fresh. The first value of a
   * subscription may be hours old.
   */
  readonly changed: boolean;
  /** Local wall clock on arrival. */
  readonly at: Millis;
  /** Local monotonic clock on arrival. */
  readonly monotonicAt: Millis;
}

export interface OwnedRecordOptions<T> {
  readonly storage: StoragePort;
  readonly definition: OwnedDefinition<T>;
  readonly timers: Timers;
  /** Whether we may bring back what a writer that has gone wrote last. */
  readonly heir?: () => boolean;
}

/**
 * This iframe's copy of a record with one writer at a time. Readers never go back to an older
 * value, in whatever order values arrive; the writer brings its own back when an older one, of a
 * predecessor that has not yet heard of it, has been written over it.
 */
export class OwnedRecord<T extends object> {
  readonly #options: OwnedRecordOptions<T>;
  readonly #follower: Follower;
  readonly #lane: WriteLane;
  readonly #listeners = new Set<(arrived: Arrived<T> | undefined) => void>();
  #answered = false;
  #unreadable: Unreadable | undefined;
  #raw: unknown;
  #value: T | undefined;
  #arrived: Arrived<T> | undefined;
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
    this.#options = options;
    const { storage, definition, timers } = options;
    const { key } = definition;
    this.#follower = new Follower({
      storage,
      key,
      timers,
      arrived: (raw, arrival) => this.#take(raw, arrival),
    });
    this.#lane = new WriteLane({
      storage,
      key,
      timers,
      next: () => this.#next(),
      settled: () => this.#settled(),
    });
  }

  get key(): string {
    return this.#options.definition.key;
  }

  /** Resolves after the first answer. */
  async open(): Promise<void> {
    await this.#follower.open();
  }

  get status(): 'loading' | 'ready' | 'unreadable' {
    if (!this.#answered) return 'loading';
    return this.#unreadable === undefined ? 'ready' : 'unreadable';
  }

  /** Storage has answered, and what is known can be gone on with: the newest, or the last good value. */
  get usable(): boolean {
    return this.writable || (this.#answered && this.#value !== undefined);
  }

  /** Storage has answered, and what stands there can be read. */
  get writable(): boolean {
    return this.status === 'ready';
  }

  get mending(): Mending | undefined {
    if (this.#unreadable === undefined || this.#unreadable.newer) return undefined;
    return this.#value === undefined ? 'afresh' : 'repair';
  }

  get unreadable(): Unreadable | undefined {
    return this.#unreadable;
  }

  /** The newest value known, our own last write included; `undefined`: there is none. */
  get value(): T | undefined {
    return this.#value;
  }

  /** The last value that arrived from storage and was not older than the one before. */
  get arrived(): Arrived<T> | undefined {
    return this.#arrived;
  }

  get failure(): WriteFailure | undefined {
    return this.#refused ?? this.#lane.failure;
  }

  /**
   * One write in flight, the newest value wins. Resolves to whether this value or a newer one has
   * been stored; after false it is tried again as far as that can help. Writing something older
   * than what is known, or before storage has answered, resolves to false, too, and changes nothing.
   * Over something unreadable nothing is written: the value counts here, and waits for it to be mended.
   * What nobody could read again is a failure, and is not written either.
   */
  write(value: T): Promise<boolean> {
    const known = this.#value;
    const older = known !== undefined && !this.#options.definition.supersedes(known, value);
    if (!this.#answered || this.#unreadable?.newer === true || older) return Promise.resolve(false);
    this.#refused = this.#refusalOf(value);
    if (this.#refused !== undefined) {
      this.#emit(undefined);
      return Promise.resolve(false);
    }
    this.#mine = value;
    this.#value = value;
    if (!this.writable) return Promise.resolve(false);
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      this.#lane.request();
    });
  }

  /**
   * Writes the last good value over what cannot be read, or else `afresh`. For a facilitator's press
   * alone: others may have a better copy, and then write it.
   */
  mend(afresh?: T): Promise<boolean> {
    const value = this.#value ?? afresh;
    if (this.mending === undefined || value === undefined) return Promise.resolve(false);
    this.#unreadable = undefined;
    this.#raw = undefined;
    return this.write(value);
  }

  retry(): void {
    this.#lane.retry();
  }

  /**
   * Reads the record once: a push may have been lost.
   * @throws {BoardError} storage did not answer
   */
  reread(): Promise<void> {
    return this.#follower.reread();
  }

  /** Called with each value that arrives, and with `undefined` when anything else has changed. */
  subscribe(listener: (arrived: Arrived<T> | undefined) => void): Stop {
    const own = (arrived: Arrived<T> | undefined) => listener(arrived);
    this.#listeners.add(own);
    return () => this.#listeners.delete(own);
  }

  close(): void {
    this.#listeners.clear();
    this.#stopHealing?.();
    this.#follower.close();
    this.#lane.close();
  }

  #take(raw: unknown, arrival: Arrival): void {
    const reading = this.#options.definition.read(raw);
    this.#answered = true;
    this.#unreadable = undefined;
    let arrived: Arrived<T> | undefined;
    switch (reading.type) {
      case 'ok':
        this.#raw = raw;
        arrived = this.#accept(reading.value, arrival);
        break;
      case 'missing':
        // Said of a key that never was, it may come late, after our first write.
        if (this.#arrived !== undefined) this.#forget();
        break;
      case 'newer':
      case 'malformed': {
        const detail = reading.type === 'malformed' ? reading.why : '';
        this.#unreadable = { newer: reading.type === 'newer', detail };
      }
    }
    this.#emit(arrived);
  }

  /** Wiped on purpose: nothing of it is written back. */
  #forget(): void {
    this.#raw = undefined;
    this.#value = undefined;
    this.#arrived = undefined;
    this.#mine = undefined;
    this.#behind = false;
  }

  /** As it would be read again; what this version does not know has been read already. */
  #refusalOf(value: T): WriteFailure | undefined {
    const { definition } = this.#options;
    const raw = definition.write(value, this.#raw);
    if (!fits(raw)) return { fault: 'too-large', detail: 'The record would exceed 60 KB.' };
    const reading = definition.read(raw);
    return reading.type === 'malformed' ? { fault: 'unknown', detail: reading.why } : undefined;
  }

  #next(): Json | undefined {
    this.#carried = this.#waiting;
    this.#waiting = [];
    if (this.#mine !== undefined && this.#unreadable === undefined) {
      return this.#options.definition.write(this.#mine, this.#raw);
    }
    this.#release(false);
    return undefined;
  }

  #accept(value: T, arrival: Arrival): Arrived<T> | undefined {
    const { definition, timers } = this.#options;
    if (this.#value !== undefined && !definition.supersedes(this.#value, value)) {
      this.#behind = true;
      this.#heal();
      return undefined;
    }
    const before = this.#arrived?.value;
    this.#behind = false;
    this.#value = value;
    this.#arrived = {
      value,
      // Only beats are asked: comparing a run costs more than all the rest here.
      get changed() {
        return arrival === 'change' && !isSame(value, before);
      },
      at: timers.now(),
      monotonicAt: timers.monotonic(),
    };
    return this.#arrived;
  }

  /**
   * Something older stands over what is known, and no write of ours is under way that would mend
   * it. Its own writer writes it again; heirs do when that one has had its chance, and may be gone.
   */
  #heal(): void {
    if (!this.#behind || this.#lane.busy || this.#stopHealing !== undefined) return;
    const { timers, heir = () => false } = this.#options;
    const isOurs = (): boolean => this.#mine !== undefined && isSame(this.#mine, this.#value);
    const patienceMs = isOurs() ? OVERWRITTEN_MS : HEIR_MS * (1 + timers.random());
    this.#stopHealing = timers.after(patienceMs, () => {
      this.#stopHealing = undefined;
      if (!this.#behind || (!isOurs() && !heir())) return;
      this.#mine = this.#value;
      this.#lane.request();
    });
  }

  #settled(): void {
    this.#release(this.#lane.failure === undefined);
    this.#heal();
    this.#emit(undefined);
  }

  #release(stored: boolean): void {
    const carried = this.#carried;
    this.#carried = [];
    for (const resolve of carried) resolve(stored);
  }

  #emit(arrived: Arrived<T> | undefined): void {
    for (const listener of [...this.#listeners]) listener(arrived);
  }
}

function isSame<T extends object>(a: T, b: T | undefined): boolean {
  return a === b || (b !== undefined && textOf(a) === textOf(b));
}

/** Each value is compared with the one before it and with the one after. */
const texts = new WeakMap<object, string>();

function textOf(value: object): string {
  const text = texts.get(value) ?? canonical(toJson(value));
  texts.set(value, text);
  return text;
}
