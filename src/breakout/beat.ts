import type { Millis, TabId, UserId } from './ids';

/** Nobody new is asked when no live beat has come for so long. */
export const STALE_BEAT_MS: Millis = 30_000;

/** The conductor's sign of life: every 10 s while open, never when idle. */
export interface Beat {
  readonly term: number;
  /** Grows with every beat of one term, so that a delayed one is not taken for the newest. */
  readonly seq: number;
  readonly user: UserId;
  readonly tab: TabId;
  /** A hidden conductor's timers are slow: its silence is judged after 75 s instead of 25 s. */
  readonly visible: boolean;
  /** The conductor's clock when it wrote this. A sample only when it arrives as a change. */
  readonly at: Millis;
  /** How often that clock has been set since its page began; absent: never. */
  readonly clockSet?: number | undefined;
  readonly planDigest: string;
  readonly seatsDigest: string;
  readonly runDigest: string;
}
