import type { Board, BoardUser, Stop } from '../../board/port';
import type { Timers } from '../../board/timers';
import type { Millis, UserId } from '../../breakout/ids';
import type { Facilitator } from '../../breakout/plan';

/** Who is on the board, and everybody's name as last seen. */
export class Presence {
  readonly #deps: { readonly timers: Timers; readonly onChange: () => void };
  readonly #names = new Map<UserId, string>();
  #online: readonly BoardUser[] | undefined;
  #unattendedSince: Millis | undefined;

  constructor(deps: { readonly timers: Timers; readonly onChange: () => void }) {
    this.#deps = deps;
  }

  /** @throws {BoardError} */
  watch(board: Pick<Board, 'users'>): Promise<Stop> {
    return board.users.watch((online) => {
      this.#online = online;
      for (const { id, name } of online) this.#names.set(id, name);
      this.#deps.onChange();
    });
  }

  /** `undefined`: Miro has not answered yet. */
  get online(): readonly BoardUser[] | undefined {
    return this.#online;
  }

  get names(): ReadonlyMap<UserId, string> {
    return new Map(this.#names);
  }

  /**
   * For how long none of these has been here: since this screen first saw it, or since our own
   * background did.
   * @param noted in our own wall clock
   */
  unattendedMs(facilitators: readonly Facilitator[], noted?: Millis): Millis {
    const { timers } = this.#deps;
    const here = new Set(this.#online?.map(({ id }) => id));
    const attended = this.#online === undefined || facilitators.some(({ user }) => here.has(user));
    if (attended) this.#unattendedSince = undefined;
    else this.#unattendedSince ??= timers.monotonic();
    if (this.#unattendedSince === undefined) return 0;
    const seenMs = timers.monotonic() - this.#unattendedSince;
    return Math.max(seenMs, noted === undefined ? 0 : timers.now() - noted);
  }
}
