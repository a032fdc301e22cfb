/** Writing down who is expected, and that somebody is no more (`expected.ts`). */
import type { Arrived, Expected } from '../breakout/roster/expected';
import { MAX_CELL } from '../breakout/roster/limits';
import { nameKey } from '../breakout/roster/name-parts';
import { digestOf } from './digest';
import { ANY, expectedRegister } from './expected';
import type { Changes } from './merge';
import { seatsEdits } from './seats';

/** With a thousand seats they fit the record together. */
const MAX_EXPECTED = 500;
/** Unit: bytes of UTF-8. Long names in other scripts count more. */
const MAX_BYTES = 26_000;
/** What a register costs besides the name: its path, its room, its punctuation. */
const BYTES_EACH = 44;

const idOf = ({ name }: Expected): string => digestOf(nameKey(name));

/** How many of `more` fit beside those who are expected already. */
export function expectable(known: readonly Expected[], more: readonly Expected[]): number {
  const sizes = new Map(known.map((one) => [idOf(one), bytesOf(one)]));
  let total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  for (const [index, one] of more.entries()) {
    const id = idOf(one);
    total += bytesOf(one) - (sizes.get(id) ?? 0);
    sizes.set(id, bytesOf(one));
    if (sizes.size > MAX_EXPECTED || total > MAX_BYTES) return index;
  }
  return more.length;
}

const bytesOf = ({ name }: Expected): number =>
  BYTES_EACH + new TextEncoder().encode(JSON.stringify(name)).length;

export const expectedEdits = {
  expect: (people: readonly Expected[]): Changes =>
    Object.fromEntries(
      people.map((one) => [
        expectedRegister.path(idOf(one)),
        [one.name.slice(0, MAX_CELL), one.room ?? ANY],
      ]),
    ),
  forget: (people: readonly Expected[]): Changes =>
    Object.fromEntries(people.map((one) => [expectedRegister.path(idOf(one)), null])),
  /** Newcomers get their seats and are expected no more, in one write. */
  arrive: ({ seats, arrived }: Arrived): Changes => ({
    ...expectedEdits.forget(arrived),
    ...seatsEdits.seat([...seats].map(([user, room]) => [user, { room, ask: 1 }])),
  }),
};
