/**
 * Local search over one arrangement: somebody who meets people again changes places with whoever
 * makes it best, and may not go straight back (tabu search). Bounded work for each step.
 */
import type { MixingTable } from './mixing-table';

/** So many moves without a better arrangement, and this one is given up. */
const PATIENCE = { moves: 60, perPerson: 4 };
/** For how many moves nobody returns to a room they have left: at least, and at random more. */
const TABU = { least: 4, more: 8 };

export class MixingWalk {
  readonly #table: MixingTable;
  readonly #random: () => number;
  readonly #people: number;
  /** Until which move a person may not go to a room, `people × rooms`. */
  readonly #tabu: Int32Array;
  readonly #patience: number;
  #moves = 0;
  #bestAt = 0;
  #bestCost: number;
  #bestRooms: Int16Array;
  #stuck = false;

  constructor(table: MixingTable, random: () => number) {
    this.#table = table;
    this.#random = random;
    this.#people = table.weights.people;
    this.#tabu = new Int32Array(this.#people * table.rooms);
    this.#patience = PATIENCE.moves + PATIENCE.perPerson * this.#people;
    this.#bestCost = table.cost;
    this.#bestRooms = table.roomOf.slice();
  }

  get cost(): number {
    return this.#bestCost;
  }

  /** Each person's room in the best arrangement so far. */
  get rooms(): Int16Array {
    return this.#bestRooms;
  }

  get done(): boolean {
    return this.#bestCost === 0 || this.#stuck || this.#moves - this.#bestAt > this.#patience;
  }

  /** One move. Looks at everyone once. */
  step(): void {
    const person = this.#somebodyToMove();
    if (person === undefined) {
      this.#stuck = true;
      return;
    }
    this.#moves++;
    this.#moveBest(person);
    if (this.#table.cost >= this.#bestCost) return;
    this.#bestCost = this.#table.cost;
    this.#bestRooms = this.#table.roomOf.slice();
    this.#bestAt = this.#moves;
  }

  /** At random, of those who meet somebody again and may change rooms. */
  #somebodyToMove(): number | undefined {
    let chosen: number | undefined;
    let seen = 0;
    for (let person = 0; person < this.#people; person++) {
      if ((this.#table.kept[person] ?? -1) >= 0 || this.#table.costOf(person) === 0) continue;
      if (this.#random() * ++seen < 1) chosen = person;
    }
    return chosen;
  }

  #moveBest(person: number): void {
    const choice = { gain: Infinity, equals: 0, other: -1, room: -1 };
    const from = this.#table.roomOf[person] ?? 0;
    for (let other = 0; other < this.#people; other++) {
      const to = this.#table.roomOf[other] ?? 0;
      if (to === from || (this.#table.kept[other] ?? -1) >= 0) continue;
      const gain = this.#table.swapGain(person, other);
      if (gain > choice.gain) continue;
      if (!this.#allowed(gain, this.#isTabu(person, to) || this.#isTabu(other, from))) continue;
      this.#consider(choice, { gain, other, room: to });
    }
    for (let room = 0; room < this.#table.rooms; room++) {
      if (room === from || !this.#table.mayMove(person, room)) continue;
      const gain = this.#table.moveGain(person, room);
      if (gain > choice.gain || !this.#allowed(gain, this.#isTabu(person, room))) continue;
      this.#consider(choice, { gain, other: -1, room });
    }
    if (choice.room < 0) return;
    this.#forbid(person, from);
    if (choice.other < 0) {
      this.#table.move(person, choice.room);
    } else {
      this.#forbid(choice.other, choice.room);
      this.#table.swap(person, choice.other);
    }
  }

  /** Of equals, each with the same chance. */
  #consider(
    choice: { gain: number; equals: number; other: number; room: number },
    found: { readonly gain: number; readonly other: number; readonly room: number },
  ): void {
    if (found.gain < choice.gain) choice.equals = 0;
    choice.gain = found.gain;
    if (this.#random() * ++choice.equals >= 1) return;
    choice.other = found.other;
    choice.room = found.room;
  }

  /** What leads to the best arrangement so far is always allowed. */
  #allowed(gain: number, tabu: boolean): boolean {
    return !tabu || this.#table.cost + gain < this.#bestCost;
  }

  #isTabu(person: number, room: number): boolean {
    return (this.#tabu[person * this.#table.rooms + room] ?? 0) > this.#moves;
  }

  #forbid(person: number, room: number): void {
    const moves = TABU.least + Math.floor(this.#random() * TABU.more);
    this.#tabu[person * this.#table.rooms + room] = this.#moves + moves;
  }
}
