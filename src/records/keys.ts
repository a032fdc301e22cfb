/**
 * Everything this app stores on a board, in one collection. Keys have no `:`, because Miro joins
 * collection and key by one.
 *
 * Reserved for later: `journal-<epoch>-<term>-<n>` (append-only chunks of who was where) and
 * `index` (the people and epochs that have keys, so that everything can be removed).
 */
import type { Epoch, UserId } from '../breakout/ids';

export const COLLECTION = 'breakout';

export const keys = {
  plan: 'plan',
  run: 'run',
  beat: 'beat',
  seats: (epoch: Epoch) => `seats-${epoch}`,
  person: (user: UserId) => `person-${user}`,
} as const;
