import type { Stop } from '../board/port';
import type { Timers } from '../board/timers';
import type { Millis } from '../breakout/ids';

/** How urgently this iframe brings back what another's write has dropped. */
export type Repair = 'never' | 'conductor' | 'others';

const CONDUCTOR_MS: Millis = 100;
const OTHERS_FROM_MS: Millis = 300;
const OTHERS_TO_MS: Millis = 3_000;
/** Repairs of the last minute; each one beyond the first few doubles the delay of the next. */
const RECENT_MS: Millis = 60_000;
const FREE = 4;
const MOST_DOUBLINGS = 6;

interface RepairingOptions {
  readonly timers: Timers;
  readonly role: () => Repair;
  /** The delay is over; look whether it is still needed. */
  readonly due: () => void;
}

/**
 * Repair is calm: the conductor is first, the others wait at random, and whoever comes later finds
 * nothing left to do. Two clients that undo each other for ever slow down.
 */
export class Repairing {
  readonly #options: RepairingOptions;
  #recent: readonly Millis[] = [];
  #stop: Stop | undefined;

  constructor(options: RepairingOptions) {
    this.#options = options;
  }

  begin(): void {
    if (this.#stop !== undefined) return;
    const { timers, role, due } = this.#options;
    const as = role();
    if (as === 'never') return;
    const spread = OTHERS_FROM_MS + timers.random() * (OTHERS_TO_MS - OTHERS_FROM_MS);
    this.#recent = this.#recent.filter((at) => timers.monotonic() - at < RECENT_MS);
    const doublings = Math.min(MOST_DOUBLINGS, Math.max(0, this.#recent.length - FREE));
    const delayMs = (as === 'conductor' ? CONDUCTOR_MS : spread) * 2 ** doublings;
    this.#stop = timers.after(delayMs, () => {
      this.#stop = undefined;
      this.#recent = [...this.#recent, timers.monotonic()];
      due();
    });
  }

  cancel(): void {
    this.#stop?.();
    this.#stop = undefined;
  }
}
