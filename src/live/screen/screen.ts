/**
 * Everything behind one panel or modal: its copies of the records, who is online, the board's
 * frames, and what the actions work on. Plain TypeScript without runes; `PanelState` and
 * `ModalState` make it reactive.
 */
import type { Board, Stop } from '../../board/port';
import type { Timers } from '../../board/timers';
import type { Epoch, UserId, WriterId } from '../../breakout/ids';
import type { Seats } from '../../breakout/seats';
import type { Problem } from '../../breakout/run';
import { contentDigest } from '../../records/plan';
import type { Desk } from '../actions/desk';
import type { Edits } from '../edits/edits';
import { problemOf } from '../problem';
import type { Answered, Snapshot } from '../snapshot';
import { activeRun, nextEpoch } from '../stage';
import type { FacilitatorView } from '../views';
import { BoardFrames } from './board-frames';
import { ConductorClock } from './conductor-clock';
import { Copies } from './copies';
import { peopleToFollow } from './people-to-follow';
import { Presence } from './presence';
import { savingOf } from './saving';
import { UndoSlot } from './undo-slot';

/** A facilitator's first screen waits so long for everybody's records, lest all seem without the app. */
const PEOPLE_PATIENCE_MS = 1_500;
/** How long it is said that somebody else has changed the same thing. */
const OVERRULED_MS = 8_000;

export interface ScreenDeps {
  readonly board: Board;
  readonly timers: Timers;
  readonly writer: WriterId;
  /** The user asked for less motion: views jump instead of gliding. */
  readonly lessMotion: () => boolean;
  /** Names for new rooms in the user's language, in order of use. The modal needs none. */
  readonly roomNames?: readonly string[];
}

export class Screen {
  readonly desk: Desk;
  readonly #deps: ScreenDeps;
  readonly #onChange: () => void;
  readonly #copies: Copies;
  readonly #presence: Presence;
  readonly #frames: BoardFrames;
  readonly #clock: ConductorClock;
  readonly #undo: UndoSlot;
  readonly #stops: Stop[] = [];
  #failed: { readonly step: string; readonly problem: Problem } | undefined;
  #following = '';
  #peopleAwaited = true;
  #closed = false;

  /** `onChange` may be called several times in one turn, and from within an action. */
  constructor(deps: ScreenDeps, onChange: () => void) {
    this.#deps = deps;
    this.#onChange = onChange;
    const { board, timers, writer } = deps;
    this.#clock = new ConductorClock(timers);
    this.#copies = new Copies({
      board,
      timers,
      writer,
      repair: () => (this.#isFacilitator() ? 'others' : 'never'),
      onChange,
      onBeat: (arrived) => this.#clock.hear(arrived),
      onOverruled: () => this.#overruled(),
    });
    this.#presence = new Presence({ timers, onChange });
    this.#frames = new BoardFrames({ board, onChange });
    this.#undo = new UndoSlot({ timers, onChange });
    this.desk = this.#makeDesk();
  }

  /** @throws {BoardError} when Miro does not say who is online */
  async open(): Promise<void> {
    const { board, timers } = this.#deps;
    this.#stop(timers.after(PEOPLE_PATIENCE_MS, () => this.#stopAwaitingPeople()));
    const [stop] = await Promise.all([this.#presence.watch(board), this.#copies.open()]);
    this.#stop(stop);
    if (this.#isFacilitator()) await this.#watchFrames();
    this.#onChange();
  }

  /** What is known now, as data that does not change any more. */
  snapshot(): Snapshot {
    const { board, timers } = this.#deps;
    const { plan, person, run, people } = this.#copies;
    const me = board.me;
    return {
      me,
      now: timers.now(),
      answered: this.#answered(),
      online: this.#presence.online ?? [],
      names: this.#presence.names,
      plan: plan.value,
      planDigest: contentDigest(plan.doc),
      run: run.value,
      seatsOf: this.#seats(),
      people: new Map(people.known).set(me.id, person.value),
      estimate: this.#clock.estimate,
      saving: savingOf(this.#copies.saving),
      unreadable: this.#unreadableSeats(),
      frames: this.#frames.list,
      selected: this.#frames.selected,
      lostFrames: this.#frames.lost,
      unattendedMs: this.#presence.unattendedMs(plan.value.facilitators),
      failed: this.#failed,
      undo: this.#undo.offer,
    };
  }

  /**
   * Follows the people and frames that this situation shows. New subscriptions only when the list
   * has changed: each costs credits.
   */
  follow(snapshot: Snapshot): void {
    if (this.#closed || this.#presence.online === undefined || !this.#copies.plan.ready) return;
    if (this.#isFacilitator()) {
      this.#frames.check(snapshot.plan.rooms.flatMap(({ frame }) => frame ?? []));
    }
    const users = peopleToFollow(snapshot);
    const key = `${users.length} ${users.join(' ')}`;
    if (key === this.#following) return;
    this.#following = key;
    this.#copies.people.follow(users);
    // With nobody to wait for, there will be no answer to wake us.
    if (users.length === 0) this.#onChange();
  }

  close(): void {
    this.#closed = true;
    for (const stop of this.#stops) stop();
    this.#undo.forget();
    this.#copies.close();
  }

  /** The epochs whose seats are on a screen: the running one, or the last and the next. */
  #epochs(): readonly Epoch[] {
    const run = this.#copies.run.value;
    if (activeRun(run) !== undefined && run !== undefined) return [run.epoch];
    const next = nextEpoch(run);
    return next > 1 ? [next - 1, next] : [next];
  }

  #seats(): (epoch: Epoch) => Seats {
    if (!this.#copies.run.ready) return () => new Map();
    const epochs = this.#epochs();
    const known = new Map(epochs.map((epoch) => [epoch, this.#copies.seats(epoch).value]));
    this.#copies.forgetSeatsBefore(Math.min(...epochs));
    return (epoch) => known.get(epoch) ?? new Map();
  }

  #answered(): Answered {
    const { plan, run, person } = this.#copies;
    for (const record of [plan, run, person]) {
      const { unreadable } = record;
      if (unreadable !== undefined) return { state: 'unreadable', ...unreadable };
    }
    if (!plan.ready || !run.ready || !person.ready) return { state: 'no' };
    const seats = this.#epochs().map((epoch) => this.#copies.seats(epoch));
    const waiting = seats.some(({ status }) => status === 'loading');
    if (waiting || this.#presence.online === undefined) return { state: 'no' };
    if (this.#following !== '' && this.#copies.people.settled) this.#peopleAwaited = false;
    return { state: this.#peopleAwaited && this.#isFacilitator() ? 'no' : 'yes' };
  }

  #unreadableSeats(): Snapshot['unreadable'] {
    if (!this.#copies.run.ready) return [];
    return this.#epochs().flatMap((epoch) => {
      const { unreadable } = this.#copies.seats(epoch);
      return unreadable === undefined
        ? []
        : [{ record: `seats-${epoch}`, newer: unreadable.newer }];
    });
  }

  async #watchFrames(): Promise<void> {
    for (const stop of await this.#frames.watch()) this.#stop(stop);
  }

  #isFacilitator(): boolean {
    return this.#copies.plan.value.facilitators.some(({ user }) => user === this.#me);
  }

  get #me(): UserId {
    return this.#deps.board.me.id;
  }

  /** Closed while something was being opened: it is closed at once. */
  #stop(stop: Stop): void {
    if (this.#closed) stop();
    else this.#stops.push(stop);
  }

  #stopAwaitingPeople(): void {
    this.#peopleAwaited = false;
    this.#onChange();
  }

  #makeDesk(): Desk {
    const { board, timers, lessMotion, roomNames = [] } = this.#deps;
    return {
      board,
      random: () => timers.random(),
      names: roomNames,
      lessMotion,
      snapshot: () => this.snapshot(),
      apply: (edits, undo) => this.#apply(edits, undo),
      undo: () => this.#apply(this.#undo.take(this.#copies)),
      seatsDigest: (epoch) => this.#copies.seats(epoch).digest,
      loadFrames: () => this.#frames.load(),
      attempt: (step, job) => void this.#attempt(step, job),
      retry: () => {
        this.#failed = undefined;
        this.#copies.retry();
        this.#onChange();
      },
    };
  }

  #apply(edits: Edits, undo?: NonNullable<FacilitatorView['undo']>): void {
    const wasFacilitator = this.#isFacilitator();
    if (undo !== undefined && (edits.plan ?? edits.seats) !== undefined) {
      this.#undo.note(this.#copies, edits, undo);
    }
    const refusal = this.#copies.edit(edits);
    if (refusal !== undefined) {
      const problem: Problem = { reason: 'unknown', detail: refusal, at: this.#deps.timers.now() };
      this.#failed = { step: 'save', problem };
      this.#undo.forget();
    }
    if (!wasFacilitator && this.#isFacilitator())
      this.desk.attempt('frames', () => this.#watchFrames());
    this.#onChange();
  }

  async #attempt(step: string, job: () => Promise<void>): Promise<void> {
    try {
      await job();
      if (this.#failed?.step !== step) return;
      this.#failed = undefined;
    } catch (error) {
      this.#failed = { step, problem: problemOf(error, this.#deps.timers.now()) };
    }
    this.#onChange();
  }

  /** [I2] The editor whose edit of the same thing lost is told, and sees the other's. */
  #overruled(): void {
    const { timers } = this.#deps;
    const said = {
      step: 'overruled',
      problem: { reason: 'unknown', detail: '', at: timers.now() },
    } as const;
    this.#failed = said;
    this.#stop(
      timers.after(OVERRULED_MS, () => {
        if (this.#failed === said) this.#failed = undefined;
        this.#onChange();
      }),
    );
  }
}
