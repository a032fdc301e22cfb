/**
 * Key `fillers`. Writers: facilitators' leading backgrounds, merged. Each claims the rooms that it is
 * about to fill with copies, and gives them back when it has.
 */
import * as v from 'valibot';
import { nextNumber } from '../breakout/counter';
import { supersededBy, type Claim, type Fillers } from '../breakout/fillers';
import { userId, type RoomId, type UserId } from '../breakout/ids';
import { defineMerged } from './definition';
import { keys } from './keys';
import type { Changes } from './merge';
import { idsUnder, register } from './register';
import { counter, list, room } from './schemas';
import { toJson } from './to-json';

const MAX_ROOMS = 200;

const claim = register('claim/*', v.object({ seq: counter, rooms: list(room, MAX_ROOMS) }));

export const fillersRecord = defineMerged<Fillers>({
  key: keys.fillers,
  version: 1,
  registers: [claim],
  decode: (doc) => {
    const fillers = new Map<UserId, Claim>();
    for (const user of idsUnder(doc, claim.path(''))) {
      const found = claim.in(doc, user);
      if (found !== undefined) fillers.set(userId(user), found);
    }
    return fillers;
  },
});

export const fillersEdits = {
  /** From whoever has them. */
  claim(fillers: Fillers, me: UserId, rooms: readonly RoomId[]): Changes {
    const seq = nextNumber(Math.max(0, ...[...fillers.values()].map((each) => each.seq)));
    const over = supersededBy(fillers, rooms).map((user) => [claim.path(user), null] as const);
    const changes: Changes = Object.fromEntries(over);
    return { ...changes, [claim.path(me)]: toJson({ seq, rooms }) };
  },
  release: (me: UserId): Changes => ({ [claim.path(me)]: null }),
};
