import type { Board, Membership, Stop } from '../board/port';
import type { ListedSession } from '../breakout/conductor-steps';
import type { SessionId, UserId } from '../breakout/ids';

/**
 * Miro's sessions of this app and who is in them, as far as lists and events tell. Whether events
 * reach every client is not documented, so lists are read again now and then (`refresh`).
 */
export class SessionList {
  readonly #board: Board;
  readonly #wake: () => void;
  readonly #members = new Map<SessionId, Set<UserId>>();
  readonly #followed = new Map<SessionId, Promise<Stop | undefined>>();
  readonly #answers = new Map<UserId, 'declined' | 'no-answer'>();
  #listed: readonly ListedSession[] | undefined;
  #stops: Promise<Stop | undefined>[] = [];
  /** Grows with each beginning, so that what was asked in an earlier one is dropped. */
  #life = 0;

  constructor(board: Board, wake: () => void) {
    this.#board = board;
    this.#wake = wake;
  }

  /** `undefined`: not known yet. */
  get listed(): readonly ListedSession[] | undefined {
    return this.#listed;
  }

  get members(): ReadonlyMap<SessionId, ReadonlySet<UserId>> {
    return this.#members;
  }

  /** How people answered a native invitation without joining; taken out when read. */
  takeAnswers(): ReadonlyMap<UserId, 'declined' | 'no-answer'> {
    const answers = new Map(this.#answers);
    this.#answers.clear();
    return answers;
  }

  begin(): void {
    this.stop();
    this.#life++;
    this.#stops = [
      this.#board.sessions.onStarted((session) => {
        this.add(session);
      }),
      this.#board.sessions.onEnded((session) => {
        this.remove(session);
      }),
    ].map((stop) => stop.catch(() => undefined));
    void this.refresh();
  }

  stop(): void {
    for (const stop of [...this.#stops, ...this.#followed.values()])
      void stop.then((end) => end?.());
    this.#stops = [];
    this.#followed.clear();
    this.#members.clear();
    this.#answers.clear();
    this.#listed = undefined;
  }

  add(session: ListedSession): void {
    if (this.#listed === undefined || this.#listed.some(({ id }) => id === session.id)) return;
    this.#listed = [...this.#listed, session];
    this.#wake();
  }

  remove(session: SessionId): void {
    this.#listed = this.#listed?.filter(({ id }) => id !== session);
    this.#members.delete(session);
    this.#wake();
  }

  /** Reads the list, and the members of followed sessions, anew. False: it could not be read. */
  async refresh(): Promise<boolean> {
    const life = this.#life;
    try {
      const listed = await this.#board.sessions.list();
      if (life !== this.#life) return true;
      this.#listed = listed;
      this.#wake();
      await Promise.all([...this.#followed.keys()].map((session) => this.#readMembers(session)));
      return true;
    } catch {
      // Not known stays not known; the next refresh asks again.
      return false;
    }
  }

  /** Follows joins and leaves of these sessions from now on, and no others. */
  watch(sessions: Iterable<SessionId>): void {
    const wanted = new Set(sessions);
    for (const [session, stop] of this.#followed) {
      if (wanted.has(session)) continue;
      this.#followed.delete(session);
      this.#members.delete(session);
      void stop.then((end) => end?.());
    }
    for (const session of wanted) {
      if (this.#followed.has(session)) continue;
      const stop = this.#board.sessions
        .follow(session, (what) => {
          this.#heard(what);
        })
        .catch(() => undefined);
      this.#followed.set(session, stop);
      void this.#readMembers(session);
    }
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
    this.#wake();
  }

  /** One session per user: whoever joins one has left every other. */
  #joined(session: SessionId, user: UserId): void {
    for (const users of this.#members.values()) users.delete(user);
    this.#in(session).add(user);
  }

  async #readMembers(session: SessionId): Promise<void> {
    const life = this.#life;
    try {
      const users = await this.#board.sessions.users(session);
      if (life !== this.#life || !this.#followed.has(session)) return;
      this.#members.set(session, new Set(users));
      this.#wake();
    } catch {
      // Events and the next refresh tell, too; a session that has gone is noticed by the list.
    }
  }

  #in(session: SessionId): Set<UserId> {
    const users = this.#members.get(session) ?? new Set();
    this.#members.set(session, users);
    return users;
  }
}
