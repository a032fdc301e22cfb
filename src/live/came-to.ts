import type { Epoch, UserId } from '../breakout/ids';
import { lastPlaceIn } from '../breakout/question';
import { guestCame } from '../breakout/run';
import type { Snapshot } from './snapshot';

/**
 * Whether somebody was in a room in this breakout, by whichever way they came. Whom nothing is known
 * about may have been: only a record that says otherwise counts against it.
 */
export function cameTo({ people, run }: Snapshot, epoch: Epoch, user: UserId): boolean {
  const guest = run?.epoch === epoch ? run.guests.get(user) : undefined;
  if (guestCame(guest)) return true;
  // [J2] Where only counts are kept, nothing is known of anybody afterwards.
  if (run?.epoch === epoch && run.attended !== undefined && run.journal.keeps === 'counts') {
    return true;
  }
  const person = people.get(user);
  if (person === undefined && guest === undefined) return true;
  return lastPlaceIn(person, epoch) !== undefined;
}
