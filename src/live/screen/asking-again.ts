import type { Stop } from '../../board/port';
import type { Timers } from '../../board/timers';
import type { Beat } from '../../breakout/beat';
import type { Millis } from '../../breakout/ids';
import type { workIn } from '../../breakout/phases';

/** Whoever begins to conduct beats at once, and then every ten seconds: longer is silence. */
const FIRST_MS: Millis = 5_000;
const SILENT_MS: Millis = 15_000;

export interface AskingAgainDeps {
  readonly timers: Timers;
  /** Reads what is stored, in case the push that ended the breakout has been lost. */
  readonly read: () => Promise<unknown>;
  /** Stores the plan once more, in case our own background has lost the push with the order. */
  readonly order: () => void;
}

/**
 * Lost pushes are noticed by beats; but nobody beats before a breakout has begun, nor after it has
 * ended. While this screen believes that there is work and hears no beat, it asks storage itself.
 */
export class AskingAgain {
  readonly #deps: AskingAgainDeps;
  #work: ReturnType<typeof workIn> = 'none';
  #beat: Beat | undefined;
  #stop: Stop | undefined;

  constructor(deps: AskingAgainDeps) {
    this.#deps = deps;
  }

  /** To be told with every picture of the situation. */
  look(work: ReturnType<typeof workIn>, beat: Beat | undefined): void {
    const heard = beat !== this.#beat;
    if (!heard && work === this.#work) return;
    const began = this.#work !== work && work === 'ordered';
    this.#work = work;
    this.#beat = beat;
    this.#wait(began ? FIRST_MS : SILENT_MS);
  }

  close(): void {
    this.#stop?.();
  }

  #wait(ms: Millis): void {
    this.#stop?.();
    this.#stop = this.#work === 'none' ? undefined : this.#deps.timers.after(ms, () => this.#ask());
  }

  #ask(): void {
    if (this.#work === 'ordered') this.#deps.order();
    // Storage that does not answer now is asked again in the next turn.
    void this.#deps.read().catch(() => undefined);
    this.#wait(this.#work === 'ordered' ? FIRST_MS : SILENT_MS);
  }
}
