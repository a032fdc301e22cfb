import type { Epoch } from '../breakout/ids';
import type { People } from './people';
import type { Snapshot } from './snapshot';

/**
 * Everyone who will be in the rooms, as far as that is known, once each: who is here, who is away
 * and keeps a seat, and who is on a list and has not come yet.
 */
export function reckoned(
  { plan, seatsOf, expectedOf }: Snapshot,
  { participants, facilitators }: People,
  epoch: Epoch,
): ReadonlySet<string> {
  const rooms = new Set(plan.rooms.map(({ id }) => id));
  const seated = [...seatsOf(epoch)].filter(
    ([user, { room }]) => rooms.has(room) && !facilitators.has(user),
  );
  return new Set([
    ...participants,
    ...seated.map(([user]) => user),
    ...expectedOf(epoch).map(({ name }) => `expected ${name}`),
  ]);
}
