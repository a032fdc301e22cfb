import type { StoragePort, Stop } from '../board/port';
import type { Timers } from '../board/timers';
import type { Millis } from '../breakout/ids';
import { canonical } from './canonical';
import type { OwnedDefinition } from './definition';
import { Follower, type Arrival } from './follower';
import { GivingUp } from './giving-up';
import { once } from './once';
import { unreadable, type Unreadable } from './reading';
import { toJson } from './to-json';

export interface Arrived<T> {
  readonly value: T;
  /** It is older than what was known, which nobody brings back: see giving-up.ts. */
  readonly instead: boolean;
  /**
   * It was pushed, and differs from what came before: a stamp in it is fresh. The first value of a
   * subscription may be hours old.
   */
  readonly changed: boolean;
  /** Local wall clock on arrival. */
  readonly at: Millis;
}

export interface OwnedCopyOptions<T> {
  readonly storage: StoragePort;
  readonly definition: OwnedDefinition<T>;
  readonly timers: Timers;
}

/**
 * This iframe's copy of a record with one writer at a time, to be read: screens need no more.
 * Readers do not go back to an older value, in whatever order values arrive, unless it stays.
 */
export class OwnedCopy<T extends object> {
  /** What stands in storage, as last read: unknown fields in it are kept. */
  protected raw: unknown;
  /** The newest value known, of whoever wrote it. */
  protected newest: T | undefined;
  readonly #options: OwnedCopyOptions<T>;
  readonly #follower: Follower;
  readonly #givingUp: GivingUp;
  readonly #listeners = new Set<(arrived: Arrived<T> | undefined) => void>();
  #answered = false;
  #unreadable: Unreadable | undefined;
  #arrived: Arrived<T> | undefined;

  constructor(options: OwnedCopyOptions<T>) {
    this.#options = options;
    const { storage, definition, timers } = options;
    this.#givingUp = new GivingUp(timers);
    this.#follower = new Follower({
      storage,
      key: definition.key,
      timers,
      arrived: (raw, arrival) => this.#take(raw, arrival),
    });
  }

  get key(): string {
    return this.#options.definition.key;
  }

  /** Resolves after the first answer. */
  async open(): Promise<void> {
    await this.#follower.open();
  }

  /** Storage has answered, and what is known can be gone on with: the newest, or the last good value. */
  get usable(): boolean {
    return this.writable || (this.#answered && this.newest !== undefined);
  }

  /** Storage has answered, and what stands there can be read. */
  get writable(): boolean {
    return this.#answered && this.#unreadable === undefined;
  }

  get unreadable(): Unreadable | undefined {
    return this.#unreadable;
  }

  /** The newest value known, our own last write included; `undefined`: there is none. */
  get value(): T | undefined {
    return this.newest;
  }

  /** The last value that arrived from storage and was not older than the one before. */
  get arrived(): Arrived<T> | undefined {
    return this.#arrived;
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
    this.#follower.close();
  }

  /** [M9] Whether what is known may be given up for something older that stays in storage. */
  protected get givesUp(): boolean {
    return true;
  }

  /** What stands in storage is `older` than what is known, or as new. */
  protected behind(_older: boolean): void {
    // A reader waits for the writer to bring the newest back.
  }

  /** The record has been wiped on purpose: nothing of it is written back. */
  protected forget(): void {
    this.raw = undefined;
    this.newest = undefined;
    this.#arrived = undefined;
    this.#givingUp.reset();
  }

  protected emit(arrived: Arrived<T> | undefined): void {
    for (const listener of [...this.#listeners]) listener(arrived);
  }

  #take(raw: unknown, arrival: Arrival): void {
    const reading = this.#options.definition.read(raw);
    this.#answered = true;
    this.#unreadable = undefined;
    let arrived: Arrived<T> | undefined;
    switch (reading.type) {
      case 'ok':
        this.raw = raw;
        arrived = this.#accept(reading.value, arrival);
        break;
      case 'missing':
        // Said of a key that never was, it may come late, after our first write.
        if (this.#arrived !== undefined) this.forget();
        break;
      default:
        this.#unreadable = unreadable(reading);
    }
    this.emit(arrived);
  }

  #accept(value: T, arrival: Arrival): Arrived<T> | undefined {
    const { definition, timers } = this.#options;
    const older = this.newest !== undefined && !definition.supersedes(this.newest, value);
    if (older && !(this.#givingUp.isDue() && this.givesUp)) {
      this.behind(true);
      return undefined;
    }
    this.#givingUp.reset();
    const before = this.#arrived?.value;
    this.behind(false);
    this.newest = value;
    this.#arrived = {
      value,
      instead: older,
      // Only beats are asked: comparing a run costs more than all the rest here.
      get changed() {
        return arrival === 'change' && !isSame(value, before);
      },
      at: timers.now(),
    };
    return this.#arrived;
  }
}

export function isSame<T extends object>(a: T, b: T | undefined): boolean {
  return a === b || (b !== undefined && textOf(a) === textOf(b));
}

/** Each value is compared with the one before it and with the one after. */
const textOf = once((value: object) => canonical(toJson(value)));
