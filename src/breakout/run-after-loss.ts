import type { Epoch, Millis, UserId } from './ids';
import { tabId } from './ids';
import type { Length } from './plan';
import type { Run } from './run';

/**
 * What stands for a run that nobody has a copy of: the breakout is over, and its number is not used
 * again. Its term is smaller than any conductor's, so whoever does have a copy brings that back.
 */
export function runAfterLoss(about: {
  readonly epoch: Epoch;
  readonly by: { readonly id: UserId; readonly name: string };
  readonly length: Length;
  readonly now: Millis;
}): Run {
  const { epoch, by, length, now } = about;
  return {
    epoch,
    term: 0,
    seq: 0,
    clock: { user: by.id, tab: tabId('none') },
    phase: 'closed',
    by: { user: by.id, name: by.name },
    seatsDigest: '',
    opensAt: now,
    openedAt: now,
    length,
    deadlineAt: undefined,
    remainingMs: undefined,
    paused: false,
    closesAt: now,
    closedAt: now,
    rooms: new Map(),
    guests: new Map(),
    timerEndsAt: undefined,
    failures: [],
    notes: new Map(),
    journal: { keeps: 'counts', chunks: [] },
  };
}
