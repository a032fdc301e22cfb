/**
 * Key `index`. Writers: conductors, merged. Storage cannot list its keys: here stands who and which
 * breakouts have some, so that everything can be found again, and removed.
 */
import * as v from 'valibot';
import { userId, type Epoch, type UserId } from '../breakout/ids';
import type { ChunkRef } from '../breakout/journal';
import { defineMerged } from './definition';
import { keys } from './keys';
import { type Changes } from './merge';
import { idsUnder, register } from './register';
import { MAX_CHUNKS } from './run';
import { counter, list } from './schemas';

export interface StoredIndex {
  /** Breakouts with seats, and the chunks of their journals. By number. */
  readonly epochs: ReadonlyMap<Epoch, readonly ChunkRef[]>;
  /** Who has a record of their own. */
  readonly people: ReadonlySet<UserId>;
}

const epoch = register('epoch/*', list(v.tuple([counter, counter]), MAX_CHUNKS));
/** Short, because there are many of them: a thousand people are 25 KB. */
const person = register('p/*', v.literal(1));

export const indexRecord = defineMerged<StoredIndex>({
  key: keys.index,
  version: 1,
  registers: [epoch, person],
  decode(doc) {
    const epochs = [...idsUnder(doc, 'epoch/')]
      .map(Number)
      .filter((number) => Number.isSafeInteger(number) && epoch.in(doc, number) !== undefined)
      .sort((a, b) => a - b);
    const refs = (of: Epoch): ChunkRef[] =>
      (epoch.in(doc, of) ?? []).map(([term, n]) => ({ term, n }));
    const people = [...idsUnder(doc, 'p/')].filter((id) => person.in(doc, id) !== undefined);
    return {
      epochs: new Map(epochs.map((of) => [of, refs(of)])),
      people: new Set(people.map(userId)),
    };
  },
});

export const indexEdits = {
  /** `null`: its keys have been removed. */
  setEpoch: (of: Epoch, chunks: readonly ChunkRef[] | null): Changes => ({
    [epoch.path(of)]: chunks && chunks.map(({ term, n }) => [term, n]),
  }),
  addPeople: (users: Iterable<UserId>): Changes =>
    Object.fromEntries(Array.from(users, (user) => [person.path(user), 1])),
};

/** Every key of one breakout. */
export function keysOfEpoch(of: Epoch, chunks: readonly ChunkRef[]): readonly string[] {
  return [...chunks.map((chunk) => keys.journal(of, chunk)), keys.seats(of)];
}
