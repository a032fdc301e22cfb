/** Test only: storage of one key shared by several clients, with delays, in vitest's fake time. */
import { BoardError, type BoardFault } from '../board/errors';
import type { StoragePort } from '../board/port';
import type { Millis } from '../breakout/ids';
import type { Json } from '../breakout/json';

export interface ClientOptions {
  /** One way. */
  readonly latencyMs?: () => Millis;
  /** Whether the next push to this client is lost. */
  readonly loses?: () => boolean;
  /** Why the next write is refused, if it is. */
  readonly refuses?: () => BoardFault | undefined;
  /** `onValue` on a missing key says so, late. */
  readonly tellsMissing?: boolean;
}

export class FakeStorage {
  value: Json | undefined;
  writes = 0;
  reads = 0;
  /** Most writes of one client in flight at once. */
  mostInFlight = 0;
  readonly #pushes = new Set<(value: Json | undefined) => void>();

  client(options: ClientOptions = {}): StoragePort {
    const { latencyMs = () => 20, loses = () => false, refuses = () => undefined } = options;
    let inFlight = 0;
    let lastArrivalAt = 0;
    const travel = () => new Promise<void>((resolve) => setTimeout(resolve, latencyMs()));
    /** What the board sends to one client arrives in order. */
    const arrive = (deliver: () => void) => {
      lastArrivalAt = Math.max(lastArrivalAt, Date.now() + latencyMs());
      setTimeout(deliver, lastArrivalAt - Date.now());
    };
    const reply = () => new Promise<void>((resolve) => arrive(resolve));
    return {
      watch: async (_key, listen) => {
        await travel();
        const push = (value: Json | undefined) => {
          if (!loses()) arrive(() => listen(structuredClone(value)));
        };
        const first = structuredClone(this.value);
        this.#pushes.add(push);
        await reply();
        listen(first);
        if (first === undefined && options.tellsMissing === true)
          setTimeout(listen, 500, undefined);
        return () => this.#pushes.delete(push);
      },
      read: async () => {
        await travel();
        this.reads += 1;
        const value = structuredClone(this.value);
        await reply();
        return value;
      },
      write: async (_key, value) => {
        inFlight += 1;
        this.mostInFlight = Math.max(this.mostInFlight, inFlight);
        const sent = structuredClone(value);
        await travel();
        const fault = refuses();
        if (fault === undefined) this.put(sent);
        await reply();
        inFlight -= 1;
        if (fault !== undefined) throw new BoardError(fault, `refused: ${fault}`);
      },
      remove: async () => {
        await travel();
        this.put(undefined);
        await reply();
      },
    };
  }

  /** Writes as somebody else would, past every client. */
  put(value: Json | undefined): void {
    this.writes += 1;
    this.value = structuredClone(value);
    for (const push of this.#pushes) push(value);
  }
}
