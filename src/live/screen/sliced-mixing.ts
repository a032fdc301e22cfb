import type { Stop } from '../../board/port';
import type { Timers } from '../../board/timers';
import type { Millis } from '../../breakout/ids';
import { MixingSearch, type Mixing, type MixingTask } from '../../breakout/mixing';

/** [N4] Half a frame at 60 Hz: nobody sees it. */
const SLICE_MS: Millis = 6;
/** However slow the computer is: with its slices' ends, under 300 ms. */
const LIMIT_MS: Millis = 250;

/** One search for new groups, in slices between which the screen does what it has to. */
export class SlicedMixing {
  /** Settles at the end, or when stopped, with the best groups found. */
  readonly found: Promise<Mixing>;
  readonly #timers: Timers;
  readonly #search: MixingSearch;
  readonly #settle: (mixing: Mixing) => void;
  #spentMs: Millis = 0;
  #result: Mixing | undefined;
  #disarm: Stop;

  constructor(task: MixingTask, timers: Timers) {
    this.#timers = timers;
    this.#search = new MixingSearch(task, () => timers.random());
    const { promise, resolve } = withResolver<Mixing>();
    this.found = promise;
    this.#settle = resolve;
    this.#disarm = timers.after(0, () => this.#slice());
  }

  /** `undefined` while it goes on. */
  get result(): Mixing | undefined {
    return this.#result;
  }

  stop(): void {
    this.#disarm();
    this.#finish();
  }

  #slice(): void {
    const startedAt = this.#timers.monotonic();
    const elapsedMs = (): Millis => this.#timers.monotonic() - startedAt;
    while (!this.#search.done && elapsedMs() < SLICE_MS) this.#search.step();
    this.#spentMs += elapsedMs();
    if (this.#search.done || this.#spentMs >= LIMIT_MS) this.#finish();
    else this.#disarm = this.#timers.after(0, () => this.#slice());
  }

  #finish(): void {
    this.#result ??= this.#search.best;
    this.#settle(this.#result);
  }
}

function withResolver<T>(): {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
} {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((settle) => (resolve = settle));
  return { promise, resolve };
}
