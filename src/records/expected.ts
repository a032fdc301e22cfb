/**
 * Who is on a pasted list and not here yet: registers of the seats record, so that the seat and the
 * end of the expectation are one write. A path holds a digest, the value the name: when somebody has
 * come, nothing of the name is left.
 */
import * as v from 'valibot';
import type { RoomId } from '../breakout/ids';
import type { Expected } from '../breakout/roster/expected';
import { MAX_CELL } from '../breakout/roster/limits';
import { compare } from './canonical';
import type { Doc } from './merge';
import { idsUnder, register } from './register';
import { room, text } from './schemas';

/** Stands for whichever room is smallest; no room's id holds it. */
export const ANY = '*';
export const expectedRegister = register(
  'expected/*',
  v.tuple([text(MAX_CELL), v.union([room, v.literal(ANY)])]),
);

/** In the order of their names, so that every client goes through them alike. */
export function expectedIn(doc: Doc): readonly Expected[] {
  return [...idsUnder(doc, 'expected/')]
    .map((id) => expectedRegister.in(doc, id))
    .filter((found) => found !== undefined)
    .map(([name, to]): Expected => ({ name, room: isAny(to) ? undefined : to }))
    .sort((a, b) => compare(a.name, b.name));
}

const isAny = (to: RoomId | typeof ANY): to is typeof ANY => to === ANY;
