import type { Board, Membership, Stop } from '../board/port';
import { BoardError } from '../board/errors';
import type { Timers } from '../board/timers';
import type { ListedSession } from '../breakout/conductor-view';
import type { Millis, SessionId, UserId } from '../breakout/ids';
import { Insistence } from './insistence';

/** How often the list is read again while rooms are open: an event may have been lost. */
const LOOK_AGAIN_MS: Millis = 30_000;

interface SessionListDeps {
  readonly board: Board;
  readonly timers: Timers;
  readonly wake: () => void;
}

/** A subscription that is asked for until it is there, and its end. */
interface Thread {
  readonly insistence: Insistence;
  readonly end: () => void;
}

interface Followed {
  readonly events: Thread;
  readonly members: Insistence;
}

/**
 * Miro's sessions of this app and who is in them, as far as lists and events tell. Whether events
 * reach every client is not documented, so lists are read again now and then (`lookAgain`). What
 * Miro refuses is asked for again, and `failure` says so: without the list no room opens.
 */
export class SessionList {
  readonly #deps: SessionListDeps;
  readonly #members = new Map<SessionId, Set<UserId>>();
  readonly #followed = new Map<SessionId, Followed>();
  readonly #answers = new Map<UserId, 'declined' | 'no-answer'>();
  #listed: readonly ListedSession[] | undefined;
  #listing: Insistence | undefined;
  #askedAt: Millis = 0;
  #events: readonly Thread[] = [];
  /** Grows with each beginning, so that what was asked in an earlier one is dropped. */
  #life = 0;

  constructor(deps: SessionListDeps) {
    this.#deps = deps;
  }

  /** `undefined`: not known yet. */
  get listed(): readonly ListedSession[] | undefined {
    return this.#listed;
  }

  get members(): ReadonlyMap<SessionId, ReadonlySet<UserId>> {
    return this.#members;
  }

  /** [I11] What Miro refuses to tell, until it does; it is asked again and again. */
  get failure(): unknown {
    return this.#insistences().find(({ failure }) => failure !== undefined)?.failure;
  }

  /** How people answered a native invitation without joining; taken out when read. */
  takeAnswers(): ReadonlyMap<UserId, 'declined' | 'no-answer'> {
    const answers = new Map(this.#answers);
    this.#answers.clear();
    return answers;
  }

  begin(): void {
    this.stop();
    const { board, timers, wake } = this.#deps;
    const life = ++this.#life;
    this.#listing = new Insistence({ timers, changed: wake, job: () => this.#read(life) });
    this.#events = [
      this.#thread(() => board.sessions.onStarted((session) => this.add(session))),
      this.#thread(() => board.sessions.onEnded((session) => this.remove(session))),
    ];
    void this.#listing.now();
  }

  stop(): void {
    this.#listing?.end();
    this.#listing = undefined;
    for (const { end } of this.#events) end();
    for (const followed of this.#followed.values()) endFollowing(followed);
    this.#events = [];
    this.#followed.clear();
    this.#members.clear();
    this.#answers.clear();
    this.#listed = undefined;
  }

  /** "Try again". */
  hurry(): void {
    for (const insistence of this.#insistences()) insistence.hurry();
  }

  add(session: ListedSession): void {
    if (this.#listed === undefined || this.#listed.some(({ id }) => id === session.id)) return;
    this.#listed = [...this.#listed, session];
    this.#deps.wake();
  }

  remove(session: SessionId): void {
    this.#listed = this.#listed?.filter(({ id }) => id !== session);
    this.#members.delete(session);
    this.#deps.wake();
  }

  /**
   * Reads the list, and the members of followed sessions, anew. Until Miro has answered, nothing is
   * known: what may have been started unseen must not be started twice.
   */
  async refresh(): Promise<void> {
    this.#listed = undefined;
    await this.#listing?.now();
  }

  /** To be called again and again while rooms are open. */
  lookAgain(): void {
    const now = this.#deps.timers.monotonic();
    if (this.#listed === undefined || now - this.#askedAt < LOOK_AGAIN_MS) return;
    this.#askedAt = now;
    void this.#compare(this.#life, this.#listed);
  }

  /** Follows joins and leaves of these sessions from now on, and no others. */
  watch(sessions: Iterable<SessionId>): void {
    const wanted = new Set(sessions);
    for (const [session, followed] of this.#followed) {
      if (wanted.has(session)) continue;
      this.#followed.delete(session);
      this.#members.delete(session);
      endFollowing(followed);
    }
    for (const session of wanted) {
      if (!this.#followed.has(session)) this.#followed.set(session, this.#follow(session));
    }
  }

  #insistences(): readonly Insistence[] {
    const followed = [...this.#followed.values()];
    return [
      ...(this.#listing === undefined ? [] : [this.#listing]),
      ...this.#events.map(({ insistence }) => insistence),
      ...followed.flatMap(({ events, members }) => [events.insistence, members]),
    ];
  }

  #follow(session: SessionId): Followed {
    const { board, timers, wake } = this.#deps;
    const events = this.#thread(() => board.sessions.follow(session, (what) => this.#heard(what)));
    const job = (): Promise<void> => this.#readMembers(session);
    const members = new Insistence({ timers, changed: wake, job });
    void members.now();
    return { events, members };
  }

  /** Subscribes, however often that takes; what comes after its end is ended at once. */
  #thread(subscribe: () => Promise<Stop>): Thread {
    const { timers, wake } = this.#deps;
    let stop: Stop | undefined;
    let ended = false;
    const insistence = new Insistence({
      timers,
      changed: wake,
      job: async () => {
        const started = await unlessGone(subscribe());
        if (ended) started?.();
        else stop = started;
      },
    });
    void insistence.now();
    return {
      insistence,
      end: () => {
        ended = true;
        insistence.end();
        stop?.();
      },
    };
  }

  async #compare(life: number, before: readonly ListedSession[]): Promise<void> {
    // What Miro does not tell now is asked for the next time.
    const listed = await this.#deps.board.sessions.list().catch(() => undefined);
    // An event that has come meanwhile may be newer than this.
    if (listed === undefined || life !== this.#life || this.#listed !== before) return;
    this.#listed = listed;
    this.#deps.wake();
  }

  async #read(life: number): Promise<void> {
    this.#askedAt = this.#deps.timers.monotonic();
    const listed = await this.#deps.board.sessions.list();
    if (life !== this.#life) return;
    this.#listed = listed;
    this.#deps.wake();
    await Promise.all([...this.#followed.values()].map(({ members }) => members.now()));
  }

  #heard(what: Membership): void {
    if (what.type === 'answered') {
      if (!what.accepted) {
        const answer = what.reason === 'timed-out' ? 'no-answer' : 'declined';
        this.#answers.set(what.user, answer);
      }
    } else {
      if (what.type === 'left') this.#in(what.session).delete(what.user);
      else this.#joined(what.session, what.user);
    }
    this.#deps.wake();
  }

  /** One session per user: whoever joins one has left every other. */
  #joined(session: SessionId, user: UserId): void {
    for (const users of this.#members.values()) users.delete(user);
    this.#in(session).add(user);
  }

  async #readMembers(session: SessionId): Promise<void> {
    const life = this.#life;
    const users = await unlessGone(this.#deps.board.sessions.users(session));
    if (users === undefined || life !== this.#life || !this.#followed.has(session)) return;
    this.#members.set(session, new Set(users));
    this.#deps.wake();
  }

  #in(session: SessionId): Set<UserId> {
    const users = this.#members.get(session) ?? new Set();
    this.#members.set(session, users);
    return users;
  }
}

function endFollowing({ events, members }: Followed): void {
  events.end();
  members.end();
}

/** A session that has ended is not to be followed any more: that is no failure. */
async function unlessGone<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof BoardError && error.code === 'not-found') return undefined;
    throw error;
  }
}
