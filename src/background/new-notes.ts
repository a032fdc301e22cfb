/**
 * [O1] Counts the sticky notes that people make in the rooms, for the facilitators' screens. Miro
 * tells of each without being asked, so this costs nothing; how many there were before, and which
 * are deleted, is not known, and so nothing is ever concluded from a low number.
 *
 * Every facilitator's background counts, since the conductor may go; the conductor stores.
 */
import type { Board, Stop } from '../board/port';
import type { Timers } from '../board/timers';
import type { Epoch, FrameId, Millis, RoomId } from '../breakout/ids';
import { withNotes } from '../breakout/run-edits';
import type { Run } from '../breakout/run';
import type { Conducting } from './conducting';
import type { Held } from './held';
import type { OwnRun } from './own-run';

/** However fast people write, the run is not stored more often than this because of it. */
const STORE_EVERY_MS: Millis = 5_000;

export interface NewNotesDeps {
  readonly board: { readonly frames: Pick<Board['frames'], 'onNotes'> };
  readonly timers: Timers;
  readonly held: { readonly plan: Pick<Held['plan'], 'value'> };
  readonly conducting: Pick<Conducting, 'run'>;
  readonly ownRun: Pick<OwnRun, 'value' | 'commit'>;
  readonly wake: () => void;
}

export class NewNotes {
  readonly #deps: NewNotesDeps;
  readonly #seen = new Map<RoomId, number>();
  #epoch: Epoch | undefined;
  #storedAt: Millis = -Infinity;
  #stop: Stop | undefined;
  #listening = false;
  #closed = false;

  constructor(deps: NewNotesDeps) {
    this.#deps = deps;
  }

  /** To be called for facilitators only. */
  evaluate(): void {
    const { conducting, ownRun, timers } = this.#deps;
    const run = conducting.run;
    if (run === undefined || !isLive(run)) return;
    void this.#listen();
    this.#catchUp(run);
    if (ownRun.value === undefined) return;
    const now = timers.monotonic();
    if (now < this.#storedAt + STORE_EVERY_MS) return;
    const counted = withNotes(ownRun.value, this.#seen);
    if (counted === ownRun.value) return;
    this.#storedAt = now;
    ownRun.commit(counted);
  }

  close(): void {
    this.#closed = true;
    this.#stop?.();
  }

  async #listen(): Promise<void> {
    if (this.#listening) return;
    this.#listening = true;
    try {
      this.#stop = await this.#deps.board.frames.onNotes((frames) => this.#made(frames));
      if (this.#closed) this.#stop();
    } catch {
      // A number that nobody misses. The next evaluation tries again.
      this.#listening = false;
    }
  }

  #made(frames: readonly FrameId[]): void {
    const { held, conducting, wake } = this.#deps;
    const run = conducting.run;
    if (run === undefined || !isLive(run)) return;
    this.#catchUp(run);
    for (const frame of frames) {
      const room = held.plan.value.rooms.find((one) => one.frame === frame)?.id;
      if (room !== undefined) this.#seen.set(room, (this.#seen.get(room) ?? 0) + 1);
    }
    wake();
  }

  /** What others have counted before us, too; of an earlier breakout nothing. */
  #catchUp(run: Run): void {
    if (run.epoch !== this.#epoch) this.#seen.clear();
    this.#epoch = run.epoch;
    for (const [room, count] of run.notes) {
      this.#seen.set(room, Math.max(count, this.#seen.get(room) ?? 0));
    }
  }
}

function isLive({ phase }: Run): boolean {
  return phase === 'open' || phase === 'closing';
}
