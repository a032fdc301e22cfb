import { BoardError } from '../board/errors';
import type { StoragePort } from '../board/port';
import type { Timers } from '../board/timers';
import { fillerOf, type Fillers } from '../breakout/fillers';
import type { Millis, RoomId, UserId, WriterId } from '../breakout/ids';
import type { Claims } from '../live/jobs/board/job';
import { fillersEdits, fillersRecord } from '../records/fillers';
import { MergedRecord } from '../records/merged-record';

/** What is not agreed upon by then is tried again like any other call that was not answered. */
const AGREED_MS: Millis = 15_000;

export interface FillerClaimsDeps {
  readonly storage: StoragePort;
  readonly timers: Timers;
  readonly writer: WriterId;
  readonly me: UserId;
}

/** A background's claims to rooms. Nothing is read before the first job that needs them. */
export class FillerClaims implements Claims {
  readonly #deps: FillerClaimsDeps;
  #record: MergedRecord<Fillers> | undefined;

  constructor(deps: FillerClaimsDeps) {
    this.#deps = deps;
  }

  async open(): Promise<void> {
    if (this.#record === undefined) {
      const { storage, timers, writer } = this.#deps;
      const definition = fillersRecord;
      const repair = () => 'others' as const;
      this.#record = new MergedRecord({ storage, timers, writer, definition, repair });
      void this.#record.open();
    }
    await this.#until(({ status }) => status !== 'loading');
  }

  async take(rooms: readonly RoomId[]): Promise<void> {
    const record = this.#record;
    const refusal = record?.edit(fillersEdits.claim(record.value, this.#deps.me, rooms));
    if (refusal !== undefined) throw new BoardError('unknown', `Claims: ${refusal}.`);
    await this.#until(({ saving }) => {
      if (saving.state === 'failed') throw new BoardError(saving.fault, saving.detail);
      return saving.state === 'saved';
    });
  }

  holds(room: RoomId): boolean {
    const { me } = this.#deps;
    return this.#record !== undefined && fillerOf(this.#record.value, room) === me;
  }

  release(): void {
    this.#record?.edit(fillersEdits.release(this.#deps.me));
  }

  close(): void {
    this.#record?.close();
  }

  /** @throws {BoardError} when it takes too long */
  #until(is: (record: MergedRecord<Fillers>) => boolean): Promise<void> {
    const record = this.#record;
    return new Promise((resolve, reject) => {
      if (record === undefined) {
        reject(new BoardError('unknown', 'The claims were not opened.'));
        return;
      }
      const end = (then: () => void): void => {
        unsubscribe();
        stop();
        then();
      };
      const look = (): void => {
        try {
          if (is(record)) end(resolve);
        } catch (error) {
          end(() => reject(error instanceof Error ? error : new Error(String(error))));
        }
      };
      const unsubscribe = record.subscribe(look);
      const stop = this.#deps.timers.after(AGREED_MS, () =>
        end(() => reject(new BoardError('timed-out', 'The rooms could not be claimed.'))),
      );
      look();
    });
  }
}
