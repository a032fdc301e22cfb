/**
 * Everything this app stores on a board, in one collection. Keys have no `:`, because Miro joins
 * collection and key by one.
 */
import type { Epoch, UserId } from '../breakout/ids';
import type { ChunkRef } from '../breakout/journal';

export const COLLECTION = 'breakout';

export const keys = {
  plan: 'plan',
  run: 'run',
  beat: 'beat',
  index: 'index',
  seats: (epoch: Epoch) => `seats-${epoch}`,
  person: (user: UserId) => `person-${user}`,
  journal: (epoch: Epoch, { term, n }: ChunkRef) => `journal-${epoch}-${term}-${n}`,
  labels: 'labels',
  fillers: 'fillers',
  setups: 'setups',
  work: (user: UserId) => `work-${user}`,
  blueprint: (user: UserId) => `blueprint-${user}`,
} as const;
