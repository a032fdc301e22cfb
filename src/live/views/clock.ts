import type { Millis } from '../../breakout/ids';

export interface ClockView {
  /** `undefined`: no end was set. Never negative. Computed at each paint. */
  readonly remainingMs: Millis | undefined;
  /** Share of the length that is left, for the ring, in [0, 1]. */
  readonly share: number;
  /** Local wall-clock time of the end, for "until 10:34". */
  readonly endsAt: Millis | undefined;
  readonly paused: boolean;
  /** No live beat yet: whole minutes, "about". */
  readonly approximate: boolean;
}
