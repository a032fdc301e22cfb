/**
 * What a background holds: its copies of the records and who is online. Everything else in this
 * folder reads it; it decides nothing.
 */
import type { Board, BoardUser, Stop } from '../board/port';
import type { Timers } from '../board/timers';
import type { Epoch, Millis, UserId, WriterId } from '../breakout/ids';
import { OFFLINE_MS } from '../breakout/election';
import type { Person } from '../breakout/person';
import type { OpenOrder, Plan } from '../breakout/plan';
import type { Seats } from '../breakout/seats';
import { beatRecord } from '../records/beat';
import { MergedRecord, type Repair } from '../records/merged-record';
import { OwnedRecord } from '../records/owned-record';
import { People } from '../records/people';
import { personRecord } from '../records/person';
import { contentDigest, planRecord } from '../records/plan';
import { readingFirst } from '../records/reading-first';
import { runRecord } from '../records/run';
import { seatsRecord } from '../records/seats';
import type { Beat } from '../breakout/beat';
import type { Run } from '../breakout/run';

/** Records of this many epochs stay open: the running one and the one in preparation. */
const EPOCHS_HELD = 2;

export interface HeldDeps {
  readonly board: Board;
  readonly timers: Timers;
  readonly writer: WriterId;
  /** Whether this background may, and how urgently it should, repair plan and seats. */
  readonly repair: () => Repair;
  readonly wake: () => void;
}

export class Held {
  readonly plan: MergedRecord<Plan>;
  readonly run: OwnedRecord<Run>;
  readonly beat: OwnedRecord<Beat>;
  readonly person: MergedRecord<Person>;
  readonly people: People;
  readonly #deps: HeldDeps;
  readonly #seats = new Map<Epoch, MergedRecord<Seats>>();
  readonly #online = new Map<UserId, Millis>();
  readonly #offline = new Map<UserId, Millis>();
  readonly #names = new Map<UserId, string>();
  readonly #stops: Stop[] = [];
  #onlineKnown = false;

  constructor(deps: HeldDeps) {
    this.#deps = deps;
    const { board, timers, writer, repair, wake } = deps;
    const { storage } = board;
    this.plan = new MergedRecord({
      storage: readingFirst(storage, planRecord),
      definition: planRecord,
      writer,
      timers,
      repair,
    });
    const own = personRecord(board.me.id);
    this.person = new MergedRecord({
      storage: readingFirst(storage, own),
      definition: own,
      writer,
      timers,
      repair: () => 'conductor',
      // What an attendant has done must not be done again: it notes it here, if nowhere else.
      holds: true,
    });
    // A conductor that was cut off may write its old run over the last word of one that has gone.
    const heir = (): boolean => repair() !== 'never';
    this.run = new OwnedRecord({ storage, definition: runRecord, timers, heir });
    this.beat = new OwnedRecord({ storage, definition: beatRecord, timers });
    this.people = new People({ storage, timers, onChange: wake });
  }

  /** Opens what every background needs. Resolves when storage has answered for all of it. */
  async open(): Promise<void> {
    const { board, wake } = this.#deps;
    const records = [this.plan, this.person, this.run, this.beat];
    for (const record of records) this.#stops.push(record.subscribe(wake));
    this.#stops.push(
      await board.users.watch((users) => {
        this.#seen(users);
        wake();
      }),
    );
    await Promise.all(records.map((record) => record.open()));
  }

  /** Who is online, and since when this background has seen them (its own clock). */
  get online(): ReadonlyMap<UserId, Millis> {
    return this.#online;
  }

  /** [V2] As Miro showed it last, else as the own record or the list of facilitators has it. */
  nameOf(user: UserId): string {
    const listed = this.plan.value.facilitators.find((one) => one.user === user);
    const names = [this.#names.get(user), this.people.known.get(user)?.name, listed?.name];
    return names.find((name) => name !== undefined && name !== '') ?? '';
  }

  get onlineKnown(): boolean {
    return this.#onlineKnown;
  }

  /** A push that was lost, or came after a newer one, would leave somebody on or off for good. */
  rereadOnline(): Promise<void> {
    return this.#deps.board.users.reread();
  }

  /** How long a user has been seen offline; 0 when online or never seen. */
  offlineMs(user: UserId): Millis {
    if (this.#online.has(user) || !this.#onlineKnown) return 0;
    const since = this.#offline.get(user);
    return since === undefined ? 0 : this.#deps.timers.now() - since;
  }

  /**
   * A sign of life: whoever has been seen offline for a while is there, whatever Miro has told. Two who
   * each miss the other would take over from each other in turn.
   */
  heard(user: UserId): void {
    if (this.offlineMs(user) >= OFFLINE_MS) this.#offline.delete(user);
  }

  /** The seats of one epoch; opened on first use. */
  seats(epoch: Epoch): MergedRecord<Seats> {
    const known = this.#seats.get(epoch);
    if (known !== undefined) return known;
    const { board, timers, writer, repair, wake } = this.#deps;
    const definition = seatsRecord(epoch);
    const record = new MergedRecord({
      storage: readingFirst(board.storage, definition),
      definition,
      writer,
      timers,
      repair,
    });
    record.subscribe(wake);
    this.#seats.set(epoch, record);
    void record.open();
    const oldest = [...this.#seats.keys()].sort((a, b) => a - b)[0];
    if (this.#seats.size > EPOCHS_HELD && oldest !== undefined && oldest < epoch) {
      this.#seats.get(oldest)?.close();
      this.#seats.delete(oldest);
    }
    return record;
  }

  /** Whether our plan and seats are those that the starter saw when ordering the opening. */
  holds(order: OpenOrder | undefined, epoch: Epoch): boolean {
    if (order === undefined) return true;
    return (
      contentDigest(this.plan.doc) === order.planDigest &&
      this.seats(epoch).digest === order.seatsDigest
    );
  }

  close(): void {
    for (const stop of this.#stops) stop();
    for (const record of [this.plan, this.person, this.run, this.beat, this.people]) record.close();
    for (const record of this.#seats.values()) record.close();
  }

  #seen(users: readonly BoardUser[]): void {
    const now = this.#deps.timers.now();
    const present = new Set(users.map(({ id }) => id));
    for (const user of this.#online.keys()) {
      if (present.has(user)) continue;
      this.#online.delete(user);
      this.#offline.set(user, now);
    }
    for (const { id, name } of users) {
      if (!this.#online.has(id)) this.#online.set(id, now);
      this.#offline.delete(id);
      this.#names.set(id, name);
    }
    // Whoever is missing from the first list counts as offline from then on.
    this.#onlineKnown = true;
  }
}
