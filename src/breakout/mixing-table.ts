/**
 * One arrangement of people in rooms, in numbers, so that a change can be weighed without looking at
 * anybody but those who change: the price of a person in a room is kept, not added up.
 */

/** People by number; how often two of them have met, `people × people`. */
export interface Weights {
  readonly people: number;
  readonly times: Uint8Array;
}

export interface Places {
  /** Each room's size. They stay these sizes, in whichever order. */
  readonly sizes: readonly number[];
  /** The room in which a person is kept; -1: anywhere. */
  readonly kept: Int16Array;
}

/** Reads that the bounds of the loops keep inside; the checked ones cost half of the search's time. */
const at = (table: Uint8Array | Int16Array | Int32Array, index: number): number =>
  table[index] ?? 0;

export class MixingTable {
  readonly weights: Weights;
  readonly kept: Int16Array;
  readonly rooms: number;
  /** Each person's room. */
  readonly roomOf: Int16Array;
  readonly #sizes: Int16Array;
  /** What a person costs in a room, `people × rooms`: how often they have met those who are there. */
  readonly #price: Int32Array;
  #cost = 0;

  /** Seats everyone, one after the other, where they have met the fewest. */
  constructor(weights: Weights, places: Places, random: () => number) {
    const { people } = weights;
    const rooms = places.sizes.length;
    this.weights = weights;
    this.kept = places.kept;
    this.rooms = rooms;
    this.roomOf = new Int16Array(people).fill(-1);
    this.#sizes = new Int16Array(rooms);
    this.#price = new Int32Array(people * rooms);
    places.kept.forEach((room, person) => {
      if (room >= 0) this.#enter(person, room);
    });
    for (const person of randomOrder(people, random)) {
      if (at(this.roomOf, person) < 0) this.#enter(person, this.#cheapest(person, places, random));
    }
  }

  /** Over all pairs in one room: how often they have met before. */
  get cost(): number {
    return this.#cost;
  }

  /** What this person adds to the cost. */
  costOf(person: number): number {
    return at(this.#price, person * this.rooms + at(this.roomOf, person));
  }

  /** By how much the cost changes when `a` and `b`, of different rooms, change places. */
  swapGain(a: number, b: number): number {
    const roomA = at(this.roomOf, a);
    const roomB = at(this.roomOf, b);
    return (
      at(this.#price, a * this.rooms + roomB) -
      at(this.#price, a * this.rooms + roomA) +
      at(this.#price, b * this.rooms + roomA) -
      at(this.#price, b * this.rooms + roomB) -
      2 * at(this.weights.times, a * this.weights.people + b)
    );
  }

  /** Whether a person may go there alone: only into a room smaller by one, so that sizes stay. */
  mayMove(person: number, room: number): boolean {
    return at(this.#sizes, at(this.roomOf, person)) === at(this.#sizes, room) + 1;
  }

  moveGain(person: number, room: number): number {
    return at(this.#price, person * this.rooms + room) - this.costOf(person);
  }

  move(person: number, room: number): void {
    this.#leave(person);
    this.#enter(person, room);
  }

  swap(a: number, b: number): void {
    const roomA = at(this.roomOf, a);
    const roomB = at(this.roomOf, b);
    this.#leave(a);
    this.#leave(b);
    this.#enter(a, roomB);
    this.#enter(b, roomA);
  }

  #cheapest(person: number, { sizes }: Places, random: () => number): number {
    let best = 0;
    let least = Infinity;
    let equals = 0;
    for (let room = 0; room < this.rooms; room++) {
      if (at(this.#sizes, room) >= (sizes[room] ?? 0)) continue;
      const price = at(this.#price, person * this.rooms + room);
      if (price < least) {
        least = price;
        equals = 0;
      }
      if (price === least && random() * ++equals < 1) best = room;
    }
    return best;
  }

  #enter(person: number, room: number): void {
    this.#cost += at(this.#price, person * this.rooms + room);
    this.roomOf[person] = room;
    this.#sizes[room] = at(this.#sizes, room) + 1;
    this.#reprice(person, room, 1);
  }

  #leave(person: number): void {
    const room = at(this.roomOf, person);
    this.#sizes[room] = at(this.#sizes, room) - 1;
    this.#reprice(person, room, -1);
    this.#cost -= at(this.#price, person * this.rooms + room);
  }

  /** Nobody has met themselves, so one's own price does not change. */
  #reprice(person: number, room: number, sign: 1 | -1): void {
    const { people, times } = this.weights;
    const row = person * people;
    const { rooms } = this;
    for (let other = 0; other < people; other++) {
      const index = other * rooms + room;
      this.#price[index] = at(this.#price, index) + sign * at(times, row + other);
    }
  }
}

function randomOrder(count: number, random: () => number): number[] {
  const order = Array.from({ length: count }, (_, index) => index);
  for (let last = count - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [order[last], order[other]] = [order[other] ?? 0, order[last] ?? 0];
  }
  return order;
}
