/** Mixing memory: who has sat with whom in earlier rounds. Rules N1 and N2 of docs/spec.md. */
import type { RoomId, UserId } from './ids';

/** Who sat, or is to sit, where in one round. */
export type Groups = ReadonlyMap<UserId, RoomId>;

/** People who were together: those of one room, or two who met. */
export type Group = readonly UserId[];

/** A table of pairs: 2,000 people are four megabytes. Whoever comes after them counts as a stranger. */
const MAX_PEOPLE = 2_000;

/** How often each two people have been in one room. */
export class Met {
  readonly #places = new Map<UserId, number>();
  readonly #times: Uint8Array;

  /** @param rounds at most 255 of them; nobody is with the same person in two groups of one round */
  constructor(rounds: Iterable<Iterable<Group>>) {
    const all = Array.from(rounds, (groups) => [...groups]).flat();
    for (const group of all) {
      for (const user of group) {
        if (this.#places.size < MAX_PEOPLE && !this.#places.has(user))
          this.#places.set(user, this.#places.size);
      }
    }
    this.#times = new Uint8Array(this.#places.size ** 2);
    for (const group of all) this.#meet(group);
  }

  /** `false`: every pair is a pair of strangers. */
  get isEmpty(): boolean {
    return this.#places.size === 0;
  }

  times(a: UserId, b: UserId): number {
    const row = this.#places.get(a);
    const column = this.#places.get(b);
    if (row === undefined || column === undefined) return 0;
    return this.#times[row * this.#places.size + column] ?? 0;
  }

  /** How often each two of these people have met, row by row: `people × people`. */
  tableOf(people: readonly UserId[]): Uint8Array {
    const places = people.map((user) => this.#places.get(user));
    const table = new Uint8Array(people.length ** 2);
    let index = 0;
    for (const row of places) {
      const from = row === undefined ? undefined : row * this.#places.size;
      for (const column of places) {
        if (from !== undefined && column !== undefined) {
          table[index] = this.#times[from + column] ?? 0;
        }
        index++;
      }
    }
    return table;
  }

  #meet(group: Group): void {
    const places = group.flatMap((user) => this.#places.get(user) ?? []);
    for (const row of places) {
      for (const column of places) {
        const at = row * this.#places.size + column;
        if (row !== column) this.#times[at] = (this.#times[at] ?? 0) + 1;
      }
    }
  }
}

/** The people of each room that has any. */
export function groupsOf(groups: Groups): readonly Group[] {
  const rooms = new Map<RoomId, UserId[]>();
  for (const [user, room] of groups) {
    const group = rooms.get(room);
    if (group === undefined) rooms.set(room, [user]);
    else group.push(user);
  }
  return [...rooms.values()];
}

/** [N2] How many pairs of these groups have been in one room before, however often. */
export function repeatedPairs(groups: Groups, met: Met): number {
  if (met.isEmpty) return 0;
  let repeated = 0;
  for (const group of groupsOf(groups)) {
    group.forEach((a, index) => {
      for (let other = 0; other < index; other++) {
        const b = group[other];
        if (b !== undefined && met.times(a, b) > 0) repeated++;
      }
    });
  }
  return repeated;
}
