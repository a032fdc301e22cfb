/**
 * Key `seats-<epoch>`. Writers: facilitators' iframes, merged. Who is assigned to which room.
 *
 * A register's path is the bare user id, its value a pair: a thousand seats made by one split are
 * stored as one stamp with a list of ids for each room. Anything else that this record holds has a
 * path with a `/`: who is expected (`expected.ts`).
 */
import * as v from 'valibot';
import { userId, type Epoch, type UserId } from '../breakout/ids';
import type { Seat, Seats } from '../breakout/seats';
import { expectedRegister } from './expected';
import { defineMergedKind, type MergedDefinition } from './definition';
import { keys } from './keys';
import type { Changes } from './merge';
import { register } from './register';
import { counter, room } from './schemas';

const seat = register('*', v.tuple([room, counter]));

const kind = defineMergedKind<Seats>({
  version: 1,
  registers: [seat, expectedRegister],
  decode(doc) {
    const seats = new Map<UserId, Seat>();
    for (const id of Object.keys(doc.registers)) {
      const found = seat.matches(id) ? seat.in(doc, id) : undefined;
      if (found !== undefined) seats.set(userId(id), { room: found[0], ask: found[1] });
    }
    return seats;
  },
});

export const seatsRecord = (epoch: Epoch): MergedDefinition<Seats> => kind(keys.seats(epoch));

export const seatsEdits = {
  /** `null` takes a seat away. */
  seat: (entries: Iterable<readonly [UserId, Seat | null]>): Changes =>
    Object.fromEntries(Array.from(entries, ([id, to]) => [seat.path(id), to && [to.room, to.ask]])),
};
