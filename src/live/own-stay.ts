import type { Millis, UserId } from '../breakout/ids';

/** One's own time in one room of a breakout that is over. */
export interface OwnStay {
  readonly ms: Millis;
  /** Who was there at the same time, with the names that were noted. */
  readonly beside: ReadonlyMap<UserId, string>;
}
