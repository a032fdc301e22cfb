import type { BoardUser, Stop, UsersPort } from '../../board/port';

/**
 * [M10] Who is on the board, read again on demand: a push that was lost, or came after a newer one, would
 * leave somebody on or off a screen for good.
 */
export class OnlineAgain implements UsersPort {
  readonly #users: UsersPort;
  #listen: ((online: readonly BoardUser[]) => void) | undefined;

  constructor(users: UsersPort) {
    this.#users = users;
  }

  async watch(listen: (online: readonly BoardUser[]) => void): Promise<Stop> {
    this.#listen = listen;
    const stop = await this.#users.watch(listen);
    return () => {
      this.#listen = undefined;
      stop();
    };
  }

  online(): Promise<readonly BoardUser[]> {
    return this.#users.online();
  }

  /** What fails is read with the next beat. */
  async reread(): Promise<void> {
    const online = await this.#users.online().catch(() => undefined);
    if (online !== undefined) this.#listen?.(online);
  }
}
