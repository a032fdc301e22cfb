/**
 * Finishes what a facilitator's panel began, and keeps the plan in order: makes frames that were
 * ordered, sees to names, and seats people who arrive before the opening; what is stored of people
 * who have gone is removed where only numbers are kept. Any facilitator's
 * background computes the same seats, so a doubled write is the same write.
 */
import type { Board } from '../board/port';
import type { Timers } from '../board/timers';
import { expectedCounts, seatArrivals } from '../breakout/roster/expected';
import { limitsOf, unlockedRooms } from '../breakout/places';
import { isFacilitator } from '../breakout/plan';
import { participants, seatCounts, unseated } from '../breakout/seated';
import type { Millis, WriterId } from '../breakout/ids';
import { framesWanted, makeFrames } from '../live/jobs/make-frames';
import { expectedEdits } from '../records/expected-edits';
import { expectedIn } from '../records/expected';
import { BackOff } from './back-off';
import type { Conducting } from './conducting';
import type { Held } from './held';
import type { LeadingTab } from './leading-tab';
import { NameKeeper } from './name-keeper';
import { OthersTraces } from './others-traces';
import type { OwnProblem } from './own-problem';

/** So long somebody is without a seat before one is chosen for them. */
const SETTLE_MS: Millis = 1_500;

/** What a facilitator alone does, as it is called in the person record. */
const STEPS: ReadonlySet<string> = new Set(['frames', 'rename']);

export interface KeeperDeps {
  readonly board: Board;
  readonly timers: Timers;
  readonly held: Held;
  readonly conducting: Pick<Conducting, 'run'>;
  readonly lead: Pick<LeadingTab, 'leading'>;
  readonly problem: OwnProblem;
  readonly writer: WriterId;
  readonly wake: () => void;
}

export class Keeper {
  readonly #deps: KeeperDeps;
  readonly #names: NameKeeper;
  readonly #traces: OthersTraces;
  readonly #backOff = new BackOff();
  #waiting: { readonly newcomers: string; readonly sinceAt: Millis } | undefined;

  constructor(deps: KeeperDeps) {
    this.#deps = deps;
    this.#names = new NameKeeper(deps);
    this.#traces = new OthersTraces(deps);
  }

  /** "Try again", pressed by a facilitator. */
  retry(): void {
    this.#backOff.reset();
  }

  evaluate(): void {
    const { held, board, lead, problem } = this.#deps;
    if (!held.plan.writable || !held.run.usable || !lead.leading) return;
    const plan = held.plan.value;
    if (!isFacilitator(plan, board.me.id)) {
      problem.settle((step) => STEPS.has(step));
      return;
    }
    this.#frames();
    // One of several facilitators is enough; the first of the list who is here.
    const first = plan.facilitators.find(({ user }) => held.online.has(user))?.user === board.me.id;
    this.#names.evaluate({ first });
    if (!first) return;
    this.#seats();
    this.#traces.evaluate();
  }

  close(): void {
    this.#names.close();
  }

  #frames(): void {
    const { held, board, timers, problem, wake } = this.#deps;
    if (framesWanted(held.plan.value, board.me.id).length === 0) {
      problem.settle((step) => step === 'frames');
      return;
    }
    if (!this.#backOff.mayTry('frames', timers.monotonic())) return;
    this.#backOff.begin('frames');
    makeFrames({
      me: board.me.id,
      frames: board.frames,
      plan: () => held.plan.value,
      edit: (changes) => {
        held.plan.edit(changes);
      },
    })
      .then(
        () => {
          this.#backOff.succeeded('frames');
        },
        (error: unknown) => {
          // What was made is written down; what failed is shown in the panel, and tried again.
          this.#backOff.failed('frames', timers.monotonic());
          problem.note('frames', error);
        },
      )
      .finally(wake);
  }

  /** Rooms and seats are two records: those of one edit may arrive apart. */
  #lasts(newcomers: string): boolean {
    const { timers, wake } = this.#deps;
    const now = timers.monotonic();
    if (this.#waiting?.newcomers !== newcomers) {
      this.#waiting = { newcomers, sinceAt: now };
      timers.after(SETTLE_MS, wake);
    }
    return now - this.#waiting.sinceAt >= SETTLE_MS;
  }

  /** [S3] [L5] Who arrives before the opening is seated at once: as the list says, else in the smallest. */
  #seats(): void {
    const { held, conducting } = this.#deps;
    const { run } = conducting;
    const plan = held.plan.value;
    if (run !== undefined && run.phase !== 'closed') return;
    const epoch = (run?.epoch ?? 0) + 1;
    if (plan.rooms.length === 0 || plan.prepared < epoch) return;
    const seats = held.seats(epoch);
    if (!seats.writable) return;
    const present = participants(plan, held.online.keys());
    const newcomers = unseated(present, seats.value, plan.removed);
    if (newcomers.length === 0 || !this.#lasts(newcomers.join(' '))) return;
    const counts = seatCounts(seats.value, seats.value.keys());
    const expected = expectedIn(seats.doc);
    const places = expectedCounts(expected);
    const arrivals = seatArrivals({
      newcomers,
      nameOf: (user) => held.nameOf(user),
      expected,
      rooms: unlockedRooms(plan.rooms),
      most: limitsOf(plan.rooms),
      // [S8] Everyone else is going to choose.
      isGiven: () => plan.settings.seating === 'given',
      // Places are kept for those who are expected.
      countOf: (room) => (counts.get(room) ?? 0) + (places.get(room) ?? 0),
    });
    if (arrivals.seats.size > 0) seats.edit(expectedEdits.arrive(arrivals));
  }
}
