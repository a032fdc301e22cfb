/** Who is meant by the names of a list. Pure, so that every facilitator's client finds the same. */
import type { UserId } from '../ids';
import { fits, partsOf, type Parts } from './name-fits';
import { nameKey } from './name-parts';

export interface Named {
  readonly id: UserId;
  readonly name: string;
}

export type Match =
  | { readonly type: 'one'; readonly user: UserId }
  /** Several people are called so, or several lines fit one person: somebody has to say. */
  | { readonly type: 'several'; readonly users: readonly UserId[] }
  | { readonly type: 'nobody' };

/**
 * [L2] First whoever has exactly these parts of a name; then, among those who are left, whoever's
 * name has more or fewer of them, if that can be nobody else and is meant by no other line. What is
 * not certain is asked about: nobody is seated by a guess.
 * @param names all different by `nameKey`
 * @returns for each name, in their order
 */
export function matchNames(names: readonly string[], people: readonly Named[]): readonly Match[] {
  const exact = exactMatches(names, people);
  const taken = new Set(exact.flatMap((match) => (match?.type === 'one' ? [match.user] : [])));
  const whoFits = fitting(people.filter(({ id }) => !taken.has(id)));
  const candidates = names.map((name, index) => (exact[index] === undefined ? whoFits(name) : []));
  const claims = new Map<UserId, number>();
  for (const user of candidates.flat()) claims.set(user, (claims.get(user) ?? 0) + 1);
  return names.map((_, index): Match => {
    const found = exact[index];
    if (found !== undefined) return found;
    const users = candidates[index] ?? [];
    const [user] = users;
    if (user === undefined) return { type: 'nobody' };
    const certain = users.length === 1 && claims.get(user) === 1;
    return certain ? { type: 'one', user } : { type: 'several', users };
  });
}

function exactMatches(
  names: readonly string[],
  people: readonly Named[],
): readonly (Match | undefined)[] {
  const byKey = new Map<string, UserId[]>();
  for (const { id, name } of people) {
    const key = nameKey(name);
    byKey.set(key, [...(byKey.get(key) ?? []), id]);
  }
  return names.map((name): Match | undefined => {
    const key = nameKey(name);
    const users = key === '' ? [] : (byKey.get(key) ?? []);
    const [user] = users;
    if (user === undefined) return undefined;
    return users.length === 1 ? { type: 'one', user } : { type: 'several', users };
  });
}

/** Two names that fit have a part in common, or all of them: so nobody else need be compared. */
function fitting(people: readonly Named[]): (name: string) => readonly UserId[] {
  const known = people.map(({ id, name }) => ({ id, name: partsOf(name) }));
  const byPart = new Map<string, typeof known>();
  for (const person of known) {
    for (const key of keysOf(person.name)) byPart.set(key, [...(byPart.get(key) ?? []), person]);
  }
  return (text) => {
    const name = partsOf(text);
    const near = [...keysOf(name)].flatMap((key) => byPart.get(key) ?? []);
    return [...new Set(near)].filter((person) => fits(name, person.name)).map(({ id }) => id);
  };
}

const keysOf = ({ parts, joined }: Parts): ReadonlySet<string> => new Set([...parts, joined]);
