import type { Epoch } from '../breakout/ids';

/** What earlier rounds on this board mean for the groups of the next. */
export interface RoundsFacts {
  /** Rounds whose groups are known, oldest first, the last one included. */
  readonly past: readonly Epoch[];
  /** Rounds that cannot be read: whoever met there counts as strangers. */
  readonly unreadable: number;
  /** Pairs that would meet again in new groups; `undefined` while that is being found out. */
  readonly newGroups: number | undefined;
  /** Pairs that meet again in the groups that are being prepared; `undefined`: none are. */
  readonly prepared: number | undefined;
}
