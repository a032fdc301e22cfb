import { BoardError } from '../board/errors';
import type { Board } from '../board/port';
import type { Timers } from '../board/timers';
import type { AttendantView } from '../breakout/attendant-view';
import type { Millis, SessionId } from '../breakout/ids';
import type { HeardBeats } from './heard-beats';

/** Beats come every 10 s; one that is so late was held up by more than the network. */
const CUT_OFF_MS: Millis = 13_000;
const SLOW_REPLY_MS: Millis = 4_000;
/** Who reaches us when we are taken out of a session is not documented: we ask now and then. */
const KNOWN_FOR_MS: Millis = 60_000;

export interface MembershipDeps {
  readonly board: Pick<Board, 'me' | 'sessions'>;
  readonly timers: Timers;
  readonly heard: Pick<HeardBeats, 'quietMs'>;
}

/** Which session of ours this user is in, as far as the tab knows that acts for them. */
export class Membership {
  readonly #deps: MembershipDeps;
  #inside: AttendantView['inside'] = 'unknown';
  /** Through this tab, as far as it has heard. */
  #joined: SessionId | undefined;
  /** When we last knew for sure. */
  #knownAt: Millis = 0;
  /** Age of the newest beat when we last looked. */
  #quietMs: Millis = 0;

  constructor(deps: MembershipDeps) {
    this.#deps = deps;
  }

  get inside(): AttendantView['inside'] {
    return this.#inside;
  }

  get joined(): SessionId | undefined {
    return this.#joined;
  }

  /** A session has ended or we may have lost it: find out before acting on it. */
  forget(session?: SessionId): void {
    if (session === undefined) this.#inside = 'unknown';
    else if (session === this.#inside) this.#inside = 'nowhere';
    if (session === this.#joined) this.#joined = undefined;
  }

  /**
   * Beats that come again after a gap mean that we were cut off, and Miro may have taken us out of
   * our session.
   */
  noticeGap(): void {
    const ageMs = this.#deps.heard.quietMs();
    const cutOff = this.#quietMs >= CUT_OFF_MS && ageMs < this.#quietMs;
    const stale = this.#deps.timers.monotonic() - this.#knownAt >= KNOWN_FOR_MS;
    if (cutOff || (stale && this.#inside !== 'nowhere')) this.forget();
    this.#quietMs = ageMs;
  }

  /** A reply that took long may be about a membership that has been lost meanwhile. */
  async join(session: SessionId): Promise<void> {
    const { board, timers } = this.#deps;
    const askedAt = timers.monotonic();
    await board.sessions.join(session);
    this.#joined = session;
    this.#knownAt = timers.monotonic();
    this.#inside = this.#knownAt - askedAt < SLOW_REPLY_MS ? session : 'unknown';
  }

  /** Not being in it any more is what was wanted. */
  async leave(session: SessionId): Promise<void> {
    const { board } = this.#deps;
    try {
      await board.sessions.leave(session);
    } catch (error) {
      const ended = error instanceof BoardError && error.code === 'not-found';
      if (!ended && (await board.sessions.hasJoined(session, board.me.id))) throw error;
    }
    this.#inside = 'nowhere';
    if (session === this.#joined) this.#joined = undefined;
  }

  async look(session: SessionId | undefined): Promise<void> {
    const { board, timers } = this.#deps;
    const inside = session !== undefined && (await board.sessions.hasJoined(session, board.me.id));
    this.#inside = inside ? session : 'nowhere';
    this.#knownAt = timers.monotonic();
  }
}
