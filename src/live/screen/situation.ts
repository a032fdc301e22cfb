/**
 * What one iframe knows: its copies of the records, who is online, the conductor's clock. It is the
 * whole of what a modal needs; the panel's `Workbench` adds the board's frames and a way back.
 */
import type { Board, Stop } from '../../board/port';
import type { Timers } from '../../board/timers';
import type { Epoch, Millis, UserId, WriterId } from '../../breakout/ids';
import type { Expected } from '../../breakout/roster/expected';
import type { Seats } from '../../breakout/seats';
import { expectedIn } from '../../records/expected';
import { nothingPast } from '../past-view';
import type { Answered, Snapshot } from '../snapshot';
import { activeRun, nextEpoch } from '../stage';
import { ConductorClock } from './conductor-clock';
import { Copies, type CopiesDeps } from './copies';
import { Presence } from './presence';

/** A facilitator's first screen waits so long for everybody's records, lest all seem without the app. */
const PEOPLE_PATIENCE_MS: Millis = 1_500;

export interface SituationDeps extends Pick<CopiesDeps, 'wishes' | 'goingOn' | 'order'> {
  readonly board: Pick<Board, 'me' | 'storage' | 'users'>;
  readonly timers: Timers;
  readonly writer: WriterId;
  /** May be called several times in one turn. */
  readonly onChange: () => void;
}

/** What only a workbench can know. */
export type FromWorkbench = Pick<
  Snapshot,
  | 'planDigest'
  | 'saving'
  | 'unreadable'
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
  unreadable: [],
  frames: undefined,
  selected: new Set(),
  lostFrames: new Set(),
  failed: undefined,
  undo: undefined,
  past: nothingPast,
  lasting: new Map(),
  overruled: undefined,
  conductorLost: undefined,
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

  /** What another page of this computer knows of the conductor's clock, until a beat comes. */
  trust(offsetMs: Millis | undefined): void {
    this.#clock.trust(offsetMs);
  }

  get names(): ReadonlyMap<UserId, string> {
    return this.#presence.names;
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
      setups: this.copies.setups?.usable === true ? this.copies.setups.value : undefined,
      unattendedMs: this.#presence.unattendedMs(plan.value.facilitators, person.value.unattended),
      ...fromWorkbench,
    };
  }

  /**
   * Follows these people, the most urgent first. New subscriptions only when the list has changed:
   * each costs credits.
   */
  follow(users: readonly UserId[]): void {
    if (this.#closed || this.#presence.online === undefined || !this.copies.plan.usable) return;
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
    if (!this.copies.run.usable) return () => new Map();
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
    for (const { key, unreadable, usable } of [plan, run, person]) {
      if (unreadable === undefined || (usable && !unreadable.newer)) continue;
      return { state: 'unreadable', record: key, ...unreadable };
    }
    if (!plan.usable || !run.usable || !person.usable) return { state: 'no' };
    const seats = this.#epochs().map((epoch) => this.copies.seats(epoch));
    const waiting = seats.some(({ status }) => status === 'loading');
    if (waiting || this.#presence.online === undefined) return { state: 'no' };
    if (this.#following !== '' && people.settled) this.#peopleAwaited = false;
    return { state: this.#peopleAwaited && isFacilitator ? 'no' : 'yes' };
  }
}
