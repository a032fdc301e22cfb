import { MAX_COUNTER, nextNumber } from './counter';
import type { Epoch } from './ids';
import type { Person } from './person';
import type { NativeGuest } from './run';
import type { Seat } from './seats';

/** What is known of somebody's earlier questions in one epoch. */
export interface Asked {
  readonly epoch: Epoch;
  readonly seat: Seat | undefined;
  readonly person: Pick<Person, 'here' | 'asked' | 'answer' | 'at' | 'was'> | undefined;
  /** As the run of this epoch has them. */
  readonly guest: NativeGuest | undefined;
}

/**
 * [Q1] The number of somebody's next question: greater than that of each one before it, also where their seat
 * has been taken away since, or is an earlier one again ("Undo"). What they or Miro answered to one of those
 * would else be taken for an answer to this.
 */
export function nextAsk({ epoch, seat, person, guest }: Asked): number {
  const own = [person?.asked, person?.answer, person?.at, person?.was];
  const had = own.filter((question) => question?.epoch === epoch);
  // [S10] Whoever makes a wish knows nothing of Miro's own invitations, and counts without them.
  const invited = person?.here === true ? undefined : guest;
  const numbers = [invited, ...had].flatMap((question) => question?.ask ?? []);
  // One that somebody has forged in their own record is not counted on from.
  const before = numbers.filter((number) => number < MAX_COUNTER);
  return nextNumber(Math.max(seat?.ask ?? 0, ...before));
}
