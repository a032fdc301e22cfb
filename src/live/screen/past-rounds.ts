import type { StoragePort } from '../../board/port';
import type { Epoch } from '../../breakout/ids';
import type { Groups } from '../../breakout/met';
import { seatsRecord } from '../../records/seats';

/** [N1] So many rounds are remembered; in most workshops everyone has met everyone by then. */
export const ROUNDS_REMEMBERED = 30;
/** A round that could not be fetched so often is done without. */
const ATTEMPTS = 3;

/**
 * The groups of rounds that are over, each read once: nobody writes them any more. What is not there
 * or cannot be read counts as no round.
 */
export class PastRounds {
  readonly #storage: Pick<StoragePort, 'read'>;
  readonly #known = new Map<Epoch, Groups>();
  readonly #failures = new Map<Epoch, number>();
  /** One reading after the other, so that none is done twice. */
  #reading: Promise<void> = Promise.resolve();
  #unreadable = 0;

  constructor(storage: Pick<StoragePort, 'read'>) {
    this.#storage = storage;
  }

  /** Rounds that exist and cannot be read: whoever met there counts as strangers. */
  get unreadable(): number {
    return this.#unreadable;
  }

  /** Oldest first, without those in which nobody was seated; `undefined` until all are read. */
  upTo(last: Epoch): readonly (readonly [Epoch, Groups])[] | undefined {
    const epochs = remembered(last);
    if (epochs.some((epoch) => !this.#known.has(epoch))) return undefined;
    return epochs.flatMap((epoch) => {
      const groups = this.#known.get(epoch);
      return groups === undefined || groups.size === 0 ? [] : [[epoch, groups] as const];
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
    await Promise.all(missing.map((epoch) => this.#fetch(epoch)));
    await this.#fill(last);
  }

  async #fetch(epoch: Epoch): Promise<void> {
    const definition = seatsRecord(epoch);
    try {
      const reading = definition.read(await this.#storage.read(definition.key));
      if (reading.type === 'ok') {
        const seats = [...definition.decode(reading.value)];
        this.#known.set(epoch, new Map(seats.map(([user, { room }]) => [user, room])));
        return;
      }
      if (reading.type !== 'missing') this.#unreadable++;
      this.#known.set(epoch, new Map());
    } catch {
      // Offline, or out of credits: `storage` has paced the calls, so another try is no hurry.
      const failures = (this.#failures.get(epoch) ?? 0) + 1;
      this.#failures.set(epoch, failures);
      if (failures < ATTEMPTS) return;
      this.#unreadable++;
      this.#known.set(epoch, new Map());
    }
  }
}

function remembered(last: Epoch): readonly Epoch[] {
  const count = Math.min(last, ROUNDS_REMEMBERED);
  return Array.from({ length: count }, (_, index) => last - count + 1 + index);
}
