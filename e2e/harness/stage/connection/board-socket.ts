/** One page's connection to its board. Comes back by itself when the server was only restarted. */
import { callerOf, type Operator } from '../../server/operator-call';
import { REFUSED, RESTARTED } from '../../server/endings';
import type { ClientMessage, ServerMessage } from '../../server/protocol';
import type { Json } from '../../world/api';

const RECONNECT_MS = 1_000;

export type BoardEvent =
  | ServerMessage
  /** Connected anew: everything said before is void. */
  | { readonly t: 'connected' }
  | { readonly t: 'lost' }
  /** Will not come back. */
  | { readonly t: 'refused'; readonly reason: string };

export class BoardSocket {
  readonly #address: URL;
  readonly #listen: (event: BoardEvent) => void;
  readonly #caller = callerOf((text) => {
    this.#post(text);
  });
  #socket: WebSocket | undefined;
  #finished = false;

  /** @param path with query, on this page's own host */
  constructor(path: string, listen: (event: BoardEvent) => void) {
    this.#address = new URL(path, location.origin.replace(/^http/, 'ws'));
    this.#listen = listen;
    this.#connect();
  }

  get operator(): Operator {
    return this.#caller.call;
  }

  /** A person's operation; the server adds the tab. @throws what the board says against it */
  call(method: string, args: readonly unknown[]): Promise<Json | undefined> {
    return this.#caller.send(method, args);
  }

  send(message: ClientMessage): void {
    this.#post(JSON.stringify(message));
  }

  /** For good. */
  close(): void {
    this.#finished = true;
    this.#socket?.close();
  }

  #post(text: string): void {
    // What is said while there is no connection is void, too: the server starts anew with the next.
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(text);
  }

  #connect(): void {
    const socket = new WebSocket(this.#address);
    this.#socket = socket;
    socket.addEventListener('open', () => {
      this.#listen({ t: 'connected' });
    });
    socket.addEventListener('message', ({ data }) => {
      const message = JSON.parse(String(data)) as ServerMessage;
      if (message.t === 'answer') this.#caller.answered(message);
      else this.#listen(message);
    });
    socket.addEventListener('close', ({ code, reason }) => {
      this.#caller.ended('The connection to the board was lost.');
      if (this.#finished) return;
      if (code === REFUSED) {
        this.#listen({ t: 'refused', reason });
        return;
      }
      this.#listen({ t: 'lost' });
      const again = (): void => {
        this.#connect();
      };
      setTimeout(again, code === RESTARTED ? 0 : RECONNECT_MS);
    });
  }
}
