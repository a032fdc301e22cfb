import type { StoragePort, Stop } from '../board/port';
import type { Timers } from '../board/timers';
import type { Millis, UserId } from '../breakout/ids';
import type { Person } from '../breakout/person';
import { emptyDoc, merge, type Doc } from './merge';
import { personRecord } from './person';

/** So many subscriptions at once … */
const BURST = 60;
/** … then one each so often: 300 a minute. */
const PACE_MS: Millis = 200;

export interface PeopleDeps {
  readonly storage: StoragePort;
  readonly timers: Timers;
  readonly onChange: () => void;
}

interface Followed {
  stop: Stop | undefined;
  closed: boolean;
  answered: boolean;
  doc: Doc;
}

/**
 * The person records of others, read only. Subscriptions cost credits, so they are paced: with
 * many people on the board those named first are known first.
 */
export class People {
  readonly #deps: PeopleDeps;
  readonly #known = new Map<UserId, Person>();
  readonly #followed = new Map<UserId, Followed>();
  #queue: UserId[] = [];
  #credit = BURST;
  #pacing: Stop | undefined;

  constructor(deps: PeopleDeps) {
    this.#deps = deps;
  }

  /** Who is missing either has no record or is not followed yet. */
  get known(): ReadonlyMap<UserId, Person> {
    return this.#known;
  }

  /** Storage has answered for everybody who is to be followed: who is missing has no record. */
  get settled(): boolean {
    return this.#queue.length === 0 && [...this.#followed.values()].every((one) => one.answered);
  }

  /** Follows exactly these users from now on, in this order of urgency. */
  follow(users: readonly UserId[]): void {
    const wanted = new Set(users);
    for (const [user, followed] of this.#followed) {
      if (wanted.has(user)) continue;
      this.#end(followed);
      this.#followed.delete(user);
      this.#known.delete(user);
    }
    this.#queue = users.filter((user) => !this.#followed.has(user));
    this.#work();
  }

  close(): void {
    this.#queue = [];
    this.#pacing?.();
    this.#pacing = undefined;
    for (const followed of this.#followed.values()) this.#end(followed);
    this.#followed.clear();
  }

  #work(): void {
    while (this.#credit > 0) {
      const user = this.#queue.shift();
      if (user === undefined) break;
      this.#credit--;
      void this.#open(user);
    }
    const resting = this.#credit >= BURST && this.#queue.length === 0;
    if (resting || this.#pacing !== undefined) return;
    this.#pacing = this.#deps.timers.after(PACE_MS, () => {
      this.#pacing = undefined;
      this.#credit++;
      this.#work();
    });
  }

  async #open(user: UserId): Promise<void> {
    const { storage, onChange } = this.#deps;
    const definition = personRecord(user);
    const followed: Followed = {
      stop: undefined,
      closed: false,
      answered: false,
      doc: emptyDoc,
    };
    this.#followed.set(user, followed);
    const hear = (raw: unknown): void => {
      const reading = definition.read(raw);
      followed.answered = true;
      if (followed.closed || reading.type === 'newer' || reading.type === 'malformed') return;
      // A record that vanishes was wiped: its copy goes with it.
      followed.doc = reading.type === 'ok' ? merge(followed.doc, reading.value) : emptyDoc;
      if (reading.type === 'ok') this.#known.set(user, definition.decode(followed.doc));
      else this.#known.delete(user);
      onChange();
    };
    try {
      followed.stop = await storage.watch(definition.key, hear);
      if (followed.closed) followed.stop();
    } catch {
      // Asked for again with the next list of people.
      if (!followed.closed) this.#followed.delete(user);
    }
  }

  #end(followed: Followed): void {
    followed.closed = true;
    followed.stop?.();
  }
}
