/**
 * [J5] What is stored of people whose own apps cannot remove it: who was away when the breakout was
 * over, and who is on a list and has not come. Done by the first of the facilitators who is here.
 */
import type { Board } from '../board/port';
import type { Timers } from '../board/timers';
import { RESTORE_WITHIN_MS } from '../breakout/afterwards';
import type { Epoch, Millis, UserId, WriterId } from '../breakout/ids';
import { isAny, isForgotten, isNamed, placeTraces, traces } from '../breakout/traces';
import { readIndex } from '../live/jobs/read-index';
import { expectedEdits } from '../records/expected-edits';
import { expectedIn } from '../records/expected';
import type { MergedDefinition } from '../records/definition';
import { edit, type Changes } from '../records/merge';
import { personEdits, personRecord } from '../records/person';
import { wasFacilitator } from '../records/was-facilitator';
import { workEdits, workRecord } from '../records/work';
import { BackOff } from './back-off';
import type { Conducting } from './conducting';
import type { Held } from './held';

const SWEEP = 'sweep';

export interface OthersTracesDeps {
  readonly board: Board;
  readonly timers: Timers;
  readonly held: Held;
  readonly conducting: Pick<Conducting, 'run'>;
  readonly writer: WriterId;
  readonly wake: () => void;
}

interface Sweep {
  readonly epoch: Epoch;
  /** When this background saw first that it is over, on the monotonic clock. */
  readonly sinceAt: Millis;
  /** Whose records have not been seen without traces; `undefined` until it is known who has one. */
  left: Set<UserId> | undefined;
  /** Nothing but the way back stands in these: it is needed for a minute. */
  readonly waiting: Set<UserId>;
}

export class OthersTraces {
  readonly #deps: OthersTracesDeps;
  readonly #backOff = new BackOff();
  #sweep: Sweep | undefined;
  #busy = false;

  constructor(deps: OthersTracesDeps) {
    this.#deps = deps;
  }

  /** To be called for the leading tab of the first facilitator who is here. */
  evaluate(): void {
    const { held, conducting, timers, wake } = this.#deps;
    const { run } = conducting;
    if (!isForgotten(run)) {
      this.#sweep = undefined;
      return;
    }
    this.#forgetExpected(run.epoch);
    if (this.#sweep?.epoch !== run.epoch) {
      const sinceAt = timers.monotonic();
      this.#sweep = { epoch: run.epoch, sinceAt, left: undefined, waiting: new Set() };
      timers.after(RESTORE_WITHIN_MS, wake);
    }
    const sweep = this.#sweep;
    const due =
      sweep.left === undefined || [...sweep.left].some((user) => this.#isDue(sweep, user));
    if (!due || this.#busy || !held.onlineKnown || !held.seats(run.epoch).writable) return;
    if (!this.#backOff.mayTry(SWEEP, timers.monotonic())) return;
    this.#busy = true;
    this.#backOff.begin(SWEEP);
    void this.#work(sweep);
  }

  #forgetExpected(epoch: Epoch): void {
    const seats = this.#deps.held.seats(epoch);
    if (!seats.writable) return;
    const names = expectedIn(seats.doc);
    if (names.length > 0) seats.edit(expectedEdits.forget(names));
  }

  /** Whoever is here removes it by themselves, if their app runs. */
  #isDue(sweep: Sweep, user: UserId): boolean {
    if (this.#isLate(sweep)) return true;
    return !this.#deps.held.online.has(user) && !sweep.waiting.has(user);
  }

  #isLate({ sinceAt }: Sweep): boolean {
    return this.#deps.timers.monotonic() - sinceAt >= RESTORE_WITHIN_MS;
  }

  async #work(sweep: Sweep): Promise<void> {
    const { timers, wake } = this.#deps;
    try {
      sweep.left ??= await this.#candidates(sweep.epoch);
      for (const user of sweep.left) {
        if (!this.#goesOn(sweep)) break;
        if (this.#isDue(sweep, user)) await this.#clean(sweep, user);
      }
      this.#backOff.succeeded(SWEEP);
    } catch {
      // Storage did not answer, or took nothing: whoever is left is tried again, ever more rarely.
      const now = timers.monotonic();
      this.#backOff.failed(SWEEP, now);
      timers.after((this.#backOff.nextAt() ?? now) - now, wake);
    }
    this.#busy = false;
    wake();
  }

  /** The next breakout needs the names again. */
  #goesOn({ epoch }: Sweep): boolean {
    const { run } = this.#deps.conducting;
    return isForgotten(run) && run.epoch === epoch;
  }

  async #candidates(epoch: Epoch): Promise<Set<UserId>> {
    const { board, held } = this.#deps;
    const { people } = await readIndex(board.storage);
    const all = [...people, ...held.seats(epoch).value.keys(), ...held.people.known.keys()];
    return new Set(all.filter((user) => user !== board.me.id));
  }

  async #clean(sweep: Sweep, user: UserId): Promise<void> {
    const { held } = this.#deps;
    const late = this.#isLate(sweep);
    const named = isNamed(held.plan.value, user);
    const person = await this.#change(personRecord(user), (stored) =>
      personEdits.set({
        ...traces(stored, sweep.epoch, named),
        ...(late ? placeTraces(stored) : {}),
      }),
    );
    if (wasFacilitator(held.plan.doc, user)) {
      await this.#change(workRecord(user), workEdits.forgetNames);
    }
    if (!late && person !== undefined && isAny(placeTraces(person))) sweep.waiting.add(user);
    else sweep.left?.delete(user);
  }

  /** What is not there or cannot be read is for nobody to change. @returns what was there */
  async #change<T>(
    definition: MergedDefinition<T>,
    changesOf: (stored: T) => Changes,
  ): Promise<T | undefined> {
    const { board, writer } = this.#deps;
    const reading = definition.read(await board.storage.read(definition.key));
    if (reading.type !== 'ok') return undefined;
    const stored = definition.decode(reading.value);
    const doc = edit(reading.value, changesOf(stored), writer);
    if (doc !== reading.value) await board.storage.write(definition.key, definition.write(doc));
    return stored;
  }
}
