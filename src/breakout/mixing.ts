/**
 * New groups in which people have not met: a search that can be stopped at any time and has a best
 * answer at each. Rules N1–N4 of docs/spec.md; figures by `npm run mixing`.
 *
 * A round without a repeated pair is not enough: of those that exist, most leave no further one (16
 * people in four rooms have five rounds, if the third is chosen well). So each candidate is also
 * judged by the rounds that the search finds after it.
 */
import type { RoomId, UserId } from './ids';
import { repeatedPairs, type Groups, type Met } from './met';
import { MixingTable, type Places, type Weights } from './mixing-table';
import { MixingWalk } from './mixing-walk';
import { evenSizes } from './room-sizes';
import { keptSeats, shuffled, type Division } from './seating';

export interface MixingTask extends Division {
  readonly met: Met;
}

export interface Mixing {
  readonly groups: Groups;
  /** [N2] Pairs who have met before. */
  readonly repeats: number;
}

/** How many rounds a candidate is judged by, its own included. */
const ROUNDS_AHEAD = 3;
/**
 * The whole search, in looks at one person: about an eighth of a second on one core. Counted, not timed, so
 * that the same seed gives the same groups everywhere.
 */
const BUDGET_LOOKS = 1_200_000;
/**
 * A few people have few arrangements: after so many candidates in a row that were no better, for each pair,
 * none is to be expected. From a dozen people on the budget ends first.
 */
const VAIN_PER_PAIR = 20;
/** A step, in looks: well under a millisecond. */
const STEP_LOOKS = 10_000;

interface Candidate {
  readonly rooms: Int16Array;
  /** Cost of this round, of the one found after it, and so on; unknown ones are left out. */
  readonly costs: readonly number[];
}

export class MixingSearch {
  readonly #task: MixingTask;
  readonly #random: () => number;
  readonly #weights: Weights;
  readonly #rooms: readonly RoomId[];
  readonly #places: Places;
  #best: Candidate | undefined;
  /** The rounds of the candidate under judgement that are found; the last walk is under way. */
  #chain: readonly Candidate[] = [];
  #chainWeights: Weights;
  #walk: MixingWalk;
  #looks = 0;
  /** Candidates since the best one. */
  #vain = 0;
  #perfect = false;

  constructor(task: MixingTask, random: () => number) {
    this.#task = task;
    this.#random = random;
    this.#rooms = shuffled(task.rooms, random);
    this.#weights = weightsOf(task);
    this.#places = placesOf(task, this.#rooms);
    this.#chainWeights = this.#weights;
    this.#walk = this.#newWalk(this.#weights);
  }

  /** Nothing better is to be expected, or enough has been tried. */
  get done(): boolean {
    const pairs = (this.#weights.people * (this.#weights.people - 1)) / 2;
    const hopeless = this.#vain > VAIN_PER_PAIR * pairs;
    return this.#perfect || hopeless || this.#looks >= BUDGET_LOOKS;
  }

  /** The best groups so far; there are some from the beginning. */
  get best(): Mixing {
    const rooms = this.#best?.rooms ?? this.#walk.rooms;
    const groups = new Map<UserId, RoomId>();
    this.#task.people.forEach((person, index) => {
      const room = this.#rooms[rooms[index] ?? -1];
      if (room !== undefined) groups.set(person, room);
    });
    return { groups, repeats: repeatedPairs(groups, this.#task.met) };
  }

  /** A bounded piece of the search. */
  step(): void {
    const until = this.#looks + STEP_LOOKS;
    while (!this.done && this.#looks < until) {
      if (this.#walk.done) this.#judge();
      else this.#walk.step();
      this.#looks += this.#weights.people + 1;
    }
  }

  #newWalk(weights: Weights): MixingWalk {
    // Seating everyone looks at each pair.
    this.#looks += weights.people ** 2;
    const table = new MixingTable(weights, this.#places, this.#random);
    return new MixingWalk(table, this.#random);
  }

  /** A walk has ended: look one round further, or take up the next candidate. */
  #judge(): void {
    const [first] = this.#chain;
    const costs = [...this.#chain.flatMap((round) => round.costs.slice(-1)), this.#walk.cost];
    const candidate = { rooms: first?.rooms ?? this.#walk.rooms, costs };
    if (this.#best === undefined || isBetter(candidate.costs, this.#best.costs)) {
      this.#best = candidate;
      this.#vain = 0;
    }
    const promising = !isWorse(candidate.costs, this.#best.costs);
    if (promising && costs.length < ROUNDS_AHEAD) {
      this.#chain = [...this.#chain, { rooms: this.#walk.rooms, costs }];
      this.#chainWeights = afterRound(this.#chainWeights, this.#walk.rooms);
      this.#walk = this.#newWalk(this.#chainWeights);
      return;
    }
    this.#vain++;
    this.#perfect = this.#best.costs.length === ROUNDS_AHEAD && this.#best.costs.every(isZero);
    this.#chain = [];
    this.#chainWeights = this.#weights;
    if (!this.#perfect) this.#walk = this.#newWalk(this.#weights);
  }
}

const isZero = (cost: number): boolean => cost === 0;

/** This round first, then the next; what is known of more rounds is better than what is not. */
function isBetter(a: readonly number[], b: readonly number[]): boolean {
  for (let round = 0; round < a.length; round++) {
    const [mine = 0, other = Infinity] = [a[round], b[round]];
    if (mine !== other) return mine < other;
  }
  return false;
}

/** As far as both are known. */
function isWorse(a: readonly number[], b: readonly number[]): boolean {
  for (let round = 0; round < Math.min(a.length, b.length); round++) {
    const [mine = 0, other = 0] = [a[round], b[round]];
    if (mine !== other) return mine > other;
  }
  return false;
}

function weightsOf({ people, met }: MixingTask): Weights {
  return { people: people.length, times: met.tableOf(people) };
}

function afterRound({ people, times }: Weights, rooms: Int16Array): Weights {
  const after = times.slice();
  for (let a = 0; a < people; a++) {
    for (let b = 0; b < people; b++) {
      if (a !== b && rooms[a] === rooms[b]) {
        after[a * people + b] = (after[a * people + b] ?? 0) + 1;
      }
    }
  }
  return { people, times: after };
}

/** [S5] Rooms by number, in this order. */
function placesOf(task: MixingTask, rooms: readonly RoomId[]): Places {
  const numbers = new Map(rooms.map((room, number) => [room, number]));
  const numberOf = (room: RoomId | undefined): number =>
    (room === undefined ? undefined : numbers.get(room)) ?? -1;
  const kept = keptSeats(task);
  const taken = new Map<RoomId, number>();
  for (const room of kept.values()) taken.set(room, (taken.get(room) ?? 0) + 1);
  const sizes = evenSizes(rooms, task.people.length, taken, task.most);
  return {
    sizes: rooms.map((room) => sizes.get(room) ?? 0),
    kept: Int16Array.from(task.people, (person) => numberOf(kept.get(person))),
  };
}
