import type { StoragePort, Stop } from '../board/port';
import type { Timers } from '../board/timers';
import type { Millis, UserId } from '../breakout/ids';
import type { Person } from '../breakout/person';
import { isBounded } from './bounds';
import { Follower } from './follower';
import { emptyDoc, merge, type Doc } from './merge';
import { personRecord } from './person';
import { unreadable, type Unreadable } from './reading';

/** Records that are read again at a time: so few that a crowd costs no more than a group. */
const REREAD_AT_ONCE = 5;
/** So many subscriptions at once … */
const BURST = 60;
/** … then one each so often: 300 a minute. */
const PACE_MS: Millis = 200;

export interface PeopleDeps {
  readonly storage: StoragePort;
  readonly timers: Timers;
  readonly onChange: () => void;
}

/**
 * The person records of others, read only. Subscriptions cost credits, so they are paced: with
 * many people on the board those named first are known first.
 */
export class People {
  readonly #deps: PeopleDeps;
  readonly #known = new Map<UserId, Person>();
  readonly #followers = new Map<UserId, Follower>();
  readonly #docs = new Map<UserId, Doc>();
  readonly #unreadable = new Map<UserId, Unreadable>();
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

  /**
   * Whose record cannot be read. Their last good copy stays; a newer one is for that person's own
   * app to read.
   */
  get unreadable(): ReadonlyMap<UserId, Unreadable> {
    return this.#unreadable;
  }

  /** The last good copy of what is stored of them. */
  docOf(user: UserId): Doc | undefined {
    return this.#docs.get(user);
  }

  /** Storage has answered for everybody who is to be followed: who is missing has no record. */
  get settled(): boolean {
    return (
      this.#queue.length === 0 && [...this.#followers.values()].every(({ answered }) => answered)
    );
  }

  /** Follows exactly these users from now on, in this order of urgency. */
  follow(users: readonly UserId[]): void {
    const wanted = new Set(users);
    for (const [user, follower] of this.#followers) {
      if (wanted.has(user)) continue;
      follower.close();
      this.#followers.delete(user);
      this.#forget(user);
    }
    this.#queue = users.filter((user) => !this.#followers.has(user));
    this.#work();
  }

  /**
   * A push may have been lost, and nobody tells by a digest what others hold of a person: some are
   * read again, whoever has not been heard of for longest first.
   */
  async reread(): Promise<void> {
    const next = [...this.#followers].slice(0, REREAD_AT_ONCE);
    for (const [user, follower] of next) this.#comesLast(user, follower);
    // Storage that does not answer now is asked again in the next turn.
    await Promise.allSettled(next.map(([, follower]) => follower.reread()));
  }

  close(): void {
    this.#queue = [];
    this.#pacing?.();
    this.#pacing = undefined;
    for (const follower of this.#followers.values()) follower.close();
    this.#followers.clear();
  }

  #work(): void {
    while (this.#credit > 0) {
      const user = this.#queue.shift();
      if (user === undefined) break;
      this.#credit--;
      this.#open(user);
    }
    const resting = this.#credit >= BURST && this.#queue.length === 0;
    if (resting || this.#pacing !== undefined) return;
    this.#pacing = this.#deps.timers.after(PACE_MS, () => {
      this.#pacing = undefined;
      this.#credit++;
      this.#work();
    });
  }

  #open(user: UserId): void {
    const { storage, timers, onChange } = this.#deps;
    const definition = personRecord(user);
    const arrived = (raw: unknown): void => {
      const reading = definition.read(raw);
      this.#comesLast(user, follower);
      this.#unreadable.delete(user);
      switch (reading.type) {
        case 'ok': {
          const doc = merge(this.#docs.get(user) ?? emptyDoc, reading.value);
          // More than a record can hold has been pushed: what is stored now is as good as any.
          const kept = isBounded(doc, reading.value, definition.write) ? doc : reading.value;
          this.#docs.set(user, kept);
          this.#known.set(user, definition.decode(kept));
          break;
        }
        case 'missing':
          // A record that vanishes was wiped: its copy goes with it.
          this.#forget(user);
          break;
        default:
          this.#unreadable.set(user, unreadable(reading));
      }
      onChange();
    };
    const follower = new Follower({ storage, key: definition.key, timers, arrived });
    this.#followers.set(user, follower);
    void follower.open();
  }

  /** To be read again: a map keeps the order in which its keys were put in. */
  #comesLast(user: UserId, follower: Follower): void {
    this.#followers.delete(user);
    this.#followers.set(user, follower);
  }

  #forget(user: UserId): void {
    this.#docs.delete(user);
    this.#known.delete(user);
    this.#unreadable.delete(user);
  }
}
