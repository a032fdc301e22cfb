import type { Epoch, UserId } from '../breakout/ids';
import { answerIn } from '../breakout/question';
import type { Snapshot } from './snapshot';

/**
 * Whether somebody was in a room in this breakout, by whichever way they came. Whom nothing is known
 * about may have been: only a record that says otherwise counts against it.
 */
export function cameTo({ people, run }: Snapshot, epoch: Epoch, user: UserId): boolean {
  const guest = run?.epoch === epoch ? run.guests.get(user) : undefined;
  if (guest?.state === 'in' || guest?.state === 'left') return true;
  const person = people.get(user);
  if (person === undefined && guest === undefined) return true;
  const kind = answerIn(person, epoch)?.kind;
  return kind === 'yes' || kind === 'left';
}
