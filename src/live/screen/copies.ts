import type { Board, Stop } from '../../board/port';
import type { Timers } from '../../board/timers';
import type { Beat } from '../../breakout/beat';
import type { Epoch, WriterId } from '../../breakout/ids';
import type { Person } from '../../breakout/person';
import type { GoingOn } from '../../breakout/phases';
import type { Plan } from '../../breakout/plan';
import type { Run } from '../../breakout/run';
import type { Seats } from '../../breakout/seats';
import type { NamedSetup } from '../../breakout/setup';
import { beatRecord } from '../../records/beat';
import type { MergedDefinition } from '../../records/definition';
import { LostPushes } from '../../records/lost-pushes';
import type { Changes } from '../../records/merge';
import { MergedRecord, type EditRefusal, type Repair } from '../../records/merged-record';
import { OwnedCopy, type Arrived } from '../../records/owned-copy';
import { People } from '../../records/people';
import { personRecord } from '../../records/person';
import { planRecord } from '../../records/plan';
import { runRecord } from '../../records/run';
import { seatsRecord } from '../../records/seats';
import type { Edits } from '../edits/edits';
import { activeRun } from '../stage';
import type { Wishes } from './own-wishes';

export interface CopiesDeps {
  readonly board: Pick<Board, 'storage' | 'me'>;
  readonly timers: Timers;
  readonly writer: WriterId;
  readonly onChange: () => void;
  readonly onBeat: (arrived: Arrived<Beat> | undefined) => void;
  /** Told of edits of what several facilitators edit, the seats of an epoch or anything else. */
  readonly wishes?: (epoch: Epoch | undefined) => Wishes;
  /** Of more than a run; a modal lives too briefly for more. */
  readonly goingOn?: () => GoingOn;
  /** Nobody takes up what has been ordered. */
  readonly order?: () => void;
}

interface Held<T> {
  readonly record: MergedRecord<T>;
  readonly edit: (changes: Changes) => EditRefusal | undefined;
}

/** This screen's copies of the records. Seats are opened for the epochs that are asked for. */
export class Copies {
  readonly plan: MergedRecord<Plan>;
  readonly person: MergedRecord<Person>;
  readonly run: OwnedCopy<Run>;
  readonly people: People;
  readonly lostPushes: LostPushes;
  readonly #beat: OwnedCopy<Beat>;
  readonly #deps: CopiesDeps;
  readonly #plan: Held<Plan>;
  readonly #person: Held<Person>;
  readonly #seats = new Map<Epoch, Held<Seats>>();
  #setups: Held<readonly NamedSetup[]> | undefined;
  #index: Held<unknown> | undefined;
  readonly #stops: Stop[] = [];

  constructor(deps: CopiesDeps) {
    this.#deps = deps;
    const { board, timers, onChange } = deps;
    const { storage } = board;
    this.#plan = this.#hold(planRecord);
    // Nobody else writes it, so nobody else would bring it back, and there is nobody to lose to.
    this.#person = this.#hold(personRecord(board.me.id), {
      repair: () => 'conductor',
      told: false,
    });
    this.plan = this.#plan.record;
    this.person = this.#person.record;
    this.run = new OwnedCopy({ storage, definition: runRecord, timers });
    this.#beat = new OwnedCopy({ storage, definition: beatRecord, timers });
    this.people = new People({ storage, timers, onChange });
    const { plan, run, people, person } = this;
    this.lostPushes = new LostPushes({
      timers,
      plan,
      run,
      seats: (epoch) => this.seats(epoch),
      people,
      own: person,
      goingOn: deps.goingOn ?? (() => (activeRun(run.value) ? 'running' : 'nothing')),
      order: deps.order,
    });
  }

  /** Resolves when storage has answered for everything that every screen needs. */
  async open(): Promise<void> {
    const { onChange, onBeat } = this.#deps;
    const look = () => this.lostPushes.look();
    this.#stops.push(
      this.plan.subscribe(look),
      this.run.subscribe(look),
      this.run.subscribe(onChange),
      this.#beat.subscribe((arrived) => {
        if (arrived?.changed === true) this.lostPushes.heard(arrived.value);
        onBeat(arrived);
        onChange();
      }),
    );
    void this.#beat.open();
    await Promise.all([this.plan.open(), this.person.open(), this.run.open()]);
  }

  get isFacilitator(): boolean {
    const { me } = this.#deps.board;
    return this.plan.value.facilitators.some(({ user }) => user === me.id);
  }

  /** Opened on first use; until storage has answered it is empty and takes no edits. */
  seats(epoch: Epoch): MergedRecord<Seats> {
    return this.#seatsOf(epoch).record;
  }

  /** Set-ups kept on this board, once they were opened. */
  get setups(): MergedRecord<readonly NamedSetup[]> | undefined {
    return this.#setups?.record;
  }

  /** @param definition handed in, because few screens need it and it is not small */
  async openSetups(definition: MergedDefinition<readonly NamedSetup[]>): Promise<void> {
    this.#setups ??= this.#hold(definition);
    await this.#setups.record.open();
  }

  /** What is stored on this board and where; facilitators' screens look whether it can be read. */
  async openIndex(definition: MergedDefinition<unknown>): Promise<void> {
    this.#index ??= this.#hold(definition, { repair: () => 'never', told: false });
    await this.#index.record.open();
  }

  /** Epochs that are over need no subscription any more. */
  forgetSeatsBefore(epoch: Epoch): void {
    for (const [old, { record }] of this.#seats) {
      if (old >= epoch) continue;
      record.close();
      this.#seats.delete(old);
    }
  }

  /**
   * Seats go before the plan, so that a room is not seen without its people; whose turn it is goes before both:
   * [A8] the window that has led until now is not to begin what was pressed in another one.
   * @returns why an edit was not taken, if one was not
   */
  edit({ person, seats, plan, setups }: Edits): EditRefusal | undefined {
    const refusals = [
      person && this.#person.edit(person),
      seats && this.#seatsOf(seats.epoch).edit(seats.changes),
      plan && this.#plan.edit(plan),
      setups && this.#setups?.edit(setups),
    ];
    return refusals.find((refusal) => refusal !== undefined);
  }

  get beat(): Beat | undefined {
    return this.#beat.value;
  }

  /** What others may write as well. */
  get merged(): readonly Omit<MergedRecord<unknown>, 'edit' | 'value'>[] {
    const seats = [...this.#seats.values()].map(({ record }) => record);
    const more = [this.#setups, this.#index].flatMap((held) => held?.record ?? []);
    return [this.plan, this.person, ...seats, ...more];
  }

  /** What the conductor alone writes. */
  get owned(): readonly [OwnedCopy<Run>, OwnedCopy<Beat>] {
    return [this.run, this.#beat];
  }

  close(): void {
    for (const stop of this.#stops) stop();
    this.lostPushes.close();
    for (const record of [...this.merged, ...this.owned, this.people]) record.close();
  }

  #seatsOf(epoch: Epoch): Held<Seats> {
    const known = this.#seats.get(epoch);
    if (known !== undefined) return known;
    const held = this.#hold(seatsRecord(epoch), { epoch });
    this.#seats.set(epoch, held);
    void held.record.open();
    return held;
  }

  #hold<T>(
    definition: MergedDefinition<T>,
    {
      repair = () => (this.isFacilitator ? 'others' : 'never'),
      told = true,
      epoch,
    }: { readonly repair?: () => Repair; readonly told?: boolean; readonly epoch?: Epoch } = {},
  ): Held<T> {
    const { board, timers, writer, onChange, wishes: wishesOf } = this.#deps;
    const wishes = told ? wishesOf?.(epoch) : undefined;
    const record = new MergedRecord({
      storage: board.storage,
      definition,
      writer,
      timers,
      repair,
      onOverruled: (paths) => wishes?.overruled(record.doc, paths),
    });
    this.#stops.push(record.subscribe(onChange));
    return {
      record,
      edit(changes) {
        wishes?.note(changes);
        return record.edit(changes);
      },
    };
  }
}
