/**
 * What one iframe knows: its copies of the records, who is online, the conductor's clock. It is the
 * whole of what a modal needs; the panel's `Workbench` adds the board's frames and a way back.
 */
import type { Board, Stop } from '../../board/port';
import type { Timers } from '../../board/timers';
import type { Epoch, Millis, WriterId } from '../../breakout/ids';
import type { Expected } from '../../breakout/roster/expected';
import type { Seats } from '../../breakout/seats';
import { expectedIn } from '../../records/expected';
import { nothingPast } from '../past-view';
import type { Overruled } from '../overruled';
import type { Answered, Snapshot } from '../snapshot';
import { activeRun, nextEpoch } from '../stage';
import { ConductorClock } from './conductor-clock';
import { Copies } from './copies';
import { peopleToFollow } from './people-to-follow';
import { Presence } from './presence';

/** A facilitator's first screen waits so long for everybody's records, lest all seem without the app. */
const PEOPLE_PATIENCE_MS: Millis = 1_500;

export interface SituationDeps {
  readonly board: Pick<Board, 'me' | 'storage' | 'users'>;
  readonly timers: Timers;
  readonly writer: WriterId;
  /** May be called several times in one turn. */
  readonly onChange: () => void;
  /** Another facilitator has changed the same thing to something else, and theirs stands. */
  readonly onOverruled: (what: Overruled) => void;
}

/** What only a workbench can know. */
export type FromWorkbench = Pick<
  Snapshot,
  | 'planDigest'
  | 'saving'
  | 'frames'
  | 'selected'
  | 'lostFrames'
  | 'failed'
  | 'undo'
  | 'past'
  | 'lasting'
  | 'overruled'
  | 'conductorLost'
  | 'rounds'
  | 'astray'
  | 'stays'
>;

const withoutWorkbench: FromWorkbench = {
  planDigest: '',
  saving: { state: 'saved' },
  frames: undefined,
  selected: new Set(),
  lostFrames: new Set(),
  failed: undefined,
  undo: undefined,
  past: nothingPast,
  lasting: new Map(),
  overruled: undefined,
  conductorLost: false,
  rounds: undefined,
  astray: false,
  stays: undefined,
};

export class Situation {
  readonly copies: Copies;
  readonly #deps: SituationDeps;
  readonly #presence: Presence;
  readonly #clock: ConductorClock;
  readonly #stops: Stop[] = [];
  #following = '';
  #peopleAwaited = true;
  #closed = false;

  constructor(deps: SituationDeps) {
    this.#deps = deps;
    this.#clock = new ConductorClock(deps.timers);
    this.copies = new Copies({ ...deps, onBeat: (arrived) => this.#clock.hear(arrived) });
    this.#presence = new Presence(deps);
  }

  /** @throws {BoardError} when Miro does not say who is online */
  async open(): Promise<void> {
    const { board, timers, onChange } = this.#deps;
    this.endWith(timers.after(PEOPLE_PATIENCE_MS, () => this.#stopAwaitingPeople()));
    const [stop] = await Promise.all([this.#presence.watch(board), this.copies.open()]);
    this.endWith(stop);
    onChange();
  }

  /** What is known now, as data that does not change any more. */
  snapshot(fromWorkbench: FromWorkbench = withoutWorkbench): Snapshot {
    const { board, timers } = this.#deps;
    const { plan, person, run, people } = this.copies;
    const { me } = board;
    return {
      me,
      now: timers.now(),
      answered: this.#answered(),
      online: this.#presence.online ?? [],
      names: this.#presence.names,
      plan: plan.value,
      run: run.value,
      seatsOf: this.#seats(),
      expectedOf: (epoch) => this.#expected(epoch),
      people: new Map(people.known).set(me.id, person.value),
      estimate: this.#clock.estimate,
      setups: this.copies.setups?.ready === true ? this.copies.setups.value : undefined,
      unreadable: [...this.#unreadableSeats(), ...this.#unreadableSetups()],
      unattendedMs: this.#presence.unattendedMs(plan.value.facilitators, person.value.unattended),
      ...fromWorkbench,
    };
  }

  /**
   * Follows the people whom this situation shows. New subscriptions only when the list has changed:
   * each costs credits.
   */
  follow(snapshot: Snapshot): void {
    if (this.#closed || this.#presence.online === undefined || !this.copies.plan.ready) return;
    const users = peopleToFollow(snapshot);
    const key = `${users.length} ${users.join(' ')}`;
    if (key === this.#following) return;
    this.#following = key;
    this.copies.people.follow(users);
    // With nobody to wait for, there will be no answer to wake us.
    if (users.length === 0) this.#deps.onChange();
  }

  /** Stopped when this is closed; at once, if it was closed while something was being opened. */
  endWith(stop: Stop): void {
    if (this.#closed) stop();
    else this.#stops.push(stop);
  }

  close(): void {
    this.#closed = true;
    for (const stop of this.#stops) stop();
    this.copies.close();
  }

  #stopAwaitingPeople(): void {
    this.#peopleAwaited = false;
    this.#deps.onChange();
  }

  /** The epochs whose seats are on a screen: the running one, or the last and the next. */
  #epochs(): readonly Epoch[] {
    const run = this.copies.run.value;
    if (activeRun(run) !== undefined && run !== undefined) return [run.epoch];
    const next = nextEpoch(run);
    return next > 1 ? [next - 1, next] : [next];
  }

  #seats(): (epoch: Epoch) => Seats {
    if (!this.copies.run.ready) return () => new Map();
    const epochs = this.#epochs();
    const known = new Map(epochs.map((epoch) => [epoch, this.copies.seats(epoch).value]));
    this.copies.forgetSeatsBefore(Math.min(...epochs));
    return (epoch) => known.get(epoch) ?? new Map();
  }

  #expected(epoch: Epoch): readonly Expected[] {
    return this.#epochs().includes(epoch) ? expectedIn(this.copies.seats(epoch).doc) : [];
  }

  #answered(): Answered {
    const { plan, run, person, people, isFacilitator } = this.copies;
    for (const record of [plan, run, person]) {
      const { unreadable } = record;
      if (unreadable !== undefined) return { state: 'unreadable', ...unreadable };
    }
    if (!plan.ready || !run.ready || !person.ready) return { state: 'no' };
    const seats = this.#epochs().map((epoch) => this.copies.seats(epoch));
    const waiting = seats.some(({ status }) => status === 'loading');
    if (waiting || this.#presence.online === undefined) return { state: 'no' };
    if (this.#following !== '' && people.settled) this.#peopleAwaited = false;
    return { state: this.#peopleAwaited && isFacilitator ? 'no' : 'yes' };
  }

  #unreadableSetups(): Snapshot['unreadable'] {
    const unreadable = this.copies.setups?.unreadable;
    return unreadable === undefined ? [] : [{ record: 'setups', newer: unreadable.newer }];
  }

  #unreadableSeats(): Snapshot['unreadable'] {
    if (!this.copies.run.ready) return [];
    return this.#epochs().flatMap((epoch) => {
      const { unreadable } = this.copies.seats(epoch);
      return unreadable === undefined
        ? []
        : [{ record: `seats-${epoch}`, newer: unreadable.newer }];
    });
  }
}
