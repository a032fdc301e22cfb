import type { StoragePort } from '../../board/port';
import type { Timers } from '../../board/timers';
import type { Epoch, Millis } from '../../breakout/ids';
import type { Group } from '../../breakout/met';
import type { Run } from '../../breakout/run';
import { readJournal } from '../jobs/read-journal';
import { metBy } from './past-rounds';

/** The end of a journal is written with the end of the round, and may arrive later. */
const AGAIN_MS: Millis = 1_000;
const ATTEMPTS = 8;

export interface LastRoundDeps {
  readonly storage: Pick<StoragePort, 'read'>;
  readonly timers: Timers;
  readonly onChange: () => void;
}

interface Round {
  readonly epoch: Epoch;
  attempts: number;
  reading: Promise<void> | undefined;
  together: readonly Group[] | undefined;
}

/** Who met in the round that has just ended: its journal is read until it is whole. */
export class LastRound {
  readonly #deps: LastRoundDeps;
  #round: Round = { epoch: -1, attempts: 0, reading: undefined, together: undefined };

  constructor(deps: LastRoundDeps) {
    this.#deps = deps;
  }

  /** `undefined`: not known, or not yet. */
  together(epoch: Epoch): readonly Group[] | undefined {
    return this.#round.epoch === epoch ? this.#round.together : undefined;
  }

  /** Resolves after one attempt; others follow by themselves. Never rejects. */
  read({ epoch, journal }: Run): Promise<void> {
    if (this.#round.epoch !== epoch) {
      this.#round = { epoch, attempts: 0, reading: undefined, together: undefined };
    }
    const round = this.#round;
    const isSettled = round.together !== undefined || round.attempts >= ATTEMPTS;
    if (isSettled || journal.keeps !== 'names' || journal.chunks.length === 0) {
      return Promise.resolve();
    }
    round.reading ??= this.#attempt(round, journal.chunks);
    return round.reading;
  }

  async #attempt(round: Round, chunks: Run['journal']['chunks']): Promise<void> {
    const { storage, timers, onChange } = this.#deps;
    round.attempts++;
    try {
      round.together = metBy(await readJournal(storage, round.epoch, chunks));
    } catch {
      // Storage did not answer: as if the journal were not whole yet.
    }
    if (round.together !== undefined) onChange();
    else if (round.attempts < ATTEMPTS) {
      timers.after(AGAIN_MS, () => {
        round.reading = undefined;
        onChange();
      });
    }
  }
}
