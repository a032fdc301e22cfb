import type { Board, Stop } from '../../board/port';
import type { Epoch, RoomId, UserId } from '../../breakout/ids';
import type { ChunkRef, JournalChunk } from '../../breakout/journal';
import { recapOf, type Recap } from '../../breakout/recap';
import { overlap } from '../../breakout/together';
import { journalRecord } from '../../records/journal';
import { keys } from '../../records/keys';
import type { OwnStay } from '../own-stay';
import type { Snapshot } from '../snapshot';

export interface OwnStaysDeps {
  readonly board: Pick<Board, 'me' | 'storage'>;
  readonly onChange: () => void;
}

type Read = { readonly term: number; readonly chunk: JournalChunk } | undefined;

/**
 * How long this user was in which room of the breakout that is over, and with whom, from its
 * journal: the same that facilitators read. The end is noted a moment after the rooms have closed, so the last chunk
 * is watched until it is there.
 */
export class OwnStays {
  readonly #deps: OwnStaysDeps;
  #about = '';
  #known: ReadonlyMap<RoomId, OwnStay> | undefined;
  #stop: Stop = () => undefined;

  constructor(deps: OwnStaysDeps) {
    this.#deps = deps;
  }

  /** `undefined`: not known, for the moment or for ever. */
  get known(): ReadonlyMap<RoomId, OwnStay> | undefined {
    return this.#known;
  }

  /** To be called with every picture of the situation. */
  follow({ run }: Snapshot): void {
    const over = run?.phase === 'closed' && run.journal.keeps === 'names' ? run : undefined;
    const about = over === undefined ? '' : JSON.stringify([over.epoch, over.journal.chunks]);
    if (about === this.#about) return;
    this.close();
    this.#about = about;
    if (over !== undefined) void this.#read(over.epoch, over.journal.chunks);
  }

  close(): void {
    this.#stop();
    this.#stop = () => undefined;
    this.#about = '';
    this.#known = undefined;
  }

  async #read(epoch: Epoch, refs: readonly ChunkRef[]): Promise<void> {
    const about = this.#about;
    const inOrder = [...refs].sort((a, b) => a.term - b.term || a.n - b.n);
    const last = inOrder.pop();
    if (last === undefined) return;
    const { storage } = this.#deps.board;
    try {
      const before = await Promise.all(
        inOrder.map(async (ref) => chunkOf(ref, await storage.read(keys.journal(epoch, ref)))),
      );
      const stop = await storage.watch(keys.journal(epoch, last), (raw) => {
        if (about === this.#about) this.#take([...before, chunkOf(last, raw)]);
      });
      if (about === this.#about && this.#known === undefined) this.#stop = stop;
      else stop();
    } catch {
      // Then it is said that one was in the room, and not for how long.
    }
  }

  /** Where something is missing, less would be said than was. */
  #take(chunks: readonly Read[]): void {
    const there = chunks.flatMap((chunk) => chunk ?? []);
    const recap = recapOf(there, there.length < chunks.length);
    if (recap?.complete !== true) return;
    this.#stop();
    this.#known = ownStays(recap, this.#deps.board.me.id);
    this.#deps.onChange();
  }
}

function chunkOf({ term }: ChunkRef, raw: unknown): Read {
  const reading = journalRecord.read(raw);
  return reading.type === 'ok' ? { term, chunk: reading.value } : undefined;
}

function ownStays({ stays, names }: Recap, me: UserId): ReadonlyMap<RoomId, OwnStay> {
  const byRoom = new Map<RoomId, OwnStay>();
  for (const own of stays.filter(({ user }) => user === me)) {
    const { ms = 0, beside = [] } = byRoom.get(own.room) ?? {};
    const met = stays.filter((stay) => stay.room === own.room && overlap(stay, own));
    byRoom.set(own.room, {
      ms: ms + own.toAt - own.fromAt,
      beside: new Map([
        ...beside,
        ...met.flatMap(({ user }) => (user === me ? [] : [[user, names.get(user) ?? ''] as const])),
      ]),
    });
  }
  return byRoom;
}
