import type { StoragePort } from '../../board/port';
import type { Epoch } from '../../breakout/ids';
import type { ChunkRef } from '../../breakout/journal';
import { groupsOf, type Group, type Groups } from '../../breakout/met';
import type { Recap } from '../../breakout/recap';
import { pairsTogether } from '../../breakout/together';
import { seatsRecord } from '../../records/seats';
import { readIndex } from '../jobs/read-index';
import { readJournal } from '../jobs/read-journal';

/** [N1] So many rounds are remembered; in most workshops everyone has met everyone by then. */
export const ROUNDS_REMEMBERED = 30;
/** A round that could not be fetched so often is done without. */
const ATTEMPTS = 3;
/** Each is a call: so many pieces of journals at most, those of the latest rounds. */
const MOST_CHUNKS = 120;

export interface PastRound {
  /** By their seats: for having the same groups once more. */
  readonly groups: Groups;
  /** Who met: by the journal, else by the seats. */
  readonly together: readonly Group[];
}

const noRound: PastRound = { groups: new Map(), together: [] };

/**
 * The rounds that are over, each read once: nobody writes them any more. What is not there or cannot
 * be read counts as no round.
 */
export class PastRounds {
  readonly #storage: Pick<StoragePort, 'read'>;
  readonly #known = new Map<Epoch, PastRound>();
  readonly #failures = new Map<Epoch, number>();
  /** One reading after the other, so that none is done twice. */
  #reading: Promise<void> = Promise.resolve();
  #unreadable = 0;
  #chunksLeft = MOST_CHUNKS;

  constructor(storage: Pick<StoragePort, 'read'>) {
    this.#storage = storage;
  }

  /** Rounds that exist and cannot be read: whoever met there counts as strangers. */
  get unreadable(): number {
    return this.#unreadable;
  }

  /** Oldest first, without those in which nobody was seated; `undefined` until all are read. */
  upTo(last: Epoch): readonly (readonly [Epoch, PastRound])[] | undefined {
    const epochs = remembered(last);
    if (epochs.some((epoch) => !this.#known.has(epoch))) return undefined;
    return epochs.flatMap((epoch) => {
      const round = this.#known.get(epoch);
      return round === undefined || round.groups.size === 0 ? [] : [[epoch, round] as const];
    });
  }

  /** Reads what is missing. Never rejects: what cannot be fetched is tried again, then left out. */
  read(last: Epoch): Promise<void> {
    this.#reading = this.#reading.then(() => this.#fill(last));
    return this.#reading;
  }

  async #fill(last: Epoch): Promise<void> {
    const missing = remembered(last).filter((epoch) => !this.#known.has(epoch));
    if (missing.length === 0) return;
    const journals = await this.#journalsOf(missing);
    await Promise.all(missing.map((epoch) => this.#fetch(epoch, journals.get(epoch) ?? [])));
    await this.#fill(last);
  }

  /** Without the index the seats have to do. */
  async #journalsOf(epochs: readonly Epoch[]): Promise<ReadonlyMap<Epoch, readonly ChunkRef[]>> {
    try {
      const index = await readIndex(this.#storage);
      const taken = new Map<Epoch, readonly ChunkRef[]>();
      for (const epoch of [...epochs].reverse()) {
        const chunks = index.epochs.get(epoch) ?? [];
        if (chunks.length > this.#chunksLeft) break;
        this.#chunksLeft -= chunks.length;
        taken.set(epoch, chunks);
      }
      return taken;
    } catch {
      return new Map();
    }
  }

  async #fetch(epoch: Epoch, journal: readonly ChunkRef[]): Promise<void> {
    const definition = seatsRecord(epoch);
    try {
      const reading = definition.read(await this.#storage.read(definition.key));
      if (reading.type === 'ok') {
        const seats = [...definition.decode(reading.value)];
        const groups: Groups = new Map(seats.map(([user, { room }]) => [user, room]));
        const met = groups.size === 0 ? undefined : await this.#metIn(epoch, journal);
        this.#known.set(epoch, { groups, together: met ?? groupsOf(groups) });
        return;
      }
      if (reading.type !== 'missing') this.#unreadable++;
      this.#known.set(epoch, noRound);
    } catch {
      // Offline, or out of credits: `storage` has paced the calls, so another try is no hurry.
      const failures = (this.#failures.get(epoch) ?? 0) + 1;
      this.#failures.set(epoch, failures);
      if (failures < ATTEMPTS) return;
      this.#unreadable++;
      this.#known.set(epoch, noRound);
    }
  }

  async #metIn(epoch: Epoch, journal: readonly ChunkRef[]): Promise<readonly Group[] | undefined> {
    if (journal.length === 0) return undefined;
    return metBy(await readJournal(this.#storage, epoch, journal));
  }
}

/** [N1] Only a journal with names that is complete says who has not met. */
export function metBy(recap: Recap | undefined): readonly Group[] | undefined {
  if (recap === undefined || recap.keeps !== 'names' || !recap.complete) return undefined;
  return pairsTogether(recap.stays);
}

function remembered(last: Epoch): readonly Epoch[] {
  const count = Math.min(last, ROUNDS_REMEMBERED);
  return Array.from({ length: count }, (_, index) => last - count + 1 + index);
}
